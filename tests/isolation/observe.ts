/** What everybody can do with the rows of a tenant, tried for real: the same trials whether the policies are as they are or one of them is weakened. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { systemPerson } from '../../apps/api/src/platform/auth/system.js';
import type { Table } from './catalog.js';
import type { Guise } from './rooms.js';
import type { EmptyTenant, Tenant } from './two-tenants.js';

export type Verb = 'read' | 'write' | 'write otherwise' | 'change' | 'change otherwise' | 'move' | 'remove';

export const verbs: readonly Verb[] = ['read', 'write', 'write otherwise', 'change', 'change otherwise', 'move', 'remove'];

/** SQLSTATE of a refusal, or how many rows it was. */
export interface Observed {
  readonly verb: Verb;
  readonly who: string;
  readonly outcome: string;
}

/** Everybody who is not a member of the tenant that is attacked. */
export const strangersTo = (theirs: Tenant, mine: EmptyTenant): [who: string, guise: Guise][] => [
  ['nobody', {}],
  ['a coordinator of another tenant, as what they are', { tenant: mine.tenantId, person: mine.coordinator, purpose: 'write' }],
  ['a coordinator of another tenant, claiming this one', { tenant: theirs.tenantId, person: mine.coordinator, purpose: 'write' }],
  ['an administrator of another tenant', { tenant: mine.tenantId, person: mine.administrator, purpose: 'write' }],
  ['Kvarter itself, at work in another tenant', { tenant: mine.tenantId, person: systemPerson, purpose: 'job' }],
  ['a person who does not exist', { tenant: theirs.tenantId, person: randomUUID(), purpose: 'job' }],
  ['a tenant without a person', { tenant: theirs.tenantId, purpose: 'job' }],
  ['a person without a tenant', { person: theirs.coordinator, purpose: 'sign-in' }],
  ['empty settings', { tenant: '', person: '', purpose: '' }],
  ['settings that are no ids', { tenant: `${theirs.tenantId}' or true --`, person: '*', purpose: 'read' }],
  ['ids in capitals', { tenant: theirs.tenantId.toUpperCase(), person: theirs.coordinator.toUpperCase(), purpose: 'read' }],
];

/** Members, those of fewer rights and Kvarter itself too; the one area there is kept to those named on it. */
export const membersOf = ({ tenantId, coordinator, team, guest, lesser }: Tenant): [who: string, guise: Guise][] =>
  Object.entries({ coordinator, team, guest, ...lesser, Kvarter: systemPerson }).map(([who, person]) => [who, { tenant: tenantId, person, purpose: 'write' }]);

/** Columns that say who did it. */
const signatures = ['taken_by', 'created_by', 'added_by', 'written_by', 'changed_by'];

/** What belongs to a meeting and has its turn while that is to come. */
const ofMeetings = ['agenda_item', 'invitation', 'meeting_minutes', 'meeting_participant', 'run_sheet_item'].map((name) => `open_room.${name}`);

/** Values that nobody may give a column of a table, whoever they are otherwise: in another's name, out of turn. */
const otherwise = (table: string, theirs: Tenant): Record<string, unknown> => ({
  // A snapshot may be of any number; an area's own begins at 0.
  ...(table === 'open_room.map_snapshot' ? {} : { seq: 7 }),
  roles: ['system'],
  ...Object.fromEntries(signatures.map((column) => [column, theirs.lesser.steering])),
  ...(ofMeetings.includes(table) ? { meeting_id: theirs.calledOffId } : {}),
});

/** A statement to be tried. */
export interface Trial {
  readonly sql: string;
  readonly values: unknown[];
}

/** Which columns a login may write; undefined where it may not write any. */
export interface Writable {
  readonly insert: readonly string[];
  readonly update: readonly string[];
}

/**
 * Tries `wanted` on one table as each of `people`.
 * @param client inside a transaction, in the role that is to be tried; nothing of it lasts
 * @param row of theirs, with everything one may write
 */
export async function observe(
  client: Client,
  table: Table,
  row: Record<string, unknown>,
  writable: Writable,
  theirs: Tenant,
  mine: EmptyTenant,
  wanted: readonly Verb[] = verbs,
  people = [...strangersTo(theirs, mine), ...membersOf(theirs)],
): Promise<Observed[]> {
  const seen: Observed[] = [];
  for (const verb of wanted) {
    for (const [who, guise] of people) {
      for (const trial of trialsOf(verb, table, row, writable, theirs, mine, guise)) seen.push({ verb, who, outcome: await outcomeOf(client, guise, trial) });
    }
  }
  return seen;
}

