/** What reads and writes agreements. Days are texts, YYYY-MM-DD. */
import type { AgreementState } from './agreement.type.js';

export interface AgreementRow extends Record<string, unknown> {
  id: string;
  areaId: string | null;
  meetingId: string | null;
  title: string;
  detail: string | null;
  dueOn: string;
  state: AgreementState;
  report: string | null;
  reportedAt: Date | null;
  version: number;
  createdAt: Date;
  responsibleId: string;
  takenOverFromId: string | null;
  createdById: string;
}

const columns = `
  a.agreement_id as id, a.area_id as "areaId", a.meeting_id as "meetingId", a.title, a.detail, a.due_on::text as "dueOn", a.state, a.report,
  a.reported_at as "reportedAt", a.version, a.created_at as "createdAt", a.responsible as "responsibleId", a.taken_over_from as "takenOverFromId",
  a.created_by as "createdById"`;

/** $1 tenant, $2 area or null for all, $3 only open, only closed, or null for both, $4 meeting or null: what is due first, first. Indexes agreement_by_area, agreement_by_meeting. */
export const agreementsOf = `
  select ${columns} from open_room.agreement a
  where a.tenant_id = $1 and ($2::uuid is null or a.area_id = $2) and ($3::boolean is null or (a.state = 'OPEN') = $3)
    and ($4::uuid is null or a.meeting_id = $4)
  order by a.state <> 'OPEN', a.due_on, a.agreement_id limit 1000`;

/** $1 tenant, $2 person: open ones they made and others are to do. Index agreement_by_area. */
export const agreementsAwaited = `
  select ${columns} from open_room.agreement a
  where a.tenant_id = $1 and a.created_by = $2 and a.responsible <> $2 and a.state = 'OPEN' order by a.due_on, a.agreement_id limit 200`;

/** $1 tenant, $2 agreement. Primary key. */
export const agreementById = `select ${columns} from open_room.agreement a where a.tenant_id = $1 and a.agreement_id = $2`;

/** $1 tenant, $2 agreements. Primary key. */
export const agreementsById = `select ${columns} from open_room.agreement a where a.tenant_id = $1 and a.agreement_id = any ($2::uuid[])`;

export const insertAgreement = `
  insert into open_room.agreement as a (tenant_id, agreement_id, area_id, meeting_id, title, detail, responsible, due_on, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8::date, $9) returning ${columns}`;

/** $1 tenant, $2 agreement, $3 version it builds on, $4 title, $5 detail, $6 responsible, $7 day. Primary key. */
export const changeAgreement = `
  update open_room.agreement a set title = $4, detail = $5, responsible = $6, due_on = $7::date, version = a.version + 1
  where a.tenant_id = $1 and a.agreement_id = $2 and a.version = $3 and a.state = 'OPEN' returning ${columns}`;

/** $1 tenant, $2 agreement, $3 state, $4 report, $5 when, $6 day. Primary key. */
export const reportOnAgreement = `
  update open_room.agreement a set state = $3, report = $4, reported_at = $5, due_on = $6::date, version = a.version + 1
  where a.tenant_id = $1 and a.agreement_id = $2 and a.state = 'OPEN' returning ${columns}`;
