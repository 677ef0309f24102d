/** The outside contract: addresses, names and shapes that other programs rely on. */
import { buildSchema, type GraphQLObjectType, isInputObjectType, isObjectType, isEnumType, type GraphQLInputObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../infra/local/workspace.mjs';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
});
afterAll(() => api.stop());

/** What must be there, as it was promised; more may be. */
const core = `
scalar UUID  scalar DateTime  scalar GeoJSONGeometry  scalar GeoJSONFeatureCollection
enum FeatureKind { ASSOCIATION INSTITUTION ENTHUSIAST PHYSICAL_PLACE SAFE_ZONE UNSAFE_ZONE GATHERING_SPOT CRIME_SPOT CONCERNING_MILIEU INTERVENTION NOTE }
enum MapEditOp { CREATE UPDATE REMOVE RESTORE }
enum MapEditStatus { APPLIED MERGED DUPLICATE CONFLICT REJECTED }
type Me { personId: UUID! name: String! memberships: [Membership!]! }
type Membership { tenantSlug: String! tenantName: String! roles: [String!]! }
type Area { id: UUID! name: String! parentId: UUID boundary: GeoJSONGeometry! mapSeq: Int! }
type MapFeature { id: UUID! kind: FeatureKind! name: String! note: String geometry: GeoJSONGeometry version: Int! removed: Boolean! updatedAt: DateTime! }
type AreaMap { areaId: UUID! seq: Int! features: [MapFeature!]! collection: GeoJSONFeatureCollection! }
type MapEdit { seq: Int! editId: UUID! op: MapEditOp! feature: MapFeature! at: DateTime! actorName: String! }
type MapEditResult { editId: UUID! status: MapEditStatus! seq: Int feature: MapFeature errorCode: String errorMessage: String }
type MapSnapshot { id: UUID! areaId: UUID! name: String! seq: Int! takenAt: DateTime! }
type MapComparison { fromSeq: Int! toSeq: Int! added: [MapFeature!]! removed: [MapFeature!]! changed: [MapFeatureChange!]! }
type MapFeatureChange { before: MapFeature! after: MapFeature! movedMetres: Float }
input MapEditInput { editId: UUID! featureId: UUID! baseVersion: Int! op: MapEditOp! kind: FeatureKind name: String note: String geometry: GeoJSONGeometry }
input CreateAreaInput { name: String! boundary: GeoJSONGeometry! parentId: UUID }
type Query { me: Me! areas: [Area!]! area(id: UUID!): Area! areaMap(areaId: UUID!, atSeq: Int): AreaMap! mapSnapshots(areaId: UUID!): [MapSnapshot!]! compareMap(areaId: UUID!, fromSeq: Int!, toSeq: Int!): MapComparison! }
type Mutation { createArea(input: CreateAreaInput!): Area! applyMapEdits(areaId: UUID!, edits: [MapEditInput!]!): [MapEditResult!]! takeMapSnapshot(areaId: UUID!, name: String!): MapSnapshot! }
type Subscription { mapEdits(areaId: UUID!, afterSeq: Int!): MapEdit! }`;

describe('the schema', () => {
  it('has everything that was promised, of the types promised, and asks for nothing more', () => {
    const promised = buildSchema(core).getTypeMap();
    const ours = buildSchema(readFileSync(`${root}libs/contract/schema.graphql`, 'utf8')).getTypeMap();
    for (const [name, type] of Object.entries(promised)) {
      if (name.startsWith('__') || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name)) continue;
      expect(ours[name], name).toBeDefined();
      if (isEnumType(type))
        expect(
          (ours[name] as typeof type)
            .getValues()
            .map((value) => value.name)
            .sort(),
          name,
        ).toEqual(
          type
            .getValues()
            .map((value) => value.name)
            .sort(),
        );
      if (isObjectType(type)) {
        const fields = (ours[name] as GraphQLObjectType).getFields();
        for (const [field, { type: wanted, args }] of Object.entries(type.getFields())) {
          expect(String(fields[field]?.type), `${name}.${field}`).toBe(String(wanted));
          for (const arg of args)
            expect(String(fields[field]?.args.find((one) => one.name === arg.name)?.type), `${name}.${field}(${arg.name})`).toBe(String(arg.type));
          const more = fields[field]?.args.filter((one) => !args.some((arg) => arg.name === one.name)) ?? [];
          expect(more.filter((one) => String(one.type).endsWith('!') && one.defaultValue === undefined).map((one) => one.name)).toEqual([]);
        }
      }
      if (isInputObjectType(type)) {
        const fields = (ours[name] as GraphQLInputObjectType).getFields();
        for (const [field, { type: wanted }] of Object.entries(type.getFields())) expect(String(fields[field]?.type), `${name}.${field}`).toBe(String(wanted));
        const more = Object.values(fields).filter((one) => !(one.name in type.getFields()) && String(one.type).endsWith('!'));
        expect(more.map((one) => one.name)).toEqual([]);
      }
    }
  });
});

