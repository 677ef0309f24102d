/** The rules about persons: who is a member, in which roles, and where they are signed in. */
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { permissionsFor, roleNames } from '../platform/auth/roles.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { MembershipEntity } from './membership.entity.js';
import type { Me, SignInSession } from './me.type.js';
import { membershipsOfCaller, namesOf } from './people.sql.js';
import type { Person } from './person.type.js';

/** Roles that come by other ways than an administrator's hand. */
export const notGiven: readonly string[] = ['participant', 'centre_admin'];

const people = Symbol('people by id');

@Injectable()
export class PeopleService {
  constructor(private readonly db: Db) {}

  async me(): Promise<Me> {
    const actor = currentActor();
    const memberships = await this.db.query<{ slug: string; tenantName: string; roles: string[] }>(membershipsOfCaller);
    return {
      personId: actor.personId,
      name: actor.name,
      memberships: memberships.map(({ slug, tenantName, roles }) => ({ tenantSlug: slug, tenantName, roles, permissions: [...permissionsFor(roles)].sort() })),
    };
  }

  /** Somebody of this tenant, also when their membership has ended; null where there is no such person here. */
  person(personId: string): Promise<Person | null> {
    return loadOne<Person | null>(
      people,
      personId,
      async (ids) => new Map((await this.db.query<Person & Record<string, unknown>>(namesOf, [ids])).map((row) => [row.personId, row])),
      null,
    );
  }

  /** The team of the tenant by name; guests of meetings and Kvarter itself left out. */
  async members(): Promise<MembershipEntity[]> {
    const all = await this.db.repo(MembershipEntity).find({ where: { tenantId: currentTenant().id, endedAt: IsNull() }, order: { name: 'ASC' } });
    return all.filter(({ roles }) => !roles.includes('system') && roles.some((role) => role !== 'participant'));
  }

  /** @throws NOT_FOUND, INVALID_INPUT for a role that isn't given this way, CONFLICT where no administrator would be left */
  async setRoles(personId: string, roles: readonly string[]): Promise<MembershipEntity> {
    const wanted = [...new Set(roles)];
    if (wanted.length === 0 || wanted.some((role) => !roleNames.includes(role) || notGiven.includes(role))) throw refuse('ROLE_UNKNOWN');
    const member = await this.member(personId);
    if (!wanted.includes('tenant_admin')) await this.keepAnAdministrator(member);
    await this.change(personId, { roles: wanted });
    return this.member(personId);
  }

  /** Ends a membership: every right of theirs in this tenant is gone at once. */
  async endMembership(personId: string): Promise<boolean> {
    const member = await this.member(personId);
    await this.keepAnAdministrator(member);
    await this.change(personId, { endedAt: new Date() });
    return true;
  }

  async mySessions(): Promise<SignInSession[]> {
    const { sessionId } = currentActor();
    const rows = await this.db.query<{ id: string; started_at: Date; last_seen_at: Date; expires_at: Date }>('select * from identity.sessions_of_caller()');
    return rows.map((row) => ({
      id: row.id,
      startedAt: row.started_at,
      lastSeenAt: row.last_seen_at,
      expiresAt: row.expires_at,
      current: row.id === sessionId,
    }));
  }

  /** @throws NOT_FOUND where it is not the caller's or not there */
  async revokeSession(id: string): Promise<boolean> {
    const [row] = await this.db.query<{ revoked: boolean }>('select identity.revoke_session($1) as revoked', [id]);
    if (!row?.revoked) throw refuse('SESSION_NOT_FOUND');
    return true;
  }

  /** A member of today, guests among them. @throws NOT_FOUND */
  async member(personId: string): Promise<MembershipEntity> {
    const member = await this.db.repo(MembershipEntity).findOneBy({ tenantId: currentTenant().id, personId, endedAt: IsNull() });
    if (!member || member.roles.includes('system')) throw refuse('MEMBER_NOT_FOUND');
    return member;
  }

  private async change(personId: string, change: Partial<Pick<MembershipEntity, 'roles' | 'endedAt'>>): Promise<void> {
    await this.db.repo(MembershipEntity).update({ tenantId: currentTenant().id, personId }, change);
  }

  private async keepAnAdministrator(member: MembershipEntity): Promise<void> {
    if (!member.roles.includes('tenant_admin')) return;
    // Locked, so that two administrators can't remove each other at the same moment.
    const [row] = await this.db.query<{ others: number }>(
      `select count(*)::integer as others from (
         select 1 from open_room.membership where tenant_id = $1 and person_id <> $2 and ended_at is null and 'tenant_admin' = any (roles) for update
       ) admins`,
      [currentTenant().id, member.personId],
    );
    if (!row?.others) throw refuse('LAST_ADMIN');
  }
}
