/** Who sees what of which meeting, and who may say what of it and when: column by column, since policies tell rows apart alone. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingOn, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';
import { plain } from './graphql-attacks.js';
import { newGuest, newMember } from './newcomers.js';
import { membersOf, outcomeOf, strangersTo } from './observe.js';
import { connect } from './rooms.js';
import { type EmptyTenant, makeEmptyTenant, makeTenant, type Tenant } from './two-tenants.js';

const tables = ['meeting', 'agenda_item', 'meeting_participant', 'run_sheet_item', 'meeting_minutes'] as const;
const states = ['PLANNED', 'OPEN', 'CLOSED', 'CANCELLED'] as const;

let admin: Client;
let mine: EmptyTenant;
let theirs: Tenant;
beforeAll(async () => {
  admin = await connect('admin');
  [mine, theirs] = [await makeEmptyTenant(admin), await makeTenant(admin)];
});
afterAll(() => admin.end());

const everybody = () => [...strangersTo(theirs, mine), ...membersOf(theirs)];

/** What is asked after `change`, as the login of the open room; undone afterwards. */
async function after<T>(change: string, ask: () => Promise<T>): Promise<T> {
  try {
    await admin.query(`begin; ${change}`);
    await admin.query('set local role kvarter_open');
    return await ask();
  } finally {
    await admin.query('rollback');
  }
}

describe('of meetings', () => {
  const network = randomUUID();
  const earlier = randomUUID();
  /** What somebody has of each table, by the meeting it belongs to. */
  async function seen(change = ''): Promise<Record<string, Record<string, string>>> {
    const names = { round: theirs.meetingId, 'called off': theirs.calledOffId, network, earlier };
    const { tenantId, areaId, coordinator } = theirs;
    const more = Object.entries({ [network]: "null, 'NETWORK', 'PLANNED'", [earlier]: `'${areaId}', 'AREA', 'CLOSED'` }).map(
      ([id, what]) => `
        insert into open_room.meeting (tenant_id, meeting_id, area_id, kind, state, title, starts_at, created_by)
          values ('${tenantId}', '${id}', ${what}, 'n', now(), '${coordinator}');
        insert into open_room.agenda_item (tenant_id, meeting_id, place, title) values ('${tenantId}', '${id}', 1, 'n');
        insert into open_room.meeting_participant (tenant_id, meeting_id, name, added_by) values ('${tenantId}', '${id}', 'n', '${coordinator}');
        insert into open_room.run_sheet_item (tenant_id, meeting_id, stage, title, offset_days, due_on) values ('${tenantId}', '${id}', 'BEFORE', 'n', 0, now());
        insert into open_room.meeting_minutes (tenant_id, meeting_id, text, written_by) values ('${tenantId}', '${id}', 'n', '${coordinator}');`,
    );
    return after(`${more.join('')}${change}`, async () => {
      const found: Record<string, Record<string, string>> = {};
      for (const [who, guise] of everybody())
        for (const table of tables) {
          const had: string[] = [];
          for (const [name, id] of Object.entries(names)) {
            const there = { sql: `select from open_room.${table} where meeting_id = $1`, values: [id] };
            if ((await outcomeOf(admin, guise, there)) !== '0 rows') had.push(name);
          }
          if (had.length > 0) (found[who] ??= {})[table] = had.join(', ');
        }
      return found;
    });
  }
  const inAll = (what: string) => Object.fromEntries(tables.map((table) => [table, what]));
  const all = inAll('round, called off, network, earlier');
  const nowhere = inAll('network');

  it('those who see the area see all of it; of one about no area those who work here do; guests see their own and its agenda', async () => {
    const decided = { Kvarter: all, coordinator: all, team: all, steering: nowhere, unnamed: nowhere };
    expect(await seen()).toEqual({ ...decided, guest: { meeting: 'round', agenda_item: 'round' } });
    const { tenantId, meetingId } = theirs;
    const closed = `update open_room.meeting set state = 'CLOSED' where meeting_id = '${meetingId}';`;
    expect(await seen(closed)).toEqual(decided);
    expect(await seen(`${closed} update open_room.meeting set read_after = true where meeting_id = '${meetingId}'`)).toEqual({
      ...decided,
      guest: { meeting: 'round', agenda_item: 'round' },
    });
    // A link to the team's own meeting shows nothing of it, had somebody come by one.
    const came = `insert into open_room.meeting_guest (tenant_id, meeting_id, person_id) values ('${tenantId}', '${theirs.calledOffId}', '${theirs.lesser.demoted}')`;
    expect(await seen(`update open_room.meeting set state = 'OPEN' where meeting_id = '${theirs.calledOffId}'; ${came}`)).toEqual({
      ...decided,
      guest: { meeting: 'round', agenda_item: 'round' },
    });
  });

  it('nobody makes a link to one that has no map', async () => {
    const sql = `insert into open_room.invitation (tenant_id, invitation_id, meeting_id, code_hash, expires_at, created_by)
      values ($1, gen_random_uuid(), $2, '\\x00', now(), open_room.current_person())`;
    const made = await after('', async () => {
      const guise = { tenant: theirs.tenantId, person: theirs.coordinator, purpose: 'write' };
      const invite = (id: string) => outcomeOf(admin, guise, { sql, values: [theirs.tenantId, id] });
      return [await invite(theirs.meetingId), await invite(theirs.calledOffId)];
    });
    expect(made).toEqual(['1 rows', '42501']);
  });
});

