/** Row 3: what a tenant transaction costs by itself. */
import { Client } from 'pg';
import { interleaved, load, ratio, typical } from '../measure.mjs';
import { ourDb } from '../our-code.mjs';

const statement = 'select name from open_room.area where tenant_id = $1 and area_id = $2';

export async function run({ tenantId, personId, areaId, logins, adminUrl }, { rounds, times }) {
  const { Db, openDb } = await ourDb();
  const db = await openDb(Db, logins.app, [], 2);
  const floor = new Client({ connectionString: adminUrl, pipeline: true });
  const serial = new Client({ connectionString: logins.app });
  await Promise.all([floor.connect(), serial.connect()]);
  const as = { personId, tenant: { id: tenantId } };
  const one = (work) => () => load({ times: times * 10, atOnce: 1, pids: [process.pid], one: work });
  const results = await interleaved(rounds, {
    kvarter: one(() => db.run(as, 'read', () => db.final(statement, [tenantId, areaId]))),
    floor: one(() => floor.query({ name: 'area', text: statement, values: [tenantId, areaId] })),
    serial: one(async () => {
      await serial.query('begin');
      await serial.query("select set_config('kvarter.tenant', $1, true), set_config('kvarter.purpose', 'read', true)", [tenantId]);
      await serial.query("select set_config('kvarter.person', $1, true)", [personId]);
      await serial.query({ name: 'area', text: statement, values: [tenantId, areaId] });
      await serial.query('commit');
    }),
  });
  await Promise.all([db.close(), floor.end(), serial.end()]);
  return [
    {
      what: 'tenant transaction: p50 of one statement without row security',
      value: ratio(results, 'kvarter', 'floor', 'p50'),
      target: 2.5,
      note: `${typical(results, 'kvarter', 'p50').toFixed(3)} ms against ${typical(results, 'floor', 'p50').toFixed(3)}`,
    },
    {
      what: 'tenant transaction: p50 of five awaited trips',
      value: ratio(results, 'kvarter', 'serial', 'p50'),
      target: 0.7,
      note: `against ${typical(results, 'serial', 'p50').toFixed(3)} ms`,
    },
  ];
}
