import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { FollowUp } from '../follow-ups/follow-up.type.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { AnswerGapInput, AssignGapInput, CloseGapInput, TakeUpGapInput } from './gap.input.js';
import { FoundGaps, KnowledgeGap } from './gap.type.js';
import { GapsService } from './gaps.service.js';

@Resolver(() => KnowledgeGap)
export class GapsResolver {
  constructor(
    private readonly service: GapsService,
    private readonly followUps: FollowUpsService,
    private readonly people: PeopleService,
  ) {}

  @Can('gap.read')
  @Query(() => FoundGaps)
  foundGaps(@Args('areaId', { type: () => UUID }) areaId: string): Promise<FoundGaps> {
    return this.service.find(areaId);
  }

  @Can('gap.read')
  @Query(() => [KnowledgeGap])
  knowledgeGaps(@Args('areaId', { type: () => UUID }) areaId: string): Promise<KnowledgeGap[]> {
    return this.service.list(areaId);
  }

  @Can('gap.work')
  @Mutation(() => KnowledgeGap)
  takeUpGap(@Args('input') input: TakeUpGapInput): Promise<KnowledgeGap> {
    return this.service.takeUp(input);
  }

  @Can('gap.work')
  @Mutation(() => KnowledgeGap)
  assignGap(@Args('input') input: AssignGapInput): Promise<KnowledgeGap> {
    return this.service.assign(input);
  }

  @Can('gap.work')
  @Mutation(() => KnowledgeGap)
  answerGap(@Args('input') input: AnswerGapInput): Promise<KnowledgeGap> {
    return this.service.answer(input);
  }

  @Can('gap.work')
  @Mutation(() => KnowledgeGap)
  closeGap(@Args('input') input: CloseGapInput): Promise<KnowledgeGap> {
    return this.service.close(input);
  }

  @ResolveField(() => Person, { nullable: true })
  async assignedTo(@Parent() { assignedToId }: KnowledgeGap): Promise<Person | null> {
    return assignedToId === null ? null : this.people.person(assignedToId);
  }

  /** Whose it was before they left. */
  @ResolveField(() => Person, { nullable: true })
  async takenOverFrom(@Parent() { takenOverFromId }: KnowledgeGap): Promise<Person | null> {
    return takenOverFromId === null ? null : this.people.person(takenOverFromId);
  }

  @ResolveField(() => Person, { nullable: true })
  createdBy(@Parent() { createdById }: KnowledgeGap): Promise<Person | null> {
    return this.people.person(createdById);
  }

  /** Who answered or closed it. */
  @ResolveField(() => Person, { nullable: true })
  async endedBy(@Parent() { endedById }: KnowledgeGap): Promise<Person | null> {
    return endedById === null ? null : this.people.person(endedById);
  }

  /** The check that chases it while it is somebody's. */
  @ResolveField(() => FollowUp, { nullable: true })
  followUp(@Parent() { id }: KnowledgeGap): Promise<FollowUp | null> {
    return this.followUps.ofSubject('GAP', id);
  }
}
