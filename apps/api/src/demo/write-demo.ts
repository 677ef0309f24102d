/** Writes a demonstration into an empty database, under its owner, in one transaction. */
import type { Client } from 'pg';
import { localDateOf } from '@kvarter/cadence';
import { systemPerson } from '../platform/auth/system.js';
import type { PlaceFinding } from '../area-maps/map-edit.rules.js';
import { judgePlaces, type PlaceRow, appendEdits } from '../area-maps/map-edit.sql.js';
import { toGeoJson } from '../area-maps/map-feature.type.js';
import { placeFindings } from '../area-maps/place-finding.js';
import type { DemoArea, DemoTenant } from './demo-facts.js';
import { saidRows } from './demo-meeting-rows.js';
import { followUpRows } from './follow-up-rows.js';
import { groundRows, personRows, type Rows } from './demo-rows.js';
import { owedChecks } from './owed-checks.js';
import { knowledgeRows } from './knowledge-rows.js';
import { registerRows } from './register-rows.js';
import { roundRows } from './round-rows.js';
import { type Replayed, replay } from './replay.js';

/**
 * Does nothing where one of the tenants is there already.
 *
 * @param client logged in as one that may become the owner of the tables
 * @returns whether it wrote
 */
export async function writeDemo(client: Client, tenants: readonly DemoTenant[], seededAt: Date): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query('set local role kvarter_owner');
    await client.query('lock table open_room.tenant in share row exclusive mode');
    const there = await client.query('select 1 from open_room.tenant where slug = any ($1)', [tenants.map(({ slug }) => slug)]);
    const wanted = there.rows.length === 0;
    if (wanted) await writeAll(client, tenants, seededAt);
    await client.query('commit');
    return wanted;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function writeAll(client: Client, tenants: readonly DemoTenant[], seededAt: Date): Promise<void> {
  await client.query('insert into identity.person (id) values ($1) on conflict do nothing', [systemPerson]);
  await insert(client, personRows(tenants, seededAt));
  for (const tenant of tenants) {
    for (const rows of [...groundRows(tenant, seededAt), ...followUpRows(tenant, localDateOf(seededAt))]) await insert(client, rows);
    for (const area of tenant.areas) await writeMap(client, tenant.id, area);
    for (const rows of [...registerRows(tenant), ...saidRows(tenant), ...knowledgeRows(tenant), ...roundRows(tenant)]) await insert(client, rows);
    await insert(client, await owedChecks(client, tenant.id, localDateOf(seededAt)));
  }
}

/** Edits go in by the statement that live ones go in by, one after the other, since each has its own person and time. */
async function writeMap(client: Client, tenantId: string, area: DemoArea): Promise<void> {
  const { log, snapshots } = replay(area, await findingsFor(client, tenantId, area));
  for (const { actorId, meetingId, line, head } of log) {
    await client.query({
      name: 'demo edit',
      text: appendEdits,
      values: [tenantId, area.id, line.seq, actorId, meetingId, head.updatedAt, ...columnsOf({ line, head })],
    });
  }
  await insert(client, [
    'open_room.map_snapshot',
    snapshots.map(({ meeting, seq, takenAt }) => {
      const taken = { meeting_id: meeting.id, taken_by: meeting.createdBy, taken_at: takenAt };
      // A meeting leaves one snapshot, so its id will do for both.
      return { tenant_id: tenantId, snapshot_id: meeting.id, area_id: area.id, name: meeting.title, seq, ...taken };
    }),
  ]);
}

/** The columns `appendEdits` wants, of one line. */
function columnsOf({ line: { seq, editId, op, status }, head }: Pick<Replayed, 'line' | 'head'>): unknown[][] {
  const { id, version, state, outsideBoundary, touchedAt } = head;
  const logged = [[seq], [editId], [id], [version], [op], [status], [JSON.stringify(state)], [outsideBoundary]];
  return [...logged, [true], [state.geometry && JSON.stringify(state.geometry)], [toGeoJson(head)], [touchedAt]];
}

async function findingsFor(client: Client, tenantId: string, { id, edits }: DemoArea): Promise<Map<string, PlaceFinding>> {
  const drawn = edits.flatMap(({ edit }) => (edit.geometry ? [edit] : []));
  const values = [tenantId, id, drawn.map((_, place) => place), drawn.map(({ geometry }) => JSON.stringify(geometry))];
  const findings = placeFindings((await client.query<PlaceRow>(judgePlaces, values)).rows);
  return new Map(
    drawn.flatMap(({ editId }, place): [string, PlaceFinding][] => {
      const finding = findings.get(place);
      return finding ? [[editId, finding]] : [];
    }),
  );
}

/** Columns not named keep their defaults. A geometry is read from its GeoJSON, in WGS84. */
async function insert(client: Client, [table, rows]: Rows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (columns === '') return;
  await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
}
