import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Can, SELF } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { Me, SignInSession } from './me.type.js';
import { MembershipEntity } from './membership.entity.js';
import { PeopleService } from './people.service.js';

@Resolver()
export class PeopleResolver {
  constructor(private readonly people: PeopleService) {}

  @Can(SELF)
  @Query(() => Me)
  me(): Promise<Me> {
    return this.people.me();
  }

  @Can('member.read')
  @Query(() => [MembershipEntity])
  members(): Promise<MembershipEntity[]> {
    return this.people.members();
  }

  @Can(SELF)
  @Query(() => [SignInSession])
  mySessions(): Promise<SignInSession[]> {
    return this.people.mySessions();
  }

  @Can('member.edit')
  @Mutation(() => MembershipEntity)
  setRoles(@Args('personId', { type: () => UUID }) personId: string, @Args('roles', { type: () => [String] }) roles: string[]): Promise<MembershipEntity> {
    return this.people.setRoles(personId, roles);
  }

  @Can('member.edit')
  @Mutation(() => Boolean)
  endMembership(@Args('personId', { type: () => UUID }) personId: string): Promise<boolean> {
    return this.people.endMembership(personId);
  }

  @Can(SELF)
  @Mutation(() => Boolean)
  revokeSession(@Args('id', { type: () => UUID }) id: string): Promise<boolean> {
    return this.people.revokeSession(id);
  }
}
