/** Nothing but node:http and pg with the same statement in the same kind of transaction: the floor under any server. */
import { createServer } from 'node:http';
import pg from 'pg';

const { PORT, DATABASE_URL, TENANT, PERSON } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 12, pipeline: true });
const settle = "select set_config('kvarter.tenant', $1, true), set_config('kvarter.person', $2, true), set_config('kvarter.purpose', 'read', true)";
const map = 'select json from open_room.map_feature where tenant_id = $1 and area_id = $2 and not removed order by feature_id';
const statement = `select coalesce(string_agg(f.json, ','), '') as features from (${map}) f`;

async function answer(areaId) {
  const client = await pool.connect();
  const begin = client.query('begin isolation level repeatable read read only');
  const settings = client.query({ name: 'settle', text: settle, values: [TENANT, PERSON] });
  const result = client.query({ name: 'map', text: statement, values: [TENANT, areaId] });
  const commit = client.query('commit');
  const [, , { rows }] = await Promise.all([begin, settings, result, commit]);
  client.release();
  return `{"data":{"areaMap":{"collection":{"type":"FeatureCollection","features":[${rows[0].features}]}}}}`;
}

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { variables } = JSON.parse(Buffer.concat(chunks));
    response.writeHead(200, { 'content-type': 'application/json' }).end(await answer(variables.id));
  });
}).listen(Number(PORT), '127.0.0.1', () => console.log('ready'));
