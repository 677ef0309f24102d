/** The checks of what the demonstration leaves to do: items of run sheets, and answers owed to those who told something. */
import { addDays, laterOf, type LocalDate, localDate } from '@kvarter/cadence';
import { startOf } from '../follow-ups/reminder-days.js';
import { titleOfCheck } from '../meetings/run-sheet-checks.js';
import { titlesOfChecks } from '../stakeholders/stakeholder-checks.js';
import type { Row, Rows } from './demo-rows.js';
import type { Client } from 'pg';

interface Owed {
  id: string;
  /** Of an item of the run sheet. */
  key: string | null;
  title: string | null;
  /** The meeting, or the stakeholder; null where a title may not name them. */
  about: string | null;
  areaId: string | null;
  dueOn: string;
  responsible: string;
}

const items = `
  select i.item_id as id, i.key, i.title, m.title as about, m.area_id as "areaId", i.due_on::text as "dueOn", i.responsible
  from open_room.run_sheet_item i join open_room.meeting m on m.tenant_id = i.tenant_id and m.meeting_id = i.meeting_id
  where i.tenant_id = $1 and i.stage <> 'DURING' and i.done_at is null and i.responsible is not null and m.state <> 'CANCELLED'`;

const answers = `
  select p.perspective_id as id, null as key, null as title, case when c.private_person then null else s.name end as about,
         p.area_id as "areaId", p.feedback_due_on::text as "dueOn", p.created_by as responsible
  from open_room.stakeholder_perspective p
  join open_room.stakeholder s on s.tenant_id = p.tenant_id and s.stakeholder_id = p.stakeholder_id
  left join open_room.stakeholder_contact c on c.tenant_id = s.tenant_id and c.stakeholder_id = s.stakeholder_id
  where p.tenant_id = $1 and p.feedback_on is null`;

/** Of a tenant whose other rows are there. Nobody is reminded before tomorrow of what is late already. */
export async function owedChecks(client: Client, tenantId: string, today: LocalDate): Promise<Rows> {
  const check = (subjectType: string, title: string | null, { id, areaId, dueOn, responsible }: Owed): Row => {
    const subject = { subject_type: subjectType, subject_id: id, area_id: areaId, title, responsible };
    const remind = startOf(laterOf(localDate(dueOn), addDays(today, 1)));
    return { tenant_id: tenantId, ...subject, planned_on: dueOn, due_on: dueOn, remind_at: remind };
  };
  const open = (await client.query<Owed>(items, [tenantId])).rows;
  const owed = (await client.query<Owed>(answers, [tenantId])).rows;
  return [
    'open_room.follow_up',
    [
      ...open.map((item) => check('RUN_SHEET_ITEM', titleOfCheck(item, item.about ?? '', 'da'), item)),
      ...owed.map((answer) => check('FEEDBACK', answer.about && titlesOfChecks.FEEDBACK.da(answer.about), answer)),
    ],
  ];
}