describe('everybody says of a meeting', () => {
  /** Everybody sees the area, and is on the list. */
  const invited = () => `
    update open_room.area set restricted = false where tenant_id = '${theirs.tenantId}';
    insert into open_room.meeting_participant (tenant_id, meeting_id, person_id, added_by)
      select tenant_id, '${theirs.meetingId}', person_id, person_id from open_room.membership where tenant_id = '${theirs.tenantId}' on conflict do nothing;`;

  /** Which of these columns somebody changes while the meeting is in a state. */
  async function said(table: string, values: Record<string, string>, whose: Record<string, string> = { '': 'true' }): Promise<Record<string, string>> {
    const found: Record<string, string[]> = {};
    for (const state of states)
      await after(`${invited()} update open_room.meeting set state = '${state}' where meeting_id = '${theirs.meetingId}'`, async () => {
        for (const [who, guise] of everybody())
          for (const [of, condition] of Object.entries(whose)) {
            const columns: string[] = [];
            for (const [column, value] of Object.entries(values)) {
              const signed = table === 'meeting_minutes' && column !== 'written_by' ? ', written_by = open_room.current_person()' : '';
              const sql = `update open_room.${table} set ${column} = ${value}${signed} where meeting_id = $1 and ${condition}`;
              if (/^[1-9]\d* rows$/.test(await outcomeOf(admin, guise, { sql, values: [theirs.meetingId] }))) columns.push(column);
            }
            if (columns.length > 0) (found[`${who}${of}: ${columns.sort().join(' ')}`] ??= []).push(state);
          }
      });
    return Object.fromEntries(Object.entries(found).map(([what, when]) => [what, when.join(', ')]));
  }

  it('what is talked about, where they plan it; what came of it, where they hold it', async () => {
    const values = { place: '7', title: "'n'", minutes: '7', responsible: 'null', done_at: 'now()', outcome: "'n'" };
    const team = { 'team: done_at outcome': 'OPEN', 'unnamed: done_at outcome': 'OPEN' };
    expect(await said('agenda_item', values)).toEqual({ 'coordinator: done_at minutes outcome place responsible title': 'PLANNED, OPEN', ...team });
  });

  it('whether they come; who came says the team, when they are there', async () => {
    const values = { invited_at: 'now()', answer: "'NO'", answered_at: 'now()', attended: 'true' };
    const whose = { ' of themselves': 'person_id = open_room.current_person()', ' of others': 'person_id is distinct from open_room.current_person()' };
    const team = (who: string) => ({
      [`${who} of themselves: answer answered_at`]: 'PLANNED',
      [`${who} of themselves: answer answered_at attended`]: 'OPEN',
      [`${who} of others: attended`]: 'OPEN',
    });
    expect(await said('meeting_participant', values, whose)).toEqual({
      'coordinator of themselves: answer answered_at invited_at': 'PLANNED',
      'coordinator of others: answer answered_at invited_at': 'PLANNED',
      'coordinator of themselves: answer answered_at attended invited_at': 'OPEN',
      'coordinator of others: answer answered_at attended invited_at': 'OPEN',
      ...team('team'),
      ...team('unnamed'),
      'steering of themselves: answer answered_at': 'PLANNED, OPEN',
      // A guest who stands on a list as well answers as others do, once they see the meeting.
      'guest of themselves: answer answered_at': 'OPEN',
      'Kvarter of themselves: answer answered_at': 'PLANNED, OPEN',
      'Kvarter of others: answer answered_at': 'PLANNED, OPEN',
    });
  });

  it('what is done; by whom and by when it is to be, where they plan it', async () => {
    const values = { due_on: 'due_on + 1', responsible: 'null', done_at: 'now()', done_by: 'open_room.current_person()' };
    const always = 'PLANNED, OPEN, CLOSED';
    expect(await said('run_sheet_item', values)).toEqual({
      'coordinator: done_at done_by due_on responsible': always,
      'team: done_at done_by': always,
      'unnamed: done_at done_by': always,
    });
    expect(await said('run_sheet_item', { done_by: `'${theirs.guest}'` })).toEqual({});
  });

  it('what is written, while it is open and in their own name', async () => {
    const values = { text: "'n'", version: '2', written_at: 'now()' };
    const team = ['coordinator', 'team', 'unnamed'].map((who) => [`${who}: text version written_at`, 'OPEN']);
    expect(await said('meeting_minutes', values)).toEqual(Object.fromEntries(team));
    expect(await said('meeting_minutes', { written_by: `'${theirs.guest}'` })).toEqual({});
  });
});

