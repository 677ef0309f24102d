import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { Cadence } from './cadence.type.js';
import { FollowUp } from './follow-up.type.js';
import { CadencesService } from './cadences.service.js';

@Resolver(() => Cadence)
export class CadencesResolver {
  constructor(
    private readonly service: CadencesService,
    private readonly people: PeopleService,
  ) {}

  /** Those of an area that run or are on hold. */
  @Can('follow-up.read')
  @Query(() => [Cadence])
  cadences(@Args('areaId', { type: () => UUID }) areaId: string): Promise<Cadence[]> {
    return this.service.cadencesOf(areaId);
  }

  /** Its first open checks, at most three, the late ones among them. */
  @ResolveField(() => [FollowUp])
  nextChecks(@Parent() { id }: Cadence): Promise<FollowUp[]> {
    return this.service.nextOf(id);
  }

  @ResolveField(() => Person, { nullable: true })
  responsible(@Parent() { responsibleId }: Cadence): Promise<Person | null> {
    return this.people.person(responsibleId);
  }
}
