/** The SQL of this build. Migrations run by name; policy files in this order, since later ones use functions of earlier ones. */
import type { DatabaseFiles } from './platform/db/migrate.js';
import identity from './people/identity.policy.sql?raw';
import membership from './people/membership.policy.sql?raw';
import team from './people/team.policy.sql?raw';
import tenants from './tenants/tenant.policy.sql?raw';
import areas from './areas/area.policy.sql?raw';
import meetings from './meetings/meeting.policy.sql?raw';
import agreements from './agreements/agreement.policy.sql?raw';
import followUps from './follow-ups/follow-up.policy.sql?raw';
import agenda from './meetings/agenda.policy.sql?raw';
import participants from './meetings/participant.policy.sql?raw';
import runSheets from './meetings/run-sheet.policy.sql?raw';
import minutes from './meetings/minutes.policy.sql?raw';
import outcomes from './meetings/outcome.policy.sql?raw';
import areaMaps from './area-maps/area-map.policy.sql?raw';
import gaps from './gaps/gap.policy.sql?raw';
import inbox from './inbox/knowledge-item.policy.sql?raw';
import mailbox from './mailbox/mailbox.policy.sql?raw';
import outbox from './platform/mail/outbox.policy.sql?raw';
import rounds from './rounds/round.policy.sql?raw';
import stakeholders from './stakeholders/stakeholder.policy.sql?raw';

const migrations = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

export const databaseFiles: DatabaseFiles = {
  migrations: Object.fromEntries(Object.entries(migrations).map(([path, sql]) => [path.slice(path.lastIndexOf('/') + 1), sql])),
  policies: [
    ['people/membership', membership],
    ['people/identity', identity],
    ['tenants/tenant', tenants],
    ['areas/area', areas],
    ['people/team', team],
    ['meetings/meeting', meetings],
    ['meetings/agenda', agenda],
    ['meetings/participant', participants],
    ['meetings/run-sheet', runSheets],
    ['meetings/minutes', minutes],
    ['meetings/outcome', outcomes],
    ['area-maps/area-map', areaMaps],
    ['follow-ups/follow-up', followUps],
    ['agreements/agreement', agreements],
    ['platform/mail/outbox', outbox],
    ['stakeholders/stakeholder', stakeholders],
    ['gaps/gap', gaps],
    ['inbox/knowledge-item', inbox],
    ['rounds/round', rounds],
    ['mailbox/mailbox', mailbox],
  ],
};
