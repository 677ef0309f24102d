/** What reads and writes the rules of a tenant. */
import { defaultRules, type FollowUpRules } from '@kvarter/cadence';
import { currentTenant } from '../platform/auth/actor.js';
import type { Db } from '../platform/db/db.js';

/** Who said so, and when; null where they are Kvarter's own. */
export type RulesRow = FollowUpRules & { changedById: string | null; changedAt: Date | null };

/** $1 tenant. Primary key. */
const rulesOf = `
  select run_sheet_days as "runSheetDays", feedback_days as "feedbackDays", agreement_ahead_days as "agreementAheadDays",
         reminder_every_days as "reminderEveryDays", coordinator_after_days as "coordinatorAfterDays", map_months as "mapMonths",
         changed_by as "changedById", changed_at as "changedAt"
  from open_room.follow_up_rules where tenant_id = $1`;

/** $1 tenant, $2 to $7 the rules, $8 by whom. Primary key. */
export const setRules = `
  insert into open_room.follow_up_rules
    (tenant_id, run_sheet_days, feedback_days, agreement_ahead_days, reminder_every_days, coordinator_after_days, map_months, changed_by, changed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, now())
  on conflict (tenant_id) do update set
    run_sheet_days = excluded.run_sheet_days, feedback_days = excluded.feedback_days, agreement_ahead_days = excluded.agreement_ahead_days,
    reminder_every_days = excluded.reminder_every_days, coordinator_after_days = excluded.coordinator_after_days, map_months = excluded.map_months,
    changed_by = excluded.changed_by, changed_at = excluded.changed_at`;

/** The rules of the current tenant: its own, or Kvarter's. */
export async function currentRules(db: Db): Promise<RulesRow> {
  const [own] = await db.query<RulesRow & Record<string, unknown>>(rulesOf, [currentTenant().id]);
  return own ?? { ...defaultRules, changedById: null, changedAt: null };
}
