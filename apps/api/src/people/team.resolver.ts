import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { AddMemberInput, UpdateMemberInput } from './member.input.js';
import { MembershipEntity } from './membership.entity.js';
import { TeamService } from './team.service.js';

@Resolver(() => MembershipEntity)
export class TeamResolver {
  constructor(private readonly team: TeamService) {}

  @Can('member.add')
  @Mutation(() => MembershipEntity)
  addMember(@Args('input') input: AddMemberInput): Promise<MembershipEntity> {
    return this.team.add(input);
  }

  @Can('member.describe')
  @Mutation(() => MembershipEntity)
  updateMember(@Args('input') input: UpdateMemberInput): Promise<MembershipEntity> {
    return this.team.update(input);
  }

  @Can('team.assign')
  @Mutation(() => MembershipEntity)
  assignToArea(
    @Args('areaId', { type: () => UUID }) areaId: string,
    @Args('personId', { type: () => UUID }) personId: string,
    @Args('assigned', { type: () => Boolean }) assigned: boolean,
  ): Promise<MembershipEntity> {
    return this.team.assign(areaId, personId, assigned);
  }

  /** The areas they work on, of those the caller sees. */
  @ResolveField(() => [UUID])
  areaIds(@Parent() { personId }: MembershipEntity): Promise<string[]> {
    return this.team.areasOf(personId);
  }
}
