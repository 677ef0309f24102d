import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { StartCadenceInput } from './follow-up.input.js';
import { FollowUp, Slipping } from './follow-up.type.js';
import { CadencesService } from './cadences.service.js';
import { FollowUpsService } from './follow-ups.service.js';

@Resolver(() => FollowUp)
export class FollowUpsResolver {
  constructor(
    private readonly service: FollowUpsService,
    private readonly cadences: CadencesService,
    private readonly people: PeopleService,
  ) {}

  @Can('follow-up.read')
  @Query(() => [FollowUp])
  followUps(
    @Args('from', { type: () => CalendarDate }) from: string,
    @Args('to', { type: () => CalendarDate }) to: string,
    @Args('areaId', { type: () => UUID, nullable: true }) areaId?: string | null,
  ): Promise<FollowUp[]> {
    return this.service.between(from, to, areaId);
  }

  @Can('follow-up.read')
  @Query(() => [FollowUp])
  myFollowUps(): Promise<FollowUp[]> {
    return this.service.mine();
  }

  @Can('follow-up.read')
  @Query(() => [Slipping])
  slipping(): Promise<Slipping[]> {
    return this.service.slipping();
  }

  @Can('follow-up.plan')
  @Mutation(() => [FollowUp])
  startCadence(@Args('input') input: StartCadenceInput): Promise<FollowUp[]> {
    return this.cadences.start(input);
  }

  @Can('follow-up.report')
  @Mutation(() => FollowUp)
  completeFollowUp(
    @Args('id', { type: () => UUID }) id: string,
    @Args('note', { type: () => String, nullable: true }) note?: string | null,
  ): Promise<FollowUp> {
    return this.service.complete(id, note);
  }

  @Can('follow-up.report')
  @Mutation(() => FollowUp)
  skipFollowUp(@Args('id', { type: () => UUID }) id: string, @Args('reason', { type: () => String }) reason: string): Promise<FollowUp> {
    return this.service.skip(id, reason);
  }

  @Can('follow-up.plan')
  @Mutation(() => FollowUp)
  moveFollowUp(@Args('id', { type: () => UUID }) id: string, @Args('dueOn', { type: () => CalendarDate }) dueOn: string): Promise<FollowUp> {
    return this.service.move(id, dueOn);
  }

  @Can('follow-up.plan')
  @Mutation(() => Boolean)
  pauseCadence(@Args('id', { type: () => UUID }) id: string): Promise<boolean> {
    return this.cadences.pause(id);
  }

  @Can('follow-up.plan')
  @Mutation(() => [FollowUp])
  resumeCadence(@Args('id', { type: () => UUID }) id: string): Promise<FollowUp[]> {
    return this.cadences.resume(id);
  }

  @Can('follow-up.plan')
  @Mutation(() => Boolean)
  endCadence(@Args('id', { type: () => UUID }) id: string): Promise<boolean> {
    return this.cadences.end(id);
  }

  @ResolveField(() => Person, { nullable: true })
  responsible(@Parent() { responsibleId }: FollowUp): Promise<Person | null> {
    return this.people.person(responsibleId);
  }

  /** Where one sees what it is about, as an address below the tenant's. */
  @ResolveField(() => String, { nullable: true })
  page(@Parent() followUp: FollowUp): Promise<string | null> {
    return this.service.pageOf(followUp);
  }

  /** Whose it was before they left. */
  @ResolveField(() => Person, { nullable: true })
  async takenOverFrom(@Parent() { takenOverFromId }: FollowUp): Promise<Person | null> {
    return takenOverFromId === null ? null : this.people.person(takenOverFromId);
  }
}
