/** Who may be given something to do, or be invited: members of the tenant today. For hosts, who see all memberships. */
import { Injectable } from '@nestjs/common';
import { currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';

/** $1 tenant, $2 people: those who are members and no guests of a meeting. Primary key of membership. */
const membersAmong = `
  select person_id as id from open_room.membership
  where tenant_id = $1 and person_id = any ($2::uuid[]) and ended_at is null and not roles <@ '{participant,system}'`;

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
}
