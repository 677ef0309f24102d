/** Whoever had a right and lost it: asked anew they are strangers, and what they had open ends before anything more is told. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply, creation, editsDocument, meetingOn, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';
import { ask, attacks, codeIn, plain, type Things } from './graphql-attacks.js';
import { invitationTo, newGuest, newMember, signOut } from './newcomers.js';
import { connect } from './rooms.js';

const slug = 'aakoebing';

let api: Server;
/** A second process: rights are lost at the one, streams are open at the other. */
let other: Server;
let admin: Client;
let coordinator: ApiClient;
beforeAll(async () => {
  await seedDemo();
  [api, other, admin] = [await startApi(), await startApi(), await connect('admin')];
  coordinator = await ApiClient.as(api.url, 'coordinator');
});
afterAll(() => Promise.all([api.stop(), other.stop(), admin.end()]));

interface Place {
  readonly canary: string;
  readonly areaId: string;
  readonly meetingId: string;
  readonly things: Things;
}

/** Gives a meeting an agenda, somebody who comes, and minutes. */
async function filledIn(meetingId: string, canary: string): Promise<Things> {
  const { setAgenda, addParticipants } = await coordinator.do<{
    setAgenda: { agenda: { id: string }[]; runSheet: { id: string }[] };
    addParticipants: { participants: { id: string }[] };
  }>(
    `mutation ($id: UUID!, $text: String!) {
      setAgenda(meetingId: $id, items: [{ title: $text }]) { agenda { id } runSheet { id } }
      addParticipants(meetingId: $id, input: { externals: [{ name: $text, organisation: $text }] }) { participants { id } }
      saveMinutes(meetingId: $id, text: $text, baseVersion: 0) { saved }
    }`,
    { id: meetingId, text: canary },
  );
  const [itemId = '', runSheetItemId = ''] = [setAgenda.agenda[0]?.id, setAgenda.runSheet[0]?.id];
  return { itemId, runSheetItemId, participantId: addParticipants.participants[0]?.id ?? '' };
}

/** An area with a mark and an open meeting, all of it marked by a word. */
async function newPlace(): Promise<Place> {
  const canary = `kanariefugl ${randomUUID()}`;
  const areaId = await newArea(coordinator, canary);
  const mark = creation(canary);
  await apply(coordinator, areaId, mark);
  const meetingId = await meetingOn(coordinator, areaId, canary);
  const { personId } = (await coordinator.do<{ me: { personId: string } }>('{ me { personId } }')).me;
  const invitationId = (await invitationTo(coordinator, meetingId)).id;
  const things = { areaId, meetingId, ...(await filledIn(meetingId, canary)), featureId: mark.featureId, invitationId, personId };
  return { canary, areaId, meetingId, things };
}

interface Someone {
  readonly client: ApiClient;
  readonly personId: string;
}
type Loss = readonly [name: string, come: (place: Place) => Promise<Someone>, lose: (place: Place, who: Someone) => Promise<unknown>];

const guest = ({ meetingId }: Place): Promise<Someone> => newGuest(coordinator, meetingId);
const member =
  (...roles: string[]) =>
  (): Promise<Someone> =>
    newMember(admin, api.url, slug, roles);
const administrator = () => ApiClient.as(api.url, 'admin');
const close = ({ meetingId }: Place) => coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id: meetingId });
const remove = ({ meetingId }: Place, { personId }: Someone) =>
  coordinator.do('mutation ($meetingId: UUID!, $personId: UUID!) { removeGuest(meetingId: $meetingId, personId: $personId) { id } }', { meetingId, personId });
const restrict = ({ areaId }: Place) => coordinator.do('mutation ($id: UUID!) { updateArea(id: $id, input: { restricted: true }) { id } }', { id: areaId });
const endMembership = async (_: Place, { personId }: Someone) =>
  (await administrator()).do('mutation ($id: UUID!) { endMembership(personId: $id) }', { id: personId });
const onlyPolitician = async (_: Place, { personId }: Someone) =>
  (await administrator()).do('mutation ($id: UUID!) { setRoles(personId: $id, roles: ["politician"]) { personId } }', { id: personId });

const outOfSight: Loss[] = [
  ['a guest whose meeting was closed', guest, close],
  ['a guest who was removed', guest, remove],
  ['a guest of a meeting that is removed and closed', guest, (place, who) => remove(place, who).then(() => close(place))],
  ['a team member, of an area that was kept to others', member('team_member'), restrict],
  ['a steering member, of an area that was kept to others', member('steering'), restrict],
];

/** Only about oneself, whatever rights one has. */
const aboutOneself = new Set(['me', 'mySessions', 'revokeSession']);
const lists = [
  '{ areas { id name description } }',
  '{ meetings { id title agenda { title } participants { name organisation } minutes { text } } }',
  '{ featuresInBox(box: { west: 9, south: 55, east: 11, north: 57 }) }',
  '{ members { name } }',
];

/** Waits until someone is refused so; five seconds at most. */
const answers = (client: ApiClient, code: string) =>
  expect.poll(async () => codeIn((await client.post('{ areas { id } }')).text), { timeout: 5_000, interval: 20 }).toBe(code);

