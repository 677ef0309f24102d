import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Can } from '../platform/auth/can.js';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { StakeholderRelationsService } from './stakeholder-relations.service.js';
import { StakeholderTalksService } from './stakeholder-talks.service.js';
import { CreateStakeholderInput, UpdateStakeholderInput } from './stakeholder.input.js';
import {
  RelationKind,
  SimilarStakeholders,
  Stakeholder,
  StakeholderChange,
  StakeholderContact,
  StakeholderPerspective,
  StakeholderRelation,
  StakeholderTalk,
} from './stakeholder.type.js';
import { StakeholdersService } from './stakeholders.service.js';

@Resolver(() => Stakeholder)
export class StakeholdersResolver {
  constructor(
    private readonly stakeholders: StakeholdersService,
    private readonly relations: StakeholderRelationsService,
    private readonly between: StakeholderTalksService,
  ) {}

  @Can('stakeholder.read')
  @Query(() => [Stakeholder], { name: 'stakeholders' })
  all(@Args('areaId', { type: () => UUID }) areaId: string): Promise<Stakeholder[]> {
    return this.stakeholders.all(areaId);
  }

  @Can('stakeholder.read')
  @Query(() => Stakeholder)
  stakeholder(@Args('id', { type: () => UUID }) id: string): Promise<Stakeholder> {
    return this.stakeholders.one(id);
  }

  @Can('stakeholder.read')
  @Query(() => [StakeholderRelation])
  stakeholderRelations(@Args('areaId', { type: () => UUID }) areaId: string): Promise<StakeholderRelation[]> {
    return this.relations.all(areaId);
  }

  @Can('stakeholder.edit')
  @Query(() => [SimilarStakeholders])
  similarStakeholders(@Args('areaId', { type: () => UUID }) areaId: string): Promise<SimilarStakeholders[]> {
    return this.stakeholders.similar(areaId);
  }

  @Can('stakeholder.edit')
  @Mutation(() => Stakeholder)
  createStakeholder(@Args('input') input: CreateStakeholderInput): Promise<Stakeholder> {
    return this.stakeholders.create(input);
  }

  @Can('stakeholder.edit')
  @Mutation(() => StakeholderChange)
  updateStakeholder(
    @Args('id', { type: () => UUID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('input') input: UpdateStakeholderInput,
  ): Promise<StakeholderChange> {
    return this.stakeholders.update(id, version, input);
  }

  @Can('stakeholder.edit')
  @Mutation(() => Boolean)
  removeStakeholder(@Args('id', { type: () => UUID }) id: string): Promise<boolean> {
    return this.stakeholders.remove(id);
  }

  @Can('stakeholder.edit')
  @Mutation(() => Stakeholder)
  mergeStakeholders(
    @Args('keepId', { type: () => UUID }) keepId: string,
    @Args('keepVersion', { type: () => Int }) keepVersion: number,
    @Args('dropId', { type: () => UUID }) dropId: string,
    @Args('dropVersion', { type: () => Int }) dropVersion: number,
  ): Promise<Stakeholder> {
    return this.stakeholders.merge({ id: keepId, version: keepVersion }, { id: dropId, version: dropVersion });
  }

  @Can('stakeholder.edit')
  @Mutation(() => StakeholderRelation)
  relateStakeholders(
    @Args('fromId', { type: () => UUID }) fromId: string,
    @Args('toId', { type: () => UUID }) toId: string,
    @Args('kind', { type: () => RelationKind }) kind: RelationKind,
  ): Promise<StakeholderRelation> {
    return this.relations.relate(fromId, toId, kind);
  }

  @Can('stakeholder.edit')
  @Mutation(() => Boolean)
  unrelateStakeholders(
    @Args('fromId', { type: () => UUID }) fromId: string,
    @Args('toId', { type: () => UUID }) toId: string,
    @Args('kind', { type: () => RelationKind }) kind: RelationKind,
  ): Promise<boolean> {
    return this.relations.unrelate(fromId, toId, kind);
  }

  /** Null for guests. */
  @ResolveField(() => StakeholderContact, { nullable: true })
  contact(@Parent() { id }: Stakeholder): Promise<StakeholderContact | null> {
    return this.stakeholders.contact(id);
  }

  @ResolveField(() => [StakeholderTalk])
  talks(@Parent() { id }: Stakeholder): Promise<StakeholderTalk[]> {
    return this.between.talks(id);
  }

  @ResolveField(() => [StakeholderPerspective])
  perspectives(@Parent() { id }: Stakeholder): Promise<StakeholderPerspective[]> {
    return this.between.perspectives(id);
  }

  /** The day by which the longest waiting of their perspectives is to be answered; null where none waits. */
  @ResolveField(() => CalendarDate, { nullable: true })
  async feedbackDueOn(@Parent() { id }: Stakeholder): Promise<string | null> {
    const waiting = (await this.between.perspectives(id)).filter(({ feedbackOn }) => feedbackOn === null).map(({ feedbackDueOn }) => feedbackDueOn);
    return waiting.sort()[0] ?? null;
  }

  @ResolveField(() => CalendarDate, { nullable: true })
  async lastTalkOn(@Parent() { id }: Stakeholder): Promise<string | null> {
    return (await this.between.talks(id))[0]?.on ?? null;
  }
}
