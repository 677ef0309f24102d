/** What a job of one row does, the same for every peer: the statement of Kvarter for a batch of one, in a tenant transaction. */
import pg from 'pg';

const { APP_URL, EFFECT, KIND, SYSTEM_PERSON } = process.env;
const pool = new pg.Pool({ connectionString: APP_URL, max: 10, pipeline: true });
const settle = "select set_config('kvarter.tenant', $1, true), set_config('kvarter.person', $2, true), set_config('kvarter.purpose', 'job', true)";

export async function remind({ tenantId, followUpId }) {
  const client = await pool.connect();
  const now = new Date();
  const week = new Date(now.getTime() + 7 * 86_400_000);
  const done = Promise.all([
    client.query('begin'),
    client.query({ name: 'settle', text: settle, values: [tenantId, SYSTEM_PERSON] }),
    client.query({ name: 'effect', text: EFFECT, values: [tenantId, now, [followUpId], [week], [false], KIND, week] }),
    client.query('commit'),
  ]);
  try {
    await done;
  } finally {
    client.release();
  }
}
