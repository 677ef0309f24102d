/**
 * Ten years of cadences in a real worker that goes by a clock we move: killed while it works, its Redis emptied, left off for
 * months. In the end every check, reminder and mail is what a model of the rules says, not one more, not one less.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { FakeClock } from '../../apps/api/src/platform/clock/fake-clock.fixture.js';
import { logFrom } from '../../apps/api/src/platform/log/log.js';
import { type ServerSettings, startApi, startWorker } from '../support/servers.js';
import { type Day, type Moment, momentOf, monthsLater, textOf, textOfMoment } from './cadences/days.js';
import { Municipality } from './cadences/municipality.js';
import { Chance } from './cadences/random.js';
import { firstDay, type Look, schedule } from './cadences/schedule.js';
import { size } from './cadences/size.js';
import { verdictOn } from './cadences/verdict.js';
import { WorkerUnderTest } from './cadences/worker.js';

const minute = 60_000;
const chance = new Chance(Number(process.env['KVARTER_TEST_SEED'] ?? 20_261_121));
/** The people's, which stands where the worker's does. */
const clock = new FakeClock(textOf(firstDay));
let worker: WorkerUnderTest;
const municipalities: Municipality[] = [];
beforeAll(async () => {
  logFrom('silent');
  worker = await WorkerUnderTest.make();
  for (let n = 0; n < size.tenants; n++) municipalities.push(await Municipality.make(clock, chance));
});
afterAll(async () => {
  await worker.stop();
  for (const { world } of municipalities) await world.close();
  logFrom('info');
});

function goTo({ day, minutes }: Look): Moment {
  const now = momentOf(day, minutes);
  const time = [Math.floor(minutes / 60), minutes % 60].map((figure) => String(figure).padStart(2, '0')).join(':');
  clock.goTo(textOf(day), time);
  expect(clock.now().toISOString()).toBe(textOfMoment(now));
  worker.setClock(now);
  return now;
}

/** People act while Kvarter works: on what is not due, and a third of what is new is one municipality's. */
async function peopleAct({ day, begins }: Look): Promise<void> {
  const [large, ...others] = municipalities;
  for (const municipality of municipalities) await municipality.arrange(day);
  let left = begins - Math.ceil(begins / 3);
  await large?.begin(begins - left, day);
  for (const [index, other] of others.entries()) {
    const some = Math.ceil(left / (others.length - index));
    await other.begin(some, day);
    left -= some;
  }
}

/** The worker is killed, and its Redis emptied, while it works. */
async function breakIt({ kills, flushes }: Look): Promise<void> {
  if (flushes) {
    await worker.busy();
    await worker.flush();
  }
  for (let n = 0; n < kills; n++) {
    await worker.busy();
    await wait(chance.next() * size.longestWork);
    await worker.kill();
    await worker.start();
  }
}

/** Until nothing is due and no plan is short. @param calling whether sweeps are called for; nights always are */
async function settled(now: Moment, today: Day, calling: boolean): Promise<void> {
  const unsettled = async () =>
    (
      await municipalities[0]?.world.admin.query(
        `select 1 from unnest($1::uuid[]) t where
           exists (select from open_room.follow_up f where f.tenant_id = t and f.state = 'OPEN' and f.remind_at <= $2)
           or exists (select from open_room.cadence c where c.tenant_id = t and c.ended_at is null and c.kind <> 'ONCE'
                      and c.planned_through < $3::date and (c.ends_on is null or c.planned_through < c.ends_on))`,
        [municipalities.map(({ tenantId }) => tenantId), textOfMoment(now), textOf(monthsLater(today, 24))],
      )
    )?.rows.length !== 0;
  for (let rung = 0; await unsettled(); await wait(20)) {
    if (Date.now() - rung < 400) continue;
    await worker.ring(calling ? ['follow-ups.sweep', 'follow-ups.extend-all'] : ['follow-ups.extend-all']);
    rung = Date.now();
  }
}

