/** The one table of what a role may do (domain section 3). A tenant may rename a role, never change this. */

/** What every member may. */
const own = ['mail.own', 'local-name.read'];
const area = ['area.read', 'area-map.read', 'meeting.read', 'stakeholder.read'];
const follow = ['follow-up.read', 'follow-up.report', 'agreement.read', 'agreement.report', 'follow-up-rule.read', 'gap.read', 'round.read', 'ranking.read'];
/** Knowing one's colleagues, and saying how one is reached oneself. */
const team = ['member.read', 'member.describe'];
/** How stakeholders are reached, what was talked about, what is owed: never a guest's business. */
const register = ['stakeholder.contact', 'stakeholder.edit'];

/** News about an area, handed in by anybody of the team; what becomes of it is the coordinators' to say. */
const inbox = ['knowledge.hand-in', 'knowledge.read'];

const permissionsOf: Record<string, readonly string[]> = {
  coordinator: [
    ...own,
    ...area,
    ...follow,
    ...team,
    ...register,
    ...inbox,
    'agreement.make',
    'gap.work',
    'knowledge.steer',
    'area.create',
    'area.rank',
    'area.edit',
    'area-map.edit',
    'area-map.snapshot',
    'area-map.redact',
    'follow-up.plan',
    'meeting.host',
    'meeting.note',
    'round.lead',
    'round.prepare',
    'member.add',
    'team.assign',
  ],
  team_member: [
    ...own,
    ...area,
    ...follow,
    ...team,
    ...register,
    ...inbox,
    'agreement.make',
    'gap.work',
    'area-map.edit',
    'area-map.snapshot',
    'meeting.note',
    'round.prepare',
  ],
  // While their meeting is open; the row policies hold that.
  participant: [...own, ...area, 'area-map.edit'],
  steering: [...own, ...area, ...follow, ...team, 'stakeholder.contact'],
  politician: [...own, 'member.describe'],
  case_lead: [...own, 'member.describe'],
  case_worker: [...own, 'member.describe'],
  tenant_admin: [...own, ...team, 'member.add', 'member.edit', 'local-name.edit', 'mailbox.edit', 'follow-up-rule.read', 'follow-up-rule.edit'],
  centre_admin: [...own, 'tenants.read'],
  // Kvarter's own jobs, a member of every tenant like any other.
  system: [...area, 'area-map.edit'],
};

export const roleNames: readonly string[] = Object.keys(permissionsOf).filter((role) => role !== 'system');

/** What these roles may do together: roles add up. Unknown roles add nothing. */
export const permissionsFor = (roles: readonly string[]): ReadonlySet<string> => new Set(roles.flatMap((role) => permissionsOf[role] ?? []));
