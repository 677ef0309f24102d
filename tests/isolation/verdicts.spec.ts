/** A socket carries queries and mutations too: whoever is refused over HTTP is refused there, with the same words, and told as little. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apply, creation, meetingOn, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';
import { attacks, plain, type Things, wholeAnswer } from './graphql-attacks.js';
import { invitationTo, newGuest } from './newcomers.js';

let api: Server;
let theirs: Things;
const callers: [who: string, client: () => Promise<ApiClient>][] = [
  ['nobody', async () => ApiClient.nobody(api.url)],
  ['a forged cookie', async () => ApiClient.withCookie(api.url, `kvarter_session=${'a'.repeat(43)}`, 'aakoebing')],
  ['a coordinator who names no tenant', async () => (await ApiClient.as(api.url, 'coordinator')).at({ tenant: '' })],
  ['a coordinator who names another tenant', async () => (await ApiClient.as(api.url, 'coordinator')).at({ tenant: 'nordstrand' })],
  ['a coordinator who names no tenant there is', async () => (await ApiClient.as(api.url, 'coordinator')).at({ tenant: 'no-such-tenant' })],
  ...['coordinator', 'team', 'participant', 'steering', 'case-lead', 'case-worker', 'admin'].map((persona): [string, () => Promise<ApiClient>] => [
    persona,
    () => ApiClient.as(api.url, persona),
  ]),
  [
    'a guest of another area',
    async () => {
      const coordinator = await ApiClient.as(api.url, 'coordinator');
      return (await newGuest(coordinator, await meetingOn(coordinator, await newArea(coordinator)))).client;
    },
  ],
];

beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  const neighbour = await ApiClient.as(api.url, 'neighbour', 'nordstrand');
  const areaId = await newArea(neighbour);
  const mark = creation();
  await apply(neighbour, areaId, mark);
  const meetingId = await meetingOn(neighbour, areaId);
  const { personId } = (await neighbour.do<{ me: { personId: string } }>('{ me { personId } }')).me;
  theirs = { areaId, meetingId, featureId: mark.featureId, invitationId: (await invitationTo(neighbour, meetingId)).id, personId };
});
afterAll(() => api.stop());

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly closed?: number;
}

/** A socket may end where HTTP says so in words. */
const closedAs: Record<string, number> = { UNAUTHENTICATED: 4401, FORBIDDEN: 4403 };

function sameVerdict(http: Answer, socket: Answer): void {
  const code = http.errors?.[0]?.extensions.code ?? '';
  if (socket.closed !== undefined) expect(socket.closed).toBe(closedAs[code]);
  else expect(socket).toEqual(http);
}

it.each(callers)('%s', async (_who, signIn) => {
  const client = await signIn();
  let refusals = 0;
  for (const attack of attacks) {
    // A subscription is refused over HTTP whoever asks.
    if (attack.kind === 'subscription' || attack.name === 'mySessions') continue;
    const variables = attack.variables(theirs);
    const http = JSON.parse(plain((await client.post(attack.text, variables)).text)) as Answer;
    const socket = JSON.parse(plain(await wholeAnswer(client, attack, variables))) as Answer;
    sameVerdict(http, socket);
    if (http.errors) refusals += 1;
  }
  expect(refusals).toBeGreaterThan(15);
});

it('a subscription that leaves nothing to follow is refused', async () => {
  const client = await ApiClient.as(api.url, 'coordinator');
  const areaId = await newArea(client);
  for (const text of [
    'subscription ($areaId: UUID!) { areaState(areaId: $areaId) @skip(if: true) { mapSeq } }',
    'subscription ($areaId: UUID!, $no: Boolean! = false) { areaState(areaId: $areaId) @include(if: $no) { mapSeq } }',
    'subscription ($areaId: UUID!) { ... on Subscription @include(if: false) { mapEdits(areaId: $areaId, afterSeq: 0) { seq } } }',
  ])
    expect(await wholeAnswer(client, { text }, { areaId }), text).toContain('"code":"INVALID_INPUT"');
});

it('what is malformed is refused alike', async () => {
  const client = await ApiClient.as(api.url, 'coordinator');
  const word = `kanariefugl ${randomUUID()}`;
  for (const [text, variables] of [
    ['{ nothing }', {}],
    ['{ area(id: "x") { id } }', {}],
    ['query ($id: UUID!) { area(id: $id) { id } }', {}],
    ['query ($id: UUID!) { area(id: $id) { id } }', { id: word }],
    [`{ ${Array.from({ length: 80 }, (_, index) => `a${index}: me { name }`).join(' ')} }`, {}],
    [`{ areas { ${'openMeeting { id '.repeat(14)}${'}'.repeat(14)} } }`, {}],
    ['{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } }', {}],
    [`query A { me { name } } query B { me { name } }`, {}],
    [`{ me { "${word}`, {}],
  ] as [string, object][]) {
    const http = JSON.parse(plain((await client.post(text, variables)).text)) as Answer;
    const socket = JSON.parse(plain(await wholeAnswer(client, { text }, variables))) as Answer;
    expect(JSON.stringify([http, socket]), text).not.toContain(word);
    if (http.errors) expect(http.data ?? null, text).toBeNull();
    sameVerdict(http, socket);
  }
});
