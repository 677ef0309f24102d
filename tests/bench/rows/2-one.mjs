/** Row 2: one row; one edit. */
import { Client } from 'pg';
import { interleaved, load, post, ratio, typical } from '../measure.mjs';
import { creation, peerNode } from '../world.mjs';

export async function run(world, { rounds, times }) {
  const { url, headers, areaId, tenantId, personId, logins, adminUrl, apiPid, pgPid } = world;
  const postgraphile = await world.peer('peers/postgraphile.mjs', { node: peerNode, DATABASE_URL: logins.app, TENANT: tenantId, PERSON: personId });
  const ours = { query: 'query ($id: UUID!) { area(id: $id) { id name level restricted } }', variables: { id: areaId } };
  const theirs = {
    query: 'query ($tenant: UUID!, $id: UUID!) { areaByTenantIdAndAreaId(tenantId: $tenant, areaId: $id) { areaId name level restricted } }',
    variables: { id: areaId, tenant: tenantId },
  };
  const check = JSON.parse((await post(`${postgraphile.url}/graphql`, theirs)).body);
  if (!check.data?.areaByTenantIdAndAreaId) throw new Error(JSON.stringify(check).slice(0, 300));
  const reads = await interleaved(rounds, {
    kvarter: () => load({ times: times * 5, atOnce: 8, pids: [apiPid, pgPid], one: () => post(`${url}/graphql`, ours, headers) }),
    postgraphile: () => load({ times: times * 5, atOnce: 8, pids: [postgraphile.pid, pgPid], one: () => post(`${postgraphile.url}/graphql`, theirs) }),
  });

  const edited = await world.newArea(0);
  const apply = 'mutation ($areaId: UUID!, $edits: [MapEditInput!]!) { applyMapEdits(areaId: $areaId, edits: $edits) { status seq } }';
  const raw = await rawWriter(adminUrl, tenantId, await world.newArea(0), personId);
  let index = 0;
  const writes = await interleaved(rounds, {
    kvarter: () =>
      load({
        times,
        atOnce: 1,
        pids: [apiPid, pgPid],
        one: () => post(`${url}/graphql`, { query: apply, variables: { areaId: edited, edits: [creation(index++)] } }, headers),
      }),
    raw: () => load({ times, atOnce: 1, pids: [process.pid, pgPid], one: () => raw.write() }),
  });
  await raw.end();
  return [
    {
      what: 'one row: CPU of PostGraphile',
      value: ratio(reads, 'kvarter', 'postgraphile'),
      target: 0.6,
      note: `${typical(reads, 'kvarter').toFixed(2)} ms against ${typical(reads, 'postgraphile').toFixed(2)}`,
    },
    {
      what: 'one edit: p50 of raw pipelined pg',
      value: ratio(writes, 'kvarter', 'raw', 'p50'),
      target: 2.5,
      note: `p50 ${typical(writes, 'kvarter', 'p50').toFixed(2)} ms against ${typical(writes, 'raw', 'p50').toFixed(2)}; HTTP, GraphQL, checks and rights against three bare statements`,
    },
    {
      what: 'one edit: CPU of raw pipelined pg',
      value: ratio(writes, 'kvarter', 'raw'),
      target: 2.5,
      note: `${typical(writes, 'kvarter').toFixed(2)} ms against ${typical(writes, 'raw').toFixed(2)}`,
    },
  ];
}

/** The rows an edit leaves behind, written by the owner in one pipelined transaction without any question asked. */
async function rawWriter(adminUrl, tenantId, areaId, personId) {
  const client = new Client({ connectionString: adminUrl, pipeline: true });
  await client.connect();
  let seq = 0;
  const named = (name, text, values) => client.query({ name, text, values });
  return {
    async write() {
      const { featureId, editId, kind, name, note, geometry } = creation(seq++);
      const state = JSON.stringify({ kind, name, note, geometry, details: {}, voices: [], outdated: false, removed: false });
      const at = new Date();
      await Promise.all([
        client.query('begin'),
        named('seq', 'update open_room.area_seq set seq = $3 where tenant_id = $1 and area_id = $2', [tenantId, areaId, seq]),
        named(
          'log',
          `insert into open_room.map_edit (tenant_id, area_id, seq, edit_id, feature_id, version, op, status, after, actor, at) values ($1, $2, $3, $4, $5, 1, 'CREATE', 'APPLIED', $6, $7, $8)`,
          [tenantId, areaId, seq, editId, featureId, state, personId, at],
        ),
        named(
          'head',
          `insert into open_room.map_feature (tenant_id, area_id, feature_id, version, seq, kind, state, geom, touched_at, created_at, updated_at, json) values ($1, $2, $3, 1, $4, $5, $6, st_setsrid(st_geomfromgeojson($7), 4326), $8, $8, $8, $9)`,
          [tenantId, areaId, featureId, seq, kind, state, JSON.stringify(geometry), at, state],
        ),
        client.query('commit'),
      ]);
    },
    end: () => client.end(),
  };
}
