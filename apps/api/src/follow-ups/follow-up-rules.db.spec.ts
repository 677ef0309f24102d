/** A municipality's own rules: set within bounds, by administrators, and gone by in what is planned and reminded of. */
import { randomUUID } from 'node:crypto';
import { defaultRules, localDate } from '@kvarter/cadence';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { World } from '../area-maps/map-world.fixture.js';
import type { Actor } from '../platform/auth/actor.js';
import { FakeClock } from '../platform/clock/fake-clock.fixture.js';
import { CadencesService } from './cadences.service.js';
import { FollowUpJobs } from './follow-up.jobs.js';
import { FollowUpRulesService } from './follow-up-rules.service.js';
import type { FollowUpRulesInput } from './follow-up-rules.type.js';
import { FollowUpsService } from './follow-ups.service.js';

const today = localDate('2026-11-20'); // a Friday

let world: World;
let admin: Actor;
let coordinator: Actor;
let rules: FollowUpRulesService;
let followUps: FollowUpsService;
const clock = new FakeClock(today);
beforeAll(async () => {
  world = await World.make();
  [admin, coordinator] = [await world.member('tenant_admin'), await world.member('coordinator')];
  rules = new FollowUpRulesService(world.db);
  followUps = new FollowUpsService(world.db, clock);
});
afterAll(() => world.close());

const set = (by: Actor, more: Partial<FollowUpRulesInput>) => world.as(by, () => rules.set({ ...defaultRules, ...more }));
const agreement = (dueOn: string) =>
  world.as(coordinator, () =>
    followUps.one(
      { subjectType: 'AGREEMENT', subjectId: randomUUID(), areaId: null, title: 'Lys på stien', responsibleId: coordinator.personId },
      localDate(dueOn),
    ),
  );
const row = async (id: string) => {
  const { rows } = await world.admin.query<{ on: string; reminders: number; escalated: boolean }>(
    `select to_char(remind_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as on, reminders, escalated_at is not null as escalated
     from open_room.follow_up where follow_up_id = $1`,
    [id],
  );
  return rows[0];
};

it('are Kvarter’s own until an administrator says otherwise, within bounds', async () => {
  expect(await world.as(coordinator, () => rules.current())).toEqual({ ...defaultRules, changedById: null, changedAt: null });
  for (const [more, name] of [
    [{ coordinatorAfterDays: 61 }, 'coordinatorAfterDays'],
    [{ reminderEveryDays: 0 }, 'reminderEveryDays'],
  ] as const)
    await expect(set(admin, more)).rejects.toMatchObject({ extensions: { reason: 'NUMBER_OUT_OF_RANGE', field: name } });
  await expect(set(coordinator, { mapMonths: 3 })).rejects.toMatchObject({ code: '42501' });
  expect(await set(admin, { mapMonths: 3 })).toMatchObject({ mapMonths: 3, feedbackDays: 30, changedById: admin.personId });
  expect(await world.as(coordinator, () => rules.current())).toMatchObject({ mapMonths: 3, changedById: admin.personId });
});

it('say when somebody is reminded first, again, and when the coordinator hears of it', async () => {
  await set(admin, { agreementAheadDays: 10, reminderEveryDays: 2, coordinatorAfterDays: 4 });
  const { id } = await agreement('2026-12-14');
  expect(await row(id)).toMatchObject({ on: '2026-12-04', reminders: 0 });
  const jobs = new FollowUpJobs(world.db, clock, new CadencesService(world.db, clock, followUps));
  const remindOn = async (day: string) => {
    clock.goTo(day);
    await world.as(world.system, () => jobs.remind({ tenantId: world.tenantId }));
    return row(id);
  };
  expect(await remindOn('2026-12-04')).toEqual({ on: '2026-12-14', reminders: 1, escalated: false });
  expect(await remindOn('2026-12-14')).toEqual({ on: '2026-12-16', reminders: 2, escalated: false });
  expect(await remindOn('2026-12-16')).toEqual({ on: '2026-12-18', reminders: 3, escalated: false });
  expect(await remindOn('2026-12-18')).toMatchObject({ reminders: 4, escalated: true });
});