/** Statements, for what is done otherwise one for each column; what reads no column of the table meets the policy of its own verb alone. */
function trialsOf(
  verb: Verb,
  { name, primaryKey }: Table,
  row: Record<string, unknown>,
  { insert, update }: Writable,
  theirs: Tenant,
  mine: EmptyTenant,
  { person }: Guise,
): Trial[] {
  if (verb === 'read') return [{ sql: `select 1 from ${name} where tenant_id = $1`, values: [theirs.tenantId] }];
  if (verb === 'remove') return [{ sql: `delete from ${name}`, values: [] }];
  if (verb === 'move') return [{ sql: `update ${name} set tenant_id = $1`, values: [mine.tenantId] }];
  const filled = `jsonb_populate_record(null::${name}, $1) r`;
  const odd = Object.entries(otherwise(name, theirs)).filter(([column]) => column in row);
  const self = person && /^[0-9a-f-]{36}$/i.test(person) ? person : null;
  const own = primaryKey.at(-1) ?? '';
  const set = (columns: readonly string[], whose: string, values: Record<string, unknown>): Trial => ({
    sql: `update ${name} set ${columns.map((column) => `${column} = (select r.${column} from ${filled})`).join(', ')}${whose}`,
    values: [{ ...row, ...values }],
  });
  if (verb === 'change') {
    const last = update.at(-1) ?? Object.keys(row).at(-1) ?? '';
    // Who writes on in a text signs it.
    const signed = ['written_by', 'changed_by'].filter((column) => update.includes(column));
    return [set([...new Set([last, ...signed])], '', Object.fromEntries(signed.map((column) => [column, self])))];
  }
  if (verb === 'change otherwise') {
    // Of others: who takes their own right away on the way is refused the rest for that alone.
    const whose = 'person_id' in row ? ` where person_id::text is distinct from coalesce(current_setting('kvarter.person', true), '')` : '';
    return odd.filter(([column]) => column !== own).map(([column, value]) => set([column], whose, { [column]: value }));
  }
  const columns = insert.length > 0 ? insert : Object.keys(row);
  const fresh = {
    ...row,
    // What a meeting has once is tried beside what is there.
    ...(own.endsWith('_id') && own !== 'tenant_id' && (own !== 'meeting_id' || name === 'open_room.meeting') ? { [own]: randomUUID() } : {}),
    ...('seq' in row ? { seq: 0 } : {}),
    ...Object.fromEntries(signatures.filter((column) => column in row).map((column) => [column, self])),
  };
  const into = (values: Record<string, unknown>): Trial => ({
    sql: `insert into ${name} (${columns.join(', ')}) select ${columns.map((column) => `r.${column}`).join(', ')} from ${filled}`,
    values: [{ ...fresh, ...values }],
  });
  if (verb === 'write') return [into({})];
  return odd.filter(([column]) => columns.includes(column)).map(([column, value]) => into({ [column]: value }));
}

/** What comes of a statement in a guise: SQLSTATE, or the rows there were. Nothing of it lasts. */
export async function outcomeOf(client: Client, { tenant = '', person = '', purpose = '' }: Guise, { sql, values }: Trial): Promise<string> {
  const [t, p, u] = [tenant, person, purpose].map((value) => client.escapeLiteral(value));
  await client.query(
    `savepoint trial; select set_config('kvarter.tenant', ${t}, true), set_config('kvarter.person', ${p}, true), set_config('kvarter.purpose', ${u}, true)`,
  );
  try {
    return `${(await client.query(sql, values)).rowCount ?? 0} rows`;
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown';
  } finally {
    await client.query('rollback to trial');
  }
}

/** Refused, or nothing there to be had. */
export const isNothing = ({ outcome }: Observed): boolean => outcome === '42501' || outcome === '0 rows';

/** A row of theirs with everything that can be written, as JSON. */
export async function rowOf(admin: Client, { name, columns }: Table, { tenantId, calledOffId }: Tenant): Promise<Record<string, unknown>> {
  const { rows } = await admin.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${name} t where tenant_id = $1 order by to_jsonb(t) ->> 'meeting_id' is not distinct from $2, ctid limit 1`,
    [tenantId, calledOffId],
  );
  if (!rows[0]) throw new Error(`${name} has no row in two-tenants.ts: add one, so that it is attacked`);
  return Object.fromEntries(columns.map((column) => [column, rows[0]?.row[column]]));
}

/** The columns a group may write, as it is granted now. */
export async function writableBy(admin: Client, group: string, { name, columns }: Table): Promise<Writable> {
  const { rows } = await admin.query<{ insert: boolean; update: boolean }>(
    `select has_column_privilege($1, $2, c, 'insert') as insert, has_column_privilege($1, $2, c, 'update') as update from unnest($3::text[]) with ordinality as x (c, i) order by i`,
    [group, name, columns],
  );
  return { insert: columns.filter((_, index) => rows[index]?.insert), update: columns.filter((_, index) => rows[index]?.update) };
}
