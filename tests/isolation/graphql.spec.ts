/** Every field of the contract, asked by everyone who may not, over HTTP and socket: nothing is told, not even whether it is there. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { apply, creation, meetingOn, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';
import { fingerprint, tenantTables } from './catalog.js';
import { ask, type Attack, attacks, codeIn, overSocket, plain } from './graphql-attacks.js';

let api: Server;
let admin: Client;
let neighbour: ApiClient;
/** What is there in nordstrand, that nobody of aakoebing may know of. */
const theirs: Record<string, string> = {};
const canary = `kanariefugl ${randomUUID()}`;

beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  admin = new Client({ connectionString: inject('database').adminUrl });
  await admin.connect();
  neighbour = await ApiClient.as(api.url, 'neighbour', 'nordstrand');
  theirs['areaId'] = await newArea(neighbour, canary);
  const edit = creation(canary);
  await apply(neighbour, theirs['areaId'], edit);
  theirs['featureId'] = edit.featureId;
  theirs['meetingId'] = await meetingOn(neighbour, theirs['areaId'], canary);
  const { createInvitations } = await neighbour.do<{ createInvitations: { id: string }[] }>(
    'mutation ($id: UUID!) { createInvitations(meetingId: $id, count: 1) { id } }',
    { id: theirs['meetingId'] },
  );
  theirs['invitationId'] = createInvitations[0]?.id ?? '';
  const add = async (name: string) =>
    (
      await neighbour.do<{ createStakeholder: { id: string } }>('mutation ($input: CreateStakeholderInput!) { createStakeholder(input: $input) { id } }', {
        input: { areaId: theirs['areaId'], name, kind: 'CLUB', contribution: canary, contact: { name: canary } },
      })
    ).createStakeholder.id;
  theirs['stakeholderId'] = await add(canary);
  theirs['otherStakeholderId'] = await add(`${canary} 2`);
  const { addPerspective } = await neighbour.do<{ addPerspective: { perspectives: { id: string }[] } }>(
    'mutation ($input: AddPerspectiveInput!) { addPerspective(input: $input) { perspectives { id } } }',
    { input: { stakeholderId: theirs['stakeholderId'], saidOn: '2026-01-01', said: canary } },
  );
  theirs['perspectiveId'] = addPerspective.perspectives[0]?.id ?? '';
  const { setAgenda } = await neighbour.do<{ setAgenda: { agenda: { id: string }[] } }>(
    'mutation ($id: UUID!, $title: String!) { setAgenda(meetingId: $id, items: [{ title: $title }]) { agenda { id } } }',
    { id: theirs['meetingId'], title: canary },
  );
  theirs['itemId'] = setAgenda.agenda[0]?.id ?? '';
  const { addParticipants } = await neighbour.do<{ addParticipants: { participants: { id: string }[] } }>(
    'mutation ($id: UUID!, $name: String!) { addParticipants(meetingId: $id, input: { externals: [{ name: $name }] }) { participants { id } } }',
    { id: theirs['meetingId'], name: canary },
  );
  theirs['participantId'] = addParticipants.participants[0]?.id ?? '';
  const { meeting } = await neighbour.do<{ meeting: { runSheet: { id: string }[] } }>('query ($id: UUID!) { meeting(id: $id) { runSheet { id } } }', {
    id: theirs['meetingId'],
  });
  theirs['runSheetItemId'] = meeting.runSheet[0]?.id ?? '';
  const said = `insert into open_room.meeting_outcome (tenant_id, meeting_id, text, created_by)
    select tenant_id, meeting_id, $2, created_by from open_room.meeting where meeting_id = $1 returning outcome_id as id`;
  theirs['outcomeId'] = (await admin.query<{ id: string }>(said, [theirs['meetingId'], canary])).rows[0]?.id ?? '';
  theirs['personId'] = (await neighbour.do<{ me: { personId: string } }>('{ me { personId } }')).me.personId;
  const { createAgreement, startCadence } = await neighbour.do<{ createAgreement: { id: string }; startCadence: { id: string; cadenceId: string }[] }>(
    `mutation ($areaId: UUID!, $personId: UUID!, $title: String!) {
      createAgreement(input: { areaId: $areaId, title: $title, responsiblePersonId: $personId, dueOn: "2199-01-02" }) { id }
      startCadence(input: { subjectType: "AREA", subjectId: $areaId, areaId: $areaId, title: $title, startsOn: "2026-11-20", kind: MONTHLY, responsiblePersonId: $personId }) { id cadenceId }
    }`,
    { areaId: theirs['areaId'], personId: theirs['personId'], title: canary },
  );
  const { createRound } = await neighbour.do<{ createRound: { id: string } }>('mutation ($input: CreateRoundInput!) { createRound(input: $input) { id } }', {
    input: { areaId: theirs['areaId'], name: canary, missingKnowledge: canary, startsOn: '2026-11-01', endsOn: '2199-01-02' },
  });
  theirs['roundId'] = createRound.id;
  const { addRoundMilestone, addPreparationItem } = await neighbour.do<{
    addRoundMilestone: { milestones: { id: string }[] };
    addPreparationItem: { id: string };
  }>(
    `mutation ($id: UUID!, $name: String!, $areaId: UUID!) {
      addRoundMilestone(roundId: $id, name: $name, dueOn: "2199-01-02") { milestones { id } }
      addPreparationItem(input: { roundId: $id, step: RESOURCES, kind: ASSOCIATION, title: $name }) { id }
      rankAreas(places: [{ areaId: $areaId, reason: $name }]) { id }
    }`,
    { id: createRound.id, name: canary, areaId: theirs['areaId'] },
  );
  theirs['milestoneId'] = addRoundMilestone.milestones[0]?.id ?? '';
  theirs['preparationItemId'] = addPreparationItem.id;
  theirs['agreementId'] = createAgreement.id;
  const { takeUpGap, handInKnowledge } = await neighbour.do<Record<'takeUpGap' | 'handInKnowledge', { id: string }>>(
    `mutation ($areaId: UUID!, $words: String!) {
      takeUpGap(input: { areaId: $areaId, kind: OTHER, foundBy: HAND, question: $words }) { id }
      handInKnowledge(input: { areaId: $areaId, title: $words, text: $words }) { id }
    }`,
    { areaId: theirs['areaId'], words: canary },
  );
  theirs['gapId'] = takeUpGap.id;
  theirs['knowledgeId'] = handInKnowledge.id;
  theirs['followUpId'] = startCadence[0]?.id ?? '';
  theirs['cadenceId'] = startCadence[0]?.cadenceId ?? '';
});
afterAll(async () => {
  await api.stop();
  await admin.end();
});

