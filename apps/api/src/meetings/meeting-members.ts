/** Who may be given something to do, or be invited: members of the tenant today. For hosts, who see all memberships. */
import { Injectable } from '@nestjs/common';
import { currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';

/** $1 tenant, $2 people: those who are members and no guests of a meeting. Primary key of membership. */
const membersAmong = `
  select person_id as id from open_room.membership
  where tenant_id = $1 and person_id = any ($2::uuid[]) and ended_at is null and not roles <@ '{participant,system}'`;

/** $1 tenant, $2 person: whether they are on the team today. Primary key of membership. */
const onTheTeam = `
  select 1 from open_room.membership where tenant_id = $1 and person_id = $2 and ended_at is null and roles && '{coordinator,team_member}'`;

@Injectable()
export class MeetingMembers {
  constructor(private readonly db: Db) {}

  /** @throws NOT_FOUND naming the field where one of them is no member; null stands for nobody */
  async require(people: readonly (string | null)[], field: string): Promise<void> {
    const wanted = new Set(people.filter((person) => person !== null));
    if (wanted.size === 0) return;
    const found = await this.db.query(membersAmong, [currentTenant().id, [...wanted]]);
    if (found.length < wanted.size) throw refuse('MEMBER_NOT_FOUND', {}, { field });
  }

  /** @throws INVALID_INPUT where somebody isn't on the team, who alone check off what is to be done; null stands for nobody */
  async requireOnTeam(person: string | null): Promise<void> {
    if (person === null) return;
    const [found] = await this.db.query(onTheTeam, [currentTenant().id, person]);
    if (!found) throw refuse('RESPONSIBLE_UNKNOWN', {}, { field: 'responsible' });
  }
}
