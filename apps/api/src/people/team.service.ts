/** The rules of the team: who its members are to each other, how they are reached, and who works where. */
import { Injectable } from '@nestjs/common';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { roleNames } from '../platform/auth/roles.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { checkedEmail } from '../platform/text/checked-contact.js';
import type { AddMemberInput, UpdateMemberInput } from './member.input.js';
import { checkedTexts, type MemberTexts, ownFields } from './member.rules.js';
import type { MembershipEntity } from './membership.entity.js';
import { notGiven, PeopleService } from './people.service.js';
import { addMember, areaIsThere, areasOfMembers, assign, describeMember, unassign } from './team.sql.js';

/** Roles that may do less than a coordinator, who may therefore add them. */
const addedByCoordinators = ['team_member', 'steering', 'politician'];

const areas = Symbol('areas by member');

@Injectable()
export class TeamService {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleService,
  ) {}

  /**
   * Changes what is said of a member. Coordinators and administrators change anything, others how they
   * themselves are reached.
   * @throws NOT_FOUND, FORBIDDEN, INVALID_INPUT naming the field, CONFLICT where the address is another member's
   */
  async update({ personId, ...given }: UpdateMemberInput): Promise<MembershipEntity> {
    const { personId: caller, permissions } = currentActor();
    const own = personId === caller && Object.keys(given).every((key) => ownFields.includes(key));
    if (!permissions.has('member.add') && !own) throw refuse('ONLY_OWN_CONTACT');
    await this.describe(personId, checkedTexts(given));
    return this.people.member(personId);
  }

  /**
   * Makes a person and their membership. They are told nothing: how they sign in comes with the sign-in.
   * @throws INVALID_INPUT naming the field, FORBIDDEN for a role that only administrators give, CONFLICT where the address is another member's
   */
  async add(input: AddMemberInput): Promise<MembershipEntity> {
    const { name, organisation, function: func } = checkedTexts(input);
    const email = checkedEmail(input.email);
    if (email === null) throw refuse('FIELD_EMPTY', { field: 'email' }, { field: 'email' });
    const roles = [...new Set(input.roles)];
    if (roles.length === 0) throw refuse('ROLE_MISSING', {}, { field: 'roles' });
    if (roles.some((role) => !roleNames.includes(role) || notGiven.includes(role))) throw refuse('ROLE_UNKNOWN', {}, { field: 'roles' });
    const allRoles = currentActor().permissions.has('member.edit');
    if (!allRoles && roles.some((role) => !addedByCoordinators.includes(role))) throw refuse('ROLE_BY_ADMIN', {}, { field: 'roles' });
    const [made] = await this.db.query<{ personId: string }>(addMember, [name, email, roles]).catch(refuseTaken);
    const personId = made?.personId ?? '';
    await this.describe(personId, { organisation, function: func });
    return this.people.member(personId);
  }

  /** The areas a member works on, of those the caller sees. */
  areasOf(personId: string): Promise<string[]> {
    return loadOne<string[]>(
      areas,
      personId,
      async (people) => {
        const rows = await this.db.query<{ id: string; areas: string[] }>(areasOfMembers, [currentTenant().id, people]);
        return new Map(rows.map((row) => [row.id, row.areas]));
      },
      [],
    );
  }

  /** Puts a member on an area or takes them off it; they may see and do what they could before. @throws NOT_FOUND */
  async assign(areaId: string, personId: string, assigned: boolean): Promise<MembershipEntity> {
    const tenant = currentTenant().id;
    const [area] = await this.db.query(areaIsThere, [tenant, areaId]);
    if (!area) throw refuse('AREA_NOT_FOUND', {}, { field: 'areaId' });
    const member = await this.people.member(personId);
    await this.db.query(assigned ? assign : unassign, [tenant, areaId, personId]);
    return member;
  }

  private async describe(personId: string, texts: MemberTexts): Promise<void> {
    const [changed] = await this.db.query(describeMember, [currentTenant().id, personId, JSON.stringify(texts)]).catch(refuseTaken);
    if (!changed) throw refuse('MEMBER_NOT_FOUND', {}, { field: 'personId' });
  }
}

/** The index is asked, not a query before: two who write the same address at once are told as well. */
function refuseTaken(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'membership_by_email') throw refuse('EMAIL_TAKEN', {}, { field: 'email' });
  throw error;
}