it(`${size.cadences} cadences over ten years, the worker killed ${size.kills} times: none missing, doubled, or on a closed day`, {
  timeout: process.env['KVARTER_TEST_PROOF'] ? 60 * minute : 3 * minute,
}, async () => {
  const since = Date.now();
  const looks = schedule(size, chance);
  for (const [index, look] of looks.entries()) {
    if (look.wasOff) await worker.kill();
    const now = goTo(look);
    if (look.wasOff || index === 0) await worker.start();
    await worker.ring(['follow-ups.sweep', 'follow-ups.extend-all']);
    await Promise.all([peopleAct(look), breakIt(look)]);
    // Emptied, it has to come back to its sweeps without being called.
    await settled(now, look.day, !look.flushes);
    for (const municipality of municipalities) municipality.look(now, look.day);
    if (index < looks.length - 1) for (const municipality of municipalities) await municipality.answer(look.day);
  }

  const total = { cadences: 0, followUps: 0, reminders: 0, mails: 0 };
  for (const municipality of municipalities) {
    const { faults, ...rows } = await verdictOn(municipality);
    expect(faults.join('\n')).toBe('');
    total.cadences += municipality.cadences.length;
    total.followUps += rows.followUps;
    total.reminders += rows.reminders;
    total.mails += rows.mails;
  }
  expect(total.cadences).toBe(size.cadences);
  expect(total.reminders).toBeGreaterThan(size.cadences);
  expect(worker.kills).toBeGreaterThanOrEqual(size.kills);
  expect(worker.hits).toBeGreaterThan(0);
  const { kills, hits, flushes, queueOn } = worker;
  console.info(
    JSON.stringify({ database: inject('database').kind, queueOn, looks: looks.length, ...total, kills, hits, flushes, seconds: (Date.now() - since) / 1_000 }),
  );
});

const columns = 'tenant_id, subject_type, subject_id, place, planned_on, due_on, responsible, stands_for, state, closed_by, closed_at, remind_at, reminders';
it.each([
  ['is missing', `delete from open_room.follow_up where follow_up_id in (select follow_up_id from open_room.follow_up where $1 and reminders = 0 limit 1)`],
  ['is there twice', `insert into open_room.follow_up (${columns}) select ${columns} from open_room.follow_up where $1 limit 1`],
  [
    'no working day',
    `update open_room.follow_up set due_on = '2030-12-24' where follow_up_id in (select follow_up_id from open_room.follow_up where $1 limit 1)`,
  ],
  [
    'and not',
    `insert into open_room.reminder (tenant_id, follow_up_id, number, escalated, at) select tenant_id, follow_up_id, number + 1000, escalated, at from open_room.reminder where $1 limit 1`,
  ],
  ['and not', `delete from open_room.outbox where mail_id in (select mail_id from open_room.outbox where $1 limit 1)`],
  [
    'and not',
    `update open_room.outbox set not_before = not_before + interval '1 hour' where mail_id in (select mail_id from open_room.outbox where $1 limit 1)`,
  ],
])('had there been one, it would have been found: %s', async (words, fault) => {
  const municipality = municipalities[1] as Municipality;
  const { admin } = municipality.world;
  await admin.query('begin');
  const { rowCount } = await admin.query(fault.replace('$1', `tenant_id = '${municipality.tenantId}'`));
  const { faults } = await verdictOn(municipality);
  await admin.query('rollback');
  expect([rowCount, faults.length > 0]).toEqual([1, true]);
  expect(faults.join('\n')).toContain(words);
});

it.each([
  ['worker', (settings: ServerSettings, hear: (text: string) => void) => startWorker(settings, hear)],
  ['api', (settings: ServerSettings, hear: (text: string) => void) => startApi(settings, hear)],
])('the %s goes by a clock in a file in trials alone', async (_name, start) => {
  let said = '';
  await start({ KVARTER_DEMO: '0', KVARTER_DEMO_CLOCK: '/dev/null' }, (text) => void (said += text)).catch(() => undefined);
  await expect.poll(() => said, { timeout: 20_000 }).toContain('KVARTER_DEMO_CLOCK puts Kvarter on another day');
});