describe('over the api', () => {
  let api: Server;
  let coordinator: ApiClient;
  beforeAll(async () => {
    await seedDemo();
    api = await startApi();
    coordinator = await ApiClient.as(api.url, 'coordinator');
  });
  afterAll(() => api.stop());

  /** A meeting round a map with all there is to keep from guests, led to its first item. */
  async function newMeeting(): Promise<{ areaId: string; meetingId: string; participantId: string }> {
    const areaId = await newArea(coordinator);
    const meetingId = await meetingOn(coordinator, areaId, 'Møde');
    const { addParticipants } = await coordinator.do<{ addParticipants: { participants: { id: string }[] } }>(
      `mutation ($id: UUID!) {
        setAgenda(meetingId: $id, items: [{ title: "Lyset" }]) { id }
        addParticipants(meetingId: $id, input: { externals: [{ name: "Aja", email: "aja@example.dk" }] }) { participants { id } }
        saveMinutes(meetingId: $id, text: "Aja ringer", baseVersion: 0) { saved }
      }`,
      { id: meetingId },
    );
    return { areaId, meetingId, participantId: addParticipants.participants[0]?.id ?? '' };
  }

  it('a guest is told the agenda of their meeting, and nobody’s name or address, nor what is to be done or was written', async () => {
    const { areaId, meetingId, participantId } = await newMeeting();
    const { client } = await newGuest(coordinator, meetingId);
    const whole = `title agenda { title } participants { name email } minutes { text version writtenAt writtenBy { name } } runSheet { title } lateItems
      guests { name } editors { name } invitations { id } nextMeeting { id } seriesMeetings { id }`;
    const nothing = { participants: [], minutes: { text: '', version: 0, writtenAt: null, writtenBy: null }, runSheet: [], lateItems: 0, nextMeeting: null };
    const told = { title: 'Møde', agenda: [{ title: 'Lyset' }], ...nothing, guests: [], editors: [], invitations: [], seriesMeetings: [{ id: meetingId }] };
    expect(await client.do(`query ($id: UUID!) { meeting(id: $id) { ${whole} } }`, { id: meetingId })).toEqual({ meeting: told });
    // Of all that is planned about the area, theirs alone.
    await coordinator.do('mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { id } }', {
      input: { areaId, kind: 'TEAM', title: 'Om mødet', startsAt: '2026-11-30T09:00:00.000Z' },
    });
    expect(await client.do('query ($id: UUID!) { meetings(areaId: $id) { id } }', { id: areaId })).toEqual({ meetings: [{ id: meetingId }] });
    const reply =
      'mutation ($meetingId: UUID!, $participantId: UUID!) { replyToMeeting(meetingId: $meetingId, participantId: $participantId, answer: NO) { id } }';
    const answer = async (id: string) => plain((await client.post(reply, { meetingId, participantId: id })).text);
    expect(await answer(participantId)).toContain('PARTICIPANT_NOT_FOUND');
    expect(await answer(participantId)).toBe(await answer(randomUUID()));
  });

  it('a meeting’s file is for whoever sees the meeting, and says of others the same as of those that never were', async () => {
    const { meetingId } = await newMeeting();
    const file = async (client: ApiClient, id: string, tenant = 'aakoebing') => {
      const answer = await fetch(`${api.url}/calendar/${tenant}/${id}.ics`, { headers: client.cookie ? { cookie: client.cookie } : {} });
      return { status: answer.status, text: plain(await answer.text()), cached: answer.headers.get('cache-control') };
    };
    const own = await newGuest(coordinator, meetingId);
    const other = await newGuest(coordinator, (await newMeeting()).meetingId);
    const neighbour = await ApiClient.as(api.url, 'neighbour', 'nordstrand');
    for (const client of [coordinator, own.client])
      expect(await file(client, meetingId)).toMatchObject({ status: 200, text: expect.stringContaining('SUMMARY:Møde'), cached: 'no-store' });
    for (const [client, tenant] of [
      [other.client, 'aakoebing'],
      [neighbour, 'nordstrand'],
      [neighbour, 'aakoebing'],
      [(await newMember(admin, api.url, 'aakoebing', ['politician'])).client, 'aakoebing'],
      [ApiClient.nobody(api.url), 'aakoebing'],
    ] as const) {
      const answer = await file(client, meetingId, tenant);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer).toEqual(await file(client, randomUUID(), tenant));
    }
    expect(await file(neighbour, meetingId, 'aakoebing')).toEqual(await file(neighbour, meetingId, 'no-such-tenant'));
  });
});
