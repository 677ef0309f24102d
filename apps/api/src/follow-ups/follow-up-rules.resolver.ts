import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { FollowUpRulesService } from './follow-up-rules.service.js';
import { FollowUpRules, FollowUpRulesInput } from './follow-up-rules.type.js';

@Resolver(() => FollowUpRules)
export class FollowUpRulesResolver {
  constructor(
    private readonly rules: FollowUpRulesService,
    private readonly people: PeopleService,
  ) {}

  @Can('follow-up-rule.read')
  @Query(() => FollowUpRules)
  followUpRules(): Promise<FollowUpRules> {
    return this.rules.current();
  }

  @Can('follow-up-rule.edit')
  @Mutation(() => FollowUpRules)
  setFollowUpRules(@Args('input') input: FollowUpRulesInput): Promise<FollowUpRules> {
    return this.rules.set(input);
  }

  @ResolveField(() => Person, { nullable: true })
  changedBy(@Parent() { changedById }: FollowUpRules): Promise<Person | null> | null {
    return changedById ? this.people.person(changedById) : null;
  }
}