/** What anyone signed in may ask, about themselves alone. */
const aboutOneself = new Set(['me', 'mySessions', 'revokeSession']);
const personas = ['coordinator', 'team', 'participant', 'steering', 'case-lead', 'case-worker', 'admin', 'centre'] as const;

describe('every field', () => {
  it('is attacked', () => {
    expect(attacks.length).toBeGreaterThan(30);
    for (const attack of attacks) expect(attack.variables(theirs)).toBeDefined();
  });

  it('tells nobody anything who isn’t signed in', async () => {
    const nobody = ApiClient.nobody(api.url);
    for (const attack of attacks) {
      const answer = await ask(nobody, attack, attack.variables(theirs));
      expect(answer, attack.name).toMatch(/UNAUTHENTICATED|"closed":44/);
    }
  });

  it('is closed to members of another tenant, which answers as one that isn’t there', async () => {
    const coordinator = await ApiClient.as(api.url, 'coordinator', 'nordstrand');
    for (const attack of attacks) {
      if (aboutOneself.has(attack.name)) continue;
      const [there, nowhere] = [
        await ask(coordinator, attack, attack.variables(theirs)),
        await ask(coordinator.at({ tenant: 'no-such-tenant' }), attack, attack.variables(theirs)),
      ];
      expect(plain(there), attack.name).toBe(plain(nowhere));
      expect(there, attack.name).toMatch(/FORBIDDEN|"closed":4403/);
    }
  });

  it('can’t be asked from a foreign page, by HTTP or by socket', async () => {
    const coordinator = await ApiClient.as(api.url, 'coordinator');
    for (const attack of attacks) {
      const variables = attack.variables(theirs);
      if (attack.kind !== 'subscription')
        expect(codeIn((await coordinator.post(attack.text, variables, { origin: 'https://elsewhere.example' })).text), attack.name).toBe('FORBIDDEN');
    }
    const [first] = attacks.filter(({ kind }) => kind === 'subscription');
    expect(await overSocket(coordinator, first as Attack, (first as Attack).variables(theirs), { origin: 'https://elsewhere.example' })).toMatch(/closed/);
  });

  it.each(personas)('answers %s about another tenant’s things as about things that never were, and changes nothing', async (persona) => {
    const tables = await tenantTables(admin);
    const { rows } = await admin.query<{ tenant_id: string }>("select tenant_id from open_room.tenant where slug = 'nordstrand'");
    const tenantId = rows[0]?.tenant_id ?? '';
    const prints = () => Promise.all(tables.map(({ name }) => fingerprint(admin, name, tenantId)));
    const before = await prints();
    const client = await ApiClient.as(api.url, persona, persona === 'centre' ? 'centre' : 'aakoebing');
    let notFound = 0;
    for (const attack of attacks) {
      if (!attack.takesIds || aboutOneself.has(attack.name)) continue;
      const [there, nowhere] = [await ask(client, attack, attack.variables(theirs)), await ask(client, attack, attack.variables())];
      expect(plain(there), `${persona}: ${attack.name}`).toBe(plain(nowhere));
      expect(there, `${persona}: ${attack.name}`).not.toContain(canary);
      if (there.includes('NOT_FOUND')) notFound += 1;
    }
    expect(await prints()).toEqual(before);
    // Whoever may do most has to come as far as looking for the thing itself.
    if (persona === 'coordinator') expect(notFound).toBeGreaterThan(15);
  });

  it('gives nobody of another tenant a word of theirs', async () => {
    for (const persona of personas) {
      const client = await ApiClient.as(api.url, persona, persona === 'centre' ? 'centre' : 'aakoebing');
      for (const text of [
        '{ areas { id name description } }',
        '{ meetings { id title } }',
        '{ members { personId name } }',
        '{ featuresInBox(box: { west: 9, south: 55, east: 11, north: 57 }) }',
        '{ tenantTotals { slug name areas closedMeetings } }',
      ]) {
        const answer = (await client.post(text)).text;
        expect(answer, `${persona}: ${text}`).not.toContain(canary);
        expect(answer, `${persona}: ${text}`).not.toContain(theirs['areaId']);
      }
    }
  });
});

describe('what is typed', () => {
  it('stands in no log, no error, no metric, no queue', async () => {
    const metrics = await (await fetch(`${api.url}/metrics`)).text();
    expect(metrics).not.toContain(canary);
    for (const id of Object.values(theirs)) expect(metrics).not.toContain(id);
    const { rows } = await admin.query<{ name: string }>(
      "select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'queues' and c.relkind in ('r', 'p')",
    );
    for (const { name } of rows) {
      const found = await admin.query(`select 1 from ${name} t where t::text like '%' || $1 || '%'`, [canary]);
      expect(found.rows, name).toEqual([]);
    }
  });
});
