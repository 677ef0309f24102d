/**
 * Row 7: 100,000 due of 3,000,000 checks in 98 municipalities, each with its effect written (reminder and mail), beside
 * one job a row. BENCH_FOLLOW_UPS sets how many there are; a thirtieth of them is due.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { cpuOf, quantile } from '../measure.mjs';
import { ourDb } from '../our-code.mjs';
import { peerNode } from '../world.mjs';

const total = Number(process.env['BENCH_FOLLOW_UPS'] ?? 3_000_000);
const due = Math.round(total / 30);
const tenants = 98;
/** Rows of a peer that takes one job for each: enough to know its pace. */
const ofPeers = { graphile: Math.min(due, 10_000), bullmq: Math.min(due, 3_000) };
const sweepMs = 5_000;

export async function run(world) {
  const { noteReminders, reminderMail, systemPerson } = await ourDb();
  const { admin, adminUrl, logins, pgPid } = world;
  const ids = await fill(admin, systemPerson);
  const settings = { APP_URL: logins.app, EFFECT: noteReminders, KIND: reminderMail.kind, SYSTEM_PERSON: systemPerson };
  const own = {};
  for (const [engine, redisUrl] of [
    ['PostgreSQL', undefined],
    ['Redis', await world.redis()],
  ]) {
    await reset(admin);
    const worker = await world.worker(redisUrl);
    own[engine] = await drained(admin, due, [worker.pid, pgPid]);
    own[engine].late = await lateness(admin, ids);
    own[engine].fair = await fairness(admin, ids);
    await worker.stop();
  }

  await reset(admin);
  await admin.query('create schema if not exists graphile_worker');
  const graphile = await world.peer('peers/graphile-worker.mjs', { node: peerNode, DATABASE_URL: adminUrl, ...settings });
  await admin.query(
    `select graphile_worker.add_jobs(array(
       select json_populate_record(null::graphile_worker.job_spec, json_build_object('identifier', 'remind', 'payload', json_build_object('tenantId', tenant_id, 'followUpId', follow_up_id)))
       from open_room.follow_up where subject_type = 'GAP' order by follow_up_id limit $1))`,
    [ofPeers.graphile],
  );
  const one = await drained(admin, ofPeers.graphile, [graphile.pid, pgPid]);
  world.end(graphile);

  await reset(admin);
  const bullmq = await world.peer('peers/bullmq.mjs', { DATABASE_URL: adminUrl, ROWS: String(ofPeers.bullmq), ...settings });
  const other = await drained(admin, ofPeers.bullmq, [bullmq.pid, pgPid]);
  world.end(bullmq);

  const pace = ({ ms }) => `${Math.round(1000 / ms)} a second`;
  return Object.entries(own).flatMap(([engine, ours]) => [
    { what: `a check reminded, queue on ${engine}: time of graphile-worker`, value: ours.ms / one.ms, target: 0.5, note: `${pace(ours)} against ${pace(one)}` },
    { what: `the same: CPU of graphile-worker`, value: ours.cpu / one.cpu, target: 0.5, note: `${ours.cpu.toFixed(3)} ms against ${one.cpu.toFixed(3)}` },
    { what: `the same: time of a BullMQ job a row on PostgreSQL`, value: ours.ms / other.ms, target: 0.05, note: `against ${pace(other)}` },
    { what: `lateness p99, of sweep and 50 ms`, value: ours.late / (sweepMs + 50), target: 1, note: `${ours.late.toFixed(0)} ms, 980 checks of 98 tenants` },
    {
      what: `one check beside ${(due / 2).toLocaleString('en')} of another tenant, of sweep and a second`,
      value: ours.fair.ms / (sweepMs + 1_000),
      target: 1,
      note: `${ours.fair.ms.toFixed(0)} ms, with ${ours.fair.left.toLocaleString('en')} of the other's still to do`,
    },
  ]);
}

/** Tenants, and in each of them checks of the coming two years; what is due is of kind GAP. */
async function fill(admin, systemPerson) {
  const ids = Array.from({ length: tenants }, () => randomUUID());
  await admin.query('set session_replication_role = replica');
  await admin.query(
    `with t as (select id, row_number() over () as n from unnest($1::uuid[]) id)
     insert into open_room.tenant (tenant_id, slug, name, kind) select id, 'bench-' || n, 'Måling ' || n, 'municipality' from t`,
    [ids],
  );
  await admin.query(`insert into open_room.membership (tenant_id, person_id, name, roles) select id, $2, 'Kvarter', '{system}' from unnest($1::uuid[]) id`, [
    ids,
    systemPerson,
  ]);
  await admin.query('insert into identity.person (id) select id from unnest($1::uuid[]) id on conflict do nothing', [ids]);
  // One member each, who goes by the tenant's own id.
  await admin.query(
    `insert into open_room.membership (tenant_id, person_id, name, roles) select id, id, 'Måling', '{coordinator}' from unnest($1::uuid[]) id`,
    [ids],
  );
  const some = (kind, day, when) => `
    insert into open_room.follow_up (tenant_id, subject_type, subject_id, title, planned_on, due_on, responsible, remind_at)
    select t, '${kind}', gen_random_uuid(), 'Opfølgning', ${day}, ${day}, t, ${when}
    from generate_series(1, $2) n cross join lateral (select ($1::uuid[])[1 + n % ${tenants}] as t) x`;
  await admin.query(some('INTERVENTION', 'current_date + 7 + n % 700', 'now() + (7 + n % 700) * interval $$1 day$$'), [ids, total - due]);
  await admin.query(some('GAP', 'current_date', 'now() + interval $$1 day$$'), [ids, due]);
  await admin.query('set session_replication_role = default');
  await admin.query('vacuum analyze open_room.follow_up');
  return ids;
}

