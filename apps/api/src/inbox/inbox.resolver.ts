import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MapEditInput } from '../area-maps/map-edit.input.js';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { InboxService } from './inbox.service.js';
import { HandInKnowledgeInput, KnowledgeToAgreementInput } from './knowledge-item.input.js';
import { KnowledgeItem } from './knowledge-item.type.js';

@Resolver(() => KnowledgeItem)
export class InboxResolver {
  constructor(
    private readonly service: InboxService,
    private readonly people: PeopleService,
  ) {}

  /** What waits for the caller. */
  @Can('knowledge.read')
  @Query(() => [KnowledgeItem])
  knowledgeInbox(): Promise<KnowledgeItem[]> {
    return this.service.waiting();
  }

  /** What the caller handed in. */
  @Can('knowledge.hand-in')
  @Query(() => [KnowledgeItem])
  myKnowledge(): Promise<KnowledgeItem[]> {
    return this.service.handedIn();
  }

  @Can('knowledge.hand-in')
  @Mutation(() => KnowledgeItem)
  handInKnowledge(@Args('input') input: HandInKnowledgeInput): Promise<KnowledgeItem> {
    return this.service.handIn(input);
  }

  @Can('knowledge.read')
  @Mutation(() => KnowledgeItem)
  openKnowledge(@Args('id', { type: () => UUID }) id: string): Promise<KnowledgeItem> {
    return this.service.open(id);
  }

  @Can('knowledge.steer')
  @Mutation(() => KnowledgeItem)
  passKnowledgeOn(@Args('id', { type: () => UUID }) id: string, @Args('personIds', { type: () => [UUID] }) personIds: string[]): Promise<KnowledgeItem> {
    return this.service.passOn(id, personIds);
  }

  @Can('knowledge.read')
  @Mutation(() => KnowledgeItem)
  putKnowledgeOnMap(@Args('id', { type: () => UUID }) id: string, @Args('edit') edit: MapEditInput): Promise<KnowledgeItem> {
    return this.service.putOnMap(id, edit);
  }

  @Can('knowledge.read')
  @Mutation(() => KnowledgeItem)
  knowledgeToAgreement(@Args('input') input: KnowledgeToAgreementInput): Promise<KnowledgeItem> {
    return this.service.toAgreement(input);
  }

  @Can('knowledge.read')
  @Mutation(() => KnowledgeItem)
  knowledgeToGap(@Args('id', { type: () => UUID }) id: string, @Args('question', { type: () => String }) question: string): Promise<KnowledgeItem> {
    return this.service.toGap(id, question);
  }

  @Can('knowledge.steer')
  @Mutation(() => KnowledgeItem)
  closeKnowledge(@Args('id', { type: () => UUID }) id: string, @Args('reason', { type: () => String }) reason: string): Promise<KnowledgeItem> {
    return this.service.close(id, reason);
  }

  @ResolveField(() => Person, { nullable: true })
  createdBy(@Parent() { createdById }: KnowledgeItem): Promise<Person | null> {
    return this.people.person(createdById);
  }

  /** The coordinator who opened it first. */
  @ResolveField(() => Person, { nullable: true })
  async seenBy(@Parent() { seenById }: KnowledgeItem): Promise<Person | null> {
    return seenById === null ? null : this.people.person(seenById);
  }

  @ResolveField(() => [Person])
  async passedTo(@Parent() { passedToIds }: KnowledgeItem): Promise<Person[]> {
    const people = await Promise.all(passedToIds.map((id) => this.people.person(id)));
    return people.filter((person) => person !== null);
  }

  @ResolveField(() => Person, { nullable: true })
  async settledBy(@Parent() { settledById }: KnowledgeItem): Promise<Person | null> {
    return settledById === null ? null : this.people.person(settledById);
  }
}