describe('asked anew', () => {
  it.each(outOfSight)('%s is answered as about things that never were', async (_name, come, lose) => {
    const place = await newPlace();
    const who = await come(place);
    expect((await who.client.do<{ area: { name: string } }>('query ($id: UUID!) { area(id: $id) { name } }', { id: place.areaId })).area.name).toBe(
      place.canary,
    );
    await lose(place, who);
    let same = 0;
    for (const attack of attacks) {
      if (!attack.takesIds || aboutOneself.has(attack.name)) continue;
      const there = await ask(who.client, attack, attack.variables(place.things));
      expect(there, attack.name).not.toContain(place.canary);
      // A guest who stands before a closed door is told why.
      if (attack.name === 'applyMapEdits' && /"reason":"(MEETING_CLOSED|GUEST_REMOVED)"/.test(there)) continue;
      expect(plain(there), attack.name).toBe(plain(await ask(who.client, attack, attack.variables())));
      same += 1;
    }
    expect(same).toBeGreaterThan(15);
    for (const text of lists) expect((await who.client.post(text)).text, text).not.toMatch(new RegExp(`${place.canary}|${place.areaId}`));
  });

  it('a member whose membership ended is answered as by a tenant that isn’t there', async () => {
    const place = await newPlace();
    const who = await member('team_member')();
    await who.client.do('{ areas { id } }');
    await endMembership(place, who);
    // What one was a moment ago is remembered until the word has gone round; the database has forgotten it at once.
    expect(JSON.stringify(await who.client.ask('{ areas { id } }'))).not.toContain(place.areaId);
    await answers(who.client, 'FORBIDDEN');
    for (const attack of attacks) {
      if (aboutOneself.has(attack.name)) continue;
      const there = await ask(who.client, attack, attack.variables(place.things));
      expect(plain(there), attack.name).toBe(plain(await ask(who.client.at({ tenant: 'no-such-tenant' }), attack, attack.variables())));
      expect(there, attack.name).toMatch(/FORBIDDEN|"closed":4403/);
    }
    expect((await who.client.at({ tenant: '' }).post('{ me { memberships { tenantSlug } } }')).text).toBe('{"data":{"me":{"memberships":[]}}}');
  });

  it('a person who signed out is nobody, also with the cookie they had', async () => {
    const place = await newPlace();
    const who = await member('coordinator')();
    await who.client.do('{ areas { id } }');
    await who.client.at({ url: other.url }).do('{ areas { id } }');
    await signOut(who.client);
    for (const { url } of [api, other]) await answers(who.client.at({ url }), 'UNAUTHENTICATED');
    for (const attack of attacks) {
      expect(await ask(who.client, attack, attack.variables(place.things)), attack.name).toMatch(/UNAUTHENTICATED|"closed":44/);
      expect(await ask(who.client.at({ url: other.url }), attack, attack.variables(place.things)), attack.name).toMatch(/UNAUTHENTICATED|"closed":44/);
    }
  });
});

describe('in the middle of a stream', () => {
  const losses: Loss[] = [
    ...outOfSight,
    ['a member whose membership ends', member('team_member'), endMembership],
    ['a member whose roles are taken', member('team_member'), onlyPolitician],
    ['a coordinator whose roles are taken', member('coordinator'), onlyPolitician],
    ['a person who signs out', member('team_member'), (_place, { client }) => signOut(client)],
    [
      'a person who ends this sign-in from another one',
      member('team_member'),
      async (_place, { client, personId }) => {
        const { mySessions } = await client.do<{ mySessions: { id: string; current: boolean }[] }>('{ mySessions { id current } }');
        const id = mySessions.find(({ current }) => current)?.id;
        await (await ApiClient.as(api.url, personId)).do('mutation ($id: UUID!) { revokeSession(id: $id) }', { id });
      },
    ],
  ];
  const documents: [text: string, more?: object][] = [
    [editsDocument, { afterSeq: 0 }],
    ['subscription ($areaId: UUID!) { areaState(areaId: $areaId) { mapSeq mayEdit openMeeting { title agenda { title outcome } minutes { text } } } }'],
    ['subscription ($areaId: UUID!) { mapPresence(areaId: $areaId) { name personId cursor { lon lat } editing } }'],
  ];

  it.each(losses)('%s hears nothing more, and the stream ends within five seconds', async (_name, come, lose) => {
    const place = await newPlace();
    const who = await come(place);
    const there = who.client.at({ url: other.url });
    const streams = documents.map(([text, more]) => there.follow(text, { areaId: place.areaId, ...more }));
    for (const stream of streams) expect((await stream.until(1)).length).toBeGreaterThan(0);
    await lose(place, who);
    const late = wait(5_000, 'still open', { ref: false });
    const later = `efter ${randomUUID()}`;
    await apply(coordinator, place.areaId, creation(later));
    const newcomer = await newMember(admin, api.url, slug, ['coordinator'], later);
    const seen = newcomer.client.follow('subscription ($areaId: UUID!) { mapPresence(areaId: $areaId) { name } }', { areaId: place.areaId });
    await seen.until(1);
    const ended = Promise.all(streams.map((stream) => stream.until(Number.POSITIVE_INFINITY))).then(() => 'ended');
    expect(await Promise.race([ended, late])).toBe('ended');
    for (const stream of streams) {
      const told = JSON.stringify(stream.events);
      expect(told).not.toContain(later);
      expect(told).not.toContain('"mapSeq":2');
      await stream.stop();
    }
    await seen.stop();
  });
});