describe('addresses', () => {
  it('say whether the process lives, whether it can work, and what it counts', async () => {
    expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ alive: true });
    const ready = await fetch(`${api.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, checks: { database: 'ok', migrations: 'ok', queue: 'ok', 'demo data': 'ok' } }]);
    expect(await (await fetch(`${api.url}/metrics`)).text()).toMatch(/^kvarter_sockets \d+$/m);
  });

  it('serve the client on every address of its own, under a policy that lets nothing else in', async () => {
    for (const path of ['/', '/aakoebing/areas/new', '/invitation']) {
      const page = await fetch(api.url + path);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<div id="app">');
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await fetch(`${api.url}/assets/none.js`)).status).toBe(404);
  });
});

describe('signing in for a demonstration', () => {
  it('lists the personas that were promised', async () => {
    const personas = (await (await fetch(`${api.url}/auth/demo`)).json()) as { persona: string; name: string; tenants: { slug: string; role: string }[] }[];
    const of = (persona: string) => personas.find((one) => one.persona === persona)?.tenants.map(({ slug }) => slug);
    for (const persona of ['coordinator', 'team', 'participant', 'steering', 'case-lead', 'case-worker', 'admin'])
      expect(of(persona), persona).toContain('aakoebing');
    expect(of('neighbour')).toEqual(['nordstrand']);
    expect(of('centre')).toBeDefined();
  });

  it('gives a cookie no script can read, and takes it back', async () => {
    const answer = await fetch(`${api.url}/auth/demo`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"persona":"team"}' });
    expect(answer.headers.get('set-cookie')).toMatch(/^kvarter_session=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    const client = await ApiClient.as(api.url, 'team');
    expect((await client.do<{ me: { name: string } }>('{ me { name } }')).me.name).not.toBe('');
    await fetch(`${api.url}/auth/sign-out`, { method: 'POST', headers: { cookie: client.cookie ?? '' } });
    expect((await client.ask('{ me { name } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('knows no persona that isn’t there, and takes no sign-in from elsewhere', async () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${api.url}/auth/demo`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    const codeOf = async (answer: Response) => ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
    expect(await codeOf(await post('{"persona":"nobody-at-all"}'))).toBe('INVALID_INPUT');
    expect(await codeOf(await post('{'))).toBe('INVALID_INPUT');
    expect(await codeOf(await post('{"persona":"team"}', { origin: 'https://elsewhere.example' }))).toBe('FORBIDDEN');
  });
});

describe('the tenant of a request', () => {
  it('is named by header or connection_init; without it, INVALID_INPUT; not one’s own and not there alike FORBIDDEN', async () => {
    const coordinator = await ApiClient.as(api.url, 'coordinator');
    const nameless = ApiClient.withCookie(api.url, coordinator.cookie ?? '', undefined as unknown as string);
    expect((await nameless.ask('{ areas { id } }')).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    const [theirs, none] = await Promise.all(['nordstrand', 'no-such-tenant'].map((tenant) => coordinator.at({ tenant }).post('{ areas { id } }')));
    expect(theirs).toEqual(none);
    expect(JSON.parse(theirs?.text ?? '').errors[0].extensions.code).toBe('FORBIDDEN');
    expect((await coordinator.ask('{ me { memberships { tenantSlug } } }')).errors).toBeUndefined();
  });
});

describe('limits', () => {
  it('let 64 sockets and a burst of 500 requests through', async () => {
    const client = await ApiClient.as(api.url, 'coordinator');
    const [{ id: areaId } = { id: '' }] = (await client.do<{ areas: { id: string }[] }>('{ areas { id } }')).areas;
    const streams = Array.from({ length: 64 }, () =>
      client.follow<{ areaState: { mapSeq: number } }>('subscription ($areaId: UUID!) { areaState(areaId: $areaId) { mapSeq } }', { areaId }),
    );
    for (const stream of streams) expect((await stream.until(1))[0]).toHaveProperty('areaState');
    await Promise.all(streams.map((stream) => stream.stop()));
    const answers = await Promise.all(Array.from({ length: 500 }, () => client.post('{ me { name } }')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('refuse what is too deep, too broad or too large, before it is worked on', async () => {
    const client = await ApiClient.as(api.url, 'coordinator');
    const code = async (query: string) => (await client.ask(query)).errors?.[0]?.extensions.code;
    expect(await code(`{ ${Array.from({ length: 400 }, (_, index) => `a${index}: areas { id name boundary }`).join(' ')} }`)).toBe('LIMIT_EXCEEDED');
    expect(await code(`{ me { name ${' name'.repeat(200_000)} } }`)).toBe('LIMIT_EXCEEDED');
    expect(await code(`{ __schema { types ${'{ fields { type '.repeat(9)}{ name }${' } }'.repeat(9)} } }`)).toMatch(/LIMIT_EXCEEDED|INVALID_INPUT/);
    expect(await code('{ nothing }')).toBe('INVALID_INPUT');
  });
});

describe('in production', () => {
  it('only registered documents are taken, and nobody signs in as a persona', async () => {
    const production = await startApi({ KVARTER_DEMO: '0' });
    try {
      const client = await ApiClient.as(api.url, 'coordinator');
      const there = client.at({ url: production.url });
      expect((await there.ask('{ me { name } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await fetch(`${production.url}/auth/demo`)).status).toBe(404);
      const documents = JSON.parse(readFileSync(`${root}apps/web/dist/persisted-documents.json`, 'utf8')) as Record<string, string>;
      const [documentId] = Object.entries(documents).find(([, text]) => /query Me\b/.test(text)) ?? [];
      const answer = await fetch(`${production.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: client.cookie ?? '' },
        body: JSON.stringify({ documentId, variables: {} }),
      });
      expect(((await answer.json()) as { data: { me: { name: string } } }).data.me.name).not.toBe('');
    } finally {
      await production.stop();
    }
  });
});
