import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { FollowUp } from '../follow-ups/follow-up.type.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { CreateAgreementInput, ReportAgreementInput, UpdateAgreementInput } from './agreement.input.js';
import { Agreement } from './agreement.type.js';
import { AgreementsService } from './agreements.service.js';

@Resolver(() => Agreement)
export class AgreementsResolver {
  constructor(
    private readonly service: AgreementsService,
    private readonly followUps: FollowUpsService,
    private readonly people: PeopleService,
  ) {}

  @Can('agreement.read')
  @Query(() => [Agreement])
  agreements(
    @Args('areaId', { type: () => UUID, nullable: true }) areaId?: string | null,
    @Args('open', { type: () => Boolean, nullable: true }) open?: boolean | null,
    @Args('meetingId', { type: () => UUID, nullable: true }) meetingId?: string | null,
  ): Promise<Agreement[]> {
    return this.service.list({ areaId, open, meetingId });
  }

  /** Open ones that the caller made and waits for others to do. */
  @Can('agreement.read')
  @Query(() => [Agreement])
  awaitedAgreements(): Promise<Agreement[]> {
    return this.service.awaited();
  }

  @Can('agreement.read')
  @Query(() => Agreement)
  agreement(@Args('id', { type: () => UUID }) id: string): Promise<Agreement> {
    return this.service.one(id);
  }

  @Can('agreement.make')
  @Mutation(() => Agreement)
  createAgreement(@Args('input') input: CreateAgreementInput): Promise<Agreement> {
    return this.service.create(input);
  }

  @Can('agreement.make')
  @Mutation(() => Agreement)
  updateAgreement(@Args('input') input: UpdateAgreementInput): Promise<Agreement> {
    return this.service.update(input);
  }

  @Can('agreement.report')
  @Mutation(() => Agreement)
  reportAgreement(@Args('input') input: ReportAgreementInput): Promise<Agreement> {
    return this.service.report(input);
  }

  @Can('agreement.make')
  @Mutation(() => Agreement)
  dropAgreement(@Args('id', { type: () => UUID }) id: string, @Args('reason', { type: () => String }) reason: string): Promise<Agreement> {
    return this.service.drop(id, reason);
  }

  @ResolveField(() => Person, { nullable: true })
  responsible(@Parent() { responsibleId }: Agreement): Promise<Person | null> {
    return this.people.person(responsibleId);
  }

  /** Whose it was before they left. */
  @ResolveField(() => Person, { nullable: true })
  async takenOverFrom(@Parent() { takenOverFromId }: Agreement): Promise<Person | null> {
    return takenOverFromId === null ? null : this.people.person(takenOverFromId);
  }

  @ResolveField(() => Person, { nullable: true })
  createdBy(@Parent() { createdById }: Agreement): Promise<Person | null> {
    return this.people.person(createdById);
  }

  /** The check that chases it while it is open. */
  @ResolveField(() => FollowUp, { nullable: true })
  followUp(@Parent() { id }: Agreement): Promise<FollowUp | null> {
    return this.followUps.ofSubject('AGREEMENT', id);
  }
}
