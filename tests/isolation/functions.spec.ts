/** Every function a login may call, called by strangers with the ids of another tenant. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Callable, callableBy, fingerprint, tenantTables } from './catalog.js';
import { attempt, connect, type Guise } from './rooms.js';
import { makeTenant, type Tenant } from './two-tenants.js';

let admin: Client;
let app: Client;
let mine: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  admin = await connect('admin');
  await admin.query('set role kvarter_owner');
  app = await connect('app');
  [mine, theirs] = [await makeTenant(admin), await makeTenant(admin)];
});
afterAll(async () => {
  await app.end();
  await admin.end();
});

/** Told to anyone on purpose: numbers for the processes themselves, the personas of a demonstration. */
const tellsAnyone = new Set([
  'open_room.seqs_of',
  'open_room.job_tenants',
  'open_room.mail_tenants',
  'open_room.mailbox_tenants',
  'open_room.tenants_to_remind',
  'identity.demo_personas',
  'identity.released',
]);

/** Values of a type: whatever of theirs could be meant. A type nobody has thought of fails the suite. */
function valuesOf(type: string): unknown[] {
  const ids = [theirs.areaId, theirs.tenantId, theirs.meetingId, theirs.featureId, theirs.coordinator, theirs.invitationId];
  const known: Record<string, unknown[]> = {
    uuid: ids,
    'uuid[]': [ids],
    text: [theirs.canary, 'tenant'],
    'text[]': [['coordinator']],
    bytea: [Buffer.from(theirs.tenantId)],
    integer: [1],
    bigint: [1],
    boolean: [true],
    interval: ['1 hour'],
    jsonb: ['{}'],
    'timestamp with time zone': [new Date()],
    'integer[]': [[1]],
    'jsonb[]': [['{}']],
    'boolean[]': [[true]],
    'timestamp with time zone[]': [[new Date()]],
    'double precision': [10],
    geometry: ['POINT(10 56)'],
  };
  const values = known[type];
  if (!values) throw new Error(`no value for ${type}: add one to functions.spec.ts, so that the function that takes it is attacked`);
  return values;
}

const calls = ({ name, argumentTypes, returnsSet }: Callable): [string, unknown[]][] => {
  const places = argumentTypes.map((type, index) => `$${index + 1}::${type}`).join(', ');
  const sql = returnsSet ? `select t::text as row from ${name}(${places}) t` : `select (${name}(${places}))::text as row`;
  const most = Math.max(1, ...argumentTypes.map((type) => valuesOf(type).length));
  return Array.from({ length: most }, (_, turn) => [sql, argumentTypes.map((type) => valuesOf(type)[turn % valuesOf(type).length])]);
};

it('no function tells a stranger anything of a tenant, or changes anything there', async () => {
  const tables = await tenantTables(admin);
  const before = await Promise.all(tables.map(({ name }) => fingerprint(admin, name, theirs.tenantId)));
  const strangers: Guise[] = [
    {},
    { tenant: mine.tenantId, person: mine.coordinator, purpose: 'write' },
    { tenant: theirs.tenantId, person: mine.coordinator, purpose: 'write' },
    { tenant: theirs.tenantId, person: randomUUID(), purpose: 'job' },
  ];
  const functions = await callableBy(admin, 'kvarter_open');
  expect(functions.length).toBeGreaterThan(10);
  for (const callable of functions) {
    for (const [sql, values] of calls(callable)) {
      for (const guise of strangers) {
        // The code of an invitation is what lets a stranger in: only nobody may hold it, and that is tried elsewhere.
        if (callable.name === 'open_room.accept_invitation') values[callable.argumentTypes.indexOf('bytea')] = Buffer.from(randomUUID());
        const { rows } = await attempt(app, guise, sql, values, true);
        const said = JSON.stringify(rows);
        expect(said.includes(theirs.canary), `${callable.name} as ${JSON.stringify(guise)} says ${said.slice(0, 300)}`).toBe(false);
        if (!tellsAnyone.has(callable.name))
          for (const id of [theirs.areaId, theirs.featureId, theirs.meetingId]) expect(said.includes(id), `${callable.name} says an id`).toBe(false);
      }
    }
  }
  const after = await Promise.all(tables.map(({ name }) => fingerprint(admin, name, theirs.tenantId)));
  const changed = tables.filter((_, index) => before[index] !== after[index]).map(({ name }) => name);
  expect(changed).toEqual([]);
});
