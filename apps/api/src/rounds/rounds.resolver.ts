import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { ChangeMilestoneInput, CreateRoundInput, DescribeRoundInput } from './round.input.js';
import { MappingRound, MappingStep, RoundMeeting, RoundMilestone, RoundStep, RoundStepKind, RoundStepState } from './round.type.js';
import { RoundsService } from './rounds.service.js';

@Resolver(() => MappingRound)
export class RoundsResolver {
  constructor(
    private readonly service: RoundsService,
    private readonly people: PeopleService,
  ) {}

  /** Of an area: the one under way first, then the latest. */
  @Can('round.read')
  @Query(() => [MappingRound])
  rounds(@Args('areaId', { type: () => UUID }) areaId: string): Promise<MappingRound[]> {
    return this.service.list(areaId);
  }

  @Can('round.read')
  @Query(() => MappingRound)
  round(@Args('id', { type: () => UUID }) id: string): Promise<MappingRound> {
    return this.service.one(id);
  }

  @Can('round.lead')
  @Mutation(() => MappingRound)
  createRound(@Args('input') input: CreateRoundInput): Promise<MappingRound> {
    return this.service.create(input);
  }

  @Can('round.lead')
  @Mutation(() => MappingRound)
  describeRound(@Args('input') input: DescribeRoundInput): Promise<MappingRound> {
    return this.service.describe(input);
  }

  @Can('round.lead')
  @Mutation(() => MappingRound)
  moveRoundStep(
    @Args('roundId', { type: () => UUID }) roundId: string,
    @Args('step', { type: () => RoundStepKind }) step: RoundStepKind,
    @Args('state', { type: () => RoundStepState }) state: RoundStepState,
  ): Promise<MappingRound> {
    return this.service.moveStep(roundId, step, state);
  }

  @Can('round.lead')
  @Mutation(() => MappingRound)
  closeRound(@Args('roundId', { type: () => UUID }) roundId: string): Promise<MappingRound> {
    return this.service.close(roundId);
  }

  @Can('round.lead')
  @Mutation(() => MappingRound)
  addRoundMilestone(
    @Args('roundId', { type: () => UUID }) roundId: string,
    @Args('name', { type: () => String }) name: string,
    @Args('dueOn', { type: () => CalendarDate }) dueOn: string,
  ): Promise<MappingRound> {
    return this.service.addMilestone(roundId, name, dueOn);
  }

  @Can('round.lead')
  @Mutation(() => MappingRound)
  changeRoundMilestone(@Args('input') input: ChangeMilestoneInput): Promise<MappingRound> {
    return this.service.changeMilestone(input);
  }

  @Can('round.lead')
  @Mutation(() => MappingRound)
  removeRoundMilestone(@Args('id', { type: () => UUID }) id: string): Promise<MappingRound> {
    return this.service.removeMilestone(id);
  }

  @Can('round.lead')
  @Mutation(() => MappingRound)
  tieRoundMeeting(
    @Args('roundId', { type: () => UUID }) roundId: string,
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('step', { type: () => MappingStep }) step: MappingStep,
  ): Promise<MappingRound> {
    return this.service.tieMeeting(roundId, meetingId, step);
  }

  @Can('round.lead')
  @Mutation(() => MappingRound)
  untieRoundMeeting(@Args('meetingId', { type: () => UUID }) meetingId: string): Promise<MappingRound> {
    return this.service.untieMeeting(meetingId);
  }

  @ResolveField(() => [RoundStep])
  steps(@Parent() { id }: MappingRound): Promise<RoundStep[]> {
    return this.service.stepsOf(id);
  }

  @ResolveField(() => [RoundMilestone])
  milestones(@Parent() { id }: MappingRound): Promise<RoundMilestone[]> {
    return this.service.milestonesOf(id);
  }

  @ResolveField(() => [RoundMeeting])
  meetings(@Parent() { id }: MappingRound): Promise<RoundMeeting[]> {
    return this.service.meetingsOf(id);
  }

  /** The coordinator who sees to it that it moves on. */
  @ResolveField(() => Person, { nullable: true })
  responsible(@Parent() { responsibleId }: MappingRound): Promise<Person | null> {
    return this.people.person(responsibleId);
  }
}

@Resolver(() => RoundStep)
export class RoundStepsResolver {
  constructor(private readonly people: PeopleService) {}

  /** Who said last how far it is; null where nobody has. */
  @ResolveField(() => Person, { nullable: true })
  async changedBy(@Parent() { changedById }: RoundStep): Promise<Person | null> {
    return changedById === null ? null : this.people.person(changedById);
  }
}
