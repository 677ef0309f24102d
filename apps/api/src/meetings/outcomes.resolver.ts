import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CreateAgreementInput } from '../agreements/agreement.input.js';
import { Agreement } from '../agreements/agreement.type.js';
import { AgreementsService } from '../agreements/agreements.service.js';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MeetingEntity } from './meeting.entity.js';
import { MeetingOutcome, MeetingOutcomeInput } from './outcome.type.js';
import { OutcomesService } from './outcomes.service.js';

@Resolver(() => MeetingOutcome)
export class OutcomesResolver {
  constructor(
    private readonly outcomes: OutcomesService,
    private readonly agreements: AgreementsService,
    private readonly people: PeopleService,
  ) {}

  /** What was said at meetings of the marks on an area's map. */
  @Can('agreement.read')
  @Query(() => [MeetingOutcome])
  outcomesOnMap(@Args('areaId', { type: () => UUID }) areaId: string): Promise<MeetingOutcome[]> {
    return this.outcomes.onMap(areaId);
  }

  @Can('meeting.note')
  @Mutation(() => MeetingEntity)
  noteOutcome(@Args('meetingId', { type: () => UUID }) meetingId: string, @Args('input') input: MeetingOutcomeInput): Promise<MeetingEntity> {
    return this.outcomes.note(meetingId, input);
  }

  @Can('meeting.note')
  @Mutation(() => MeetingOutcome)
  attachOutcome(
    @Args('outcomeId', { type: () => UUID }) outcomeId: string,
    @Args('featureId', { type: () => UUID, nullable: true }) featureId?: string | null,
  ): Promise<MeetingOutcome> {
    return this.outcomes.attach(outcomeId, featureId ?? null);
  }

  @Can('meeting.note')
  @Mutation(() => MeetingOutcome)
  rewordOutcome(@Args('outcomeId', { type: () => UUID }) outcomeId: string, @Args('text') text: string): Promise<MeetingOutcome> {
    return this.outcomes.reword(outcomeId, text);
  }

  @Can('agreement.make')
  @Mutation(() => MeetingOutcome)
  agreeOnOutcome(@Args('outcomeId', { type: () => UUID }) outcomeId: string, @Args('input') input: CreateAgreementInput): Promise<MeetingOutcome> {
    return this.outcomes.agree(outcomeId, input);
  }

  @Can('agreement.make')
  @Mutation(() => MeetingEntity)
  agreeOnAgendaItem(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('itemId', { type: () => UUID }) itemId: string,
    @Args('input') input: CreateAgreementInput,
  ): Promise<MeetingEntity> {
    return this.outcomes.agreeOnItem(meetingId, itemId, input);
  }

  @Can('meeting.note')
  @Mutation(() => MeetingEntity)
  removeOutcome(@Args('outcomeId', { type: () => UUID }) outcomeId: string): Promise<MeetingEntity> {
    return this.outcomes.remove(outcomeId);
  }

  @ResolveField(() => Person, { nullable: true })
  createdBy(@Parent() { createdById }: MeetingOutcome): Promise<Person | null> {
    return this.people.person(createdById);
  }

  /** What became of it. */
  @ResolveField(() => Agreement, { nullable: true })
  agreement(@Parent() { agreementId }: MeetingOutcome): Promise<Agreement | null> {
    return this.agreements.maybe(agreementId);
  }
}
