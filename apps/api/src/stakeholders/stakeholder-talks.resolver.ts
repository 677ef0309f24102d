import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { StakeholderTalksService } from './stakeholder-talks.service.js';
import { AddPerspectiveInput, LogContactInput } from './stakeholder.input.js';
import { Stakeholder, StakeholderContact, StakeholderTalk } from './stakeholder.type.js';

@Resolver(() => StakeholderTalk)
export class StakeholderTalksResolver {
  constructor(
    private readonly between: StakeholderTalksService,
    private readonly people: PeopleService,
  ) {}

  @Can('stakeholder.edit')
  @Mutation(() => Stakeholder)
  logContact(@Args('input') input: LogContactInput): Promise<Stakeholder> {
    return this.between.log(input);
  }

  @Can('stakeholder.edit')
  @Mutation(() => Stakeholder)
  addPerspective(@Args('input') input: AddPerspectiveInput): Promise<Stakeholder> {
    return this.between.addPerspective(input);
  }

  @Can('stakeholder.edit')
  @Mutation(() => Stakeholder)
  giveFeedback(
    @Args('perspectiveId', { type: () => UUID }) perspectiveId: string,
    @Args('feedback', { type: () => String }) feedback: string,
  ): Promise<Stakeholder> {
    return this.between.giveFeedback(perspectiveId, feedback);
  }

  /** The colleague who talked with them. */
  @ResolveField(() => Person, { nullable: true })
  by(@Parent() { personId }: StakeholderTalk): Promise<Person | null> {
    return this.people.person(personId);
  }
}

@Resolver(() => StakeholderContact)
export class StakeholderContactResolver {
  constructor(private readonly people: PeopleService) {}

  /** The colleague who noted the consent. */
  @ResolveField(() => Person, { nullable: true })
  async consentNotedBy(@Parent() { consentNotedBy }: StakeholderContact): Promise<Person | null> {
    return consentNotedBy === null ? null : this.people.person(consentNotedBy);
  }
}
