/** Row 4: a box on the map among 98,000 marks, under row security. */
import { Client } from 'pg';
import { interleaved, load, ratio, typical } from '../measure.mjs';
import { ourDb } from '../our-code.mjs';

export async function run(world, { rounds, times }) {
  const { admin, tenantId, personId, logins, adminUrl } = world;
  const areaId = await world.newArea(0);
  await admin.query(
    `insert into open_room.map_feature (tenant_id, area_id, feature_id, version, seq, kind, state, geom, touched_at, created_at, updated_at, json)
     select $1, $2, gen_random_uuid(), 1, 0, 'NOTE', '{}', st_setsrid(st_point(8 + random() * 4.5, 54.6 + random() * 3), 4326), now(), now(), now(), '{"n":' || n || '}'
     from generate_series(1, 98000) n`,
    [tenantId, areaId],
  );
  await admin.query('vacuum analyze open_room.map_feature');
  const { Db, openDb, featuresInBox } = await ourDb();
  const db = await openDb(Db, logins.app, [], 2);
  const superuser = new Client({ connectionString: adminUrl, pipeline: true });
  await superuser.connect();
  const as = { personId, tenant: { id: tenantId } };
  const values = [tenantId, 10.1, 56.1, 10.2, 56.2, 5_000];
  const plan = await db.run(as, 'read', () => db.query(`explain (analyze, buffers) ${featuresInBox}`, values));
  const text = plan.map((row) => row['QUERY PLAN']).join('\n');
  const results = await interleaved(rounds, {
    kvarter: () => load({ times: times * 4, atOnce: 1, pids: [world.pgPid], one: () => db.run(as, 'read', () => db.query(featuresInBox, values)) }),
    // In a transaction with settings too, so that what differs is row security.
    superuser: () =>
      load({ times: times * 4, atOnce: 1, pids: [world.pgPid], one: () => inTransaction(superuser, { name: 'box', text: featuresInBox, values }) }),
  });
  await Promise.all([db.close(), superuser.end()]);
  return [
    {
      what: 'box among 98k marks: p50 of the same by a superuser',
      value: ratio(results, 'kvarter', 'superuser', 'p50'),
      target: 1.2,
      note: `${typical(results, 'kvarter', 'p50').toFixed(2)} ms against ${typical(results, 'superuser', 'p50').toFixed(2)}`,
    },
    {
      what: 'box among 98k marks: sequential scans in the plan',
      value: (text.match(/Seq Scan on map_feature/g) ?? []).length,
      target: 0,
      note: 'of open_room.map_feature',
    },
  ];
}

const settle = "select set_config('kvarter.tenant', $1, true), set_config('kvarter.person', $1, true), set_config('kvarter.purpose', 'read', true)";

/** As ours travel: everything in one round trip. */
const inTransaction = (client, query) =>
  Promise.all([client.query('begin'), client.query({ name: 'settle', text: settle, values: [''] }), client.query(query), client.query('commit')]);