/** Everything of kind GAP is due now, and nothing was written yet. */
async function reset(admin) {
  await admin.query('truncate open_room.reminder');
  await admin.query('truncate open_room.outbox');
  await admin.query(`update open_room.follow_up set remind_at = now() - interval '1 minute', reminders = 0 where subject_type = 'GAP'`);
  await admin.query('vacuum analyze open_room.follow_up');
  await admin.query('checkpoint');
}

const written = async (admin, where = 'true') => (await admin.query(`select count(*)::integer as n from open_room.reminder where ${where}`)).rows[0].n;

/** Milliseconds of time and of processor an effect, from the first to the last. */
async function drained(admin, count, pids) {
  while ((await written(admin)) === 0) await wait(20);
  const [since, cpu, from] = [performance.now(), cpuOf(...pids), await written(admin)];
  for (;;) {
    const n = await written(admin);
    if (n >= count) return { ms: (performance.now() - since) / (n - from), cpu: (cpuOf(...pids) - cpu) / (n - from) };
    await wait(100);
  }
}

/** Ten checks a tenant come due one after the other over ten seconds: how long after it each is taken up. */
async function lateness(admin, ids) {
  await admin.query('truncate open_room.reminder');
  await admin.query(
    `update open_room.follow_up f set remind_at = now() + interval '2 seconds' + random() * interval '10 seconds', reminders = 0
     from (select tenant_id, follow_up_id, row_number() over (partition by tenant_id order by follow_up_id) as n from open_room.follow_up
           where subject_type = 'GAP' and tenant_id = any ($1)) s
     where s.n <= 10 and f.tenant_id = s.tenant_id and f.follow_up_id = s.follow_up_id`,
    [ids],
  );
  const { rows: wanted } = await admin.query(
    `select tenant_id, follow_up_id, extract(epoch from remind_at) * 1000 as at from open_room.follow_up where subject_type = 'GAP' and reminders = 0 and tenant_id = any ($1)`,
    [ids],
  );
  while ((await written(admin)) < wanted.length) await wait(100);
  const { rows } = await admin.query('select follow_up_id, extract(epoch from at) * 1000 as at from open_room.reminder');
  const at = new Map(rows.map((row) => [row.follow_up_id, Number(row.at)]));
  return quantile(
    wanted.map((row) => at.get(row.follow_up_id) - Number(row.at)),
    0.99,
  );
}

/** Half of all that is due is of one tenant; then one check of another. */
async function fairness(admin, ids) {
  const [large, small] = ids;
  await admin.query('truncate open_room.reminder');
  await admin.query(`update open_room.follow_up set remind_at = now() + interval '1 day', reminders = 1 where subject_type = 'GAP'`);
  await admin.query(`set session_replication_role = replica`);
  await admin.query(
    `insert into open_room.follow_up (tenant_id, subject_type, subject_id, planned_on, due_on, responsible, remind_at)
     select $1, 'ROUND', gen_random_uuid(), current_date, current_date, $1, now() from generate_series(1, $2)`,
    [large, Math.round(due / 2)],
  );
  await admin.query(`set session_replication_role = default`);
  while ((await written(admin, `tenant_id = '${large}'`)) === 0) await wait(20);
  await admin.query(
    `insert into open_room.follow_up (tenant_id, subject_type, subject_id, planned_on, due_on, responsible, remind_at) values ($1, 'ROUND', gen_random_uuid(), current_date, current_date, $1, now())`,
    [small],
  );
  const since = performance.now();
  while ((await written(admin, `tenant_id = '${small}'`)) === 0) await wait(20);
  const ms = performance.now() - since;
  const left = Math.round(due / 2) - (await written(admin, `tenant_id = '${large}'`));
  while ((await written(admin, `tenant_id = '${large}'`)) < Math.round(due / 2)) await wait(200);
  await admin.query(`delete from open_room.reminder; delete from open_room.follow_up where subject_type = 'ROUND'`);
  return { ms, left };
}
