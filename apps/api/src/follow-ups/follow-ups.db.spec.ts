/** Cadences and checks on a real database, on days of the test's choosing. */
import { randomUUID } from 'node:crypto';
import { addDays, addMonths, isWorkingDay, localDate, nextWorkingDay } from '@kvarter/cadence';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { World } from '../area-maps/map-world.fixture.js';
import { type Actor } from '../platform/auth/actor.js';
import { systemActor } from '../platform/auth/system.js';
import { FakeClock } from '../platform/clock/fake-clock.fixture.js';
import { FollowUpJobs } from './follow-up.jobs.js';
import type { StartCadenceInput } from './follow-up.input.js';
import { CadenceKind, type FollowUp } from './follow-up.type.js';
import { CadencesService } from './cadences.service.js';
import { FollowUpsService } from './follow-ups.service.js';

const today = '2026-11-20'; // a Friday

let world: World;
let clock: FakeClock;
let cadences: CadencesService;
let followUps: FollowUpsService;
let jobs: FollowUpJobs;
let coordinator: Actor;
let member: Actor;
let area: string;

beforeAll(async () => {
  world = await World.make();
  [coordinator, member] = [await world.member('coordinator'), await world.member('team_member')];
  area = await world.area(coordinator);
});
afterAll(() => world.close());
beforeEach(() => {
  clock = new FakeClock(today);
  followUps = new FollowUpsService(world.db, clock);
  cadences = new CadencesService(world.db, clock, followUps);
  jobs = new FollowUpJobs(world.db, clock, cadences);
});

const start = (more: Partial<StartCadenceInput> = {}): Promise<FollowUp[]> =>
  world.as(coordinator, () =>
    cadences.start({
      subjectType: 'INTERVENTION',
      subjectId: randomUUID(),
      areaId: area,
      startsOn: today,
      kind: CadenceKind.TAPERING,
      responsiblePersonId: member.personId,
      ...more,
    }),
  );
const system = () => systemActor(world.tenantId);
const sweep = () => world.as(system(), () => jobs.remind({ tenantId: world.tenantId }));
const again = async ({ id, dueOn }: FollowUp): Promise<FollowUp> => {
  const found = (await world.as(coordinator, () => followUps.between(dueOn, dueOn))).find((one) => one.id === id);
  if (!found) throw new Error('gone');
  return found;
};
const days = (checks: readonly FollowUp[]): string[] => checks.map(({ dueOn }) => dueOn);

describe('a cadence', () => {
  it('is planned ever more rarely for 24 months, each check on a working day', async () => {
    const checks = await start();
    expect(days(checks)).toEqual([
      '2026-12-21',
      '2027-01-20',
      '2027-02-22',
      '2027-03-22',
      '2027-04-20',
      '2027-05-20',
      '2027-08-20',
      '2027-11-22',
      '2028-02-21',
      '2028-05-22',
      '2028-11-20',
    ]);
    expect(checks.every(({ dueOn, state }) => isWorkingDay(localDate(dueOn)) && state === 'SCHEDULED')).toBe(true);
  });

  it('begun in the past has one overdue check for all that were missed, due at once', async () => {
    const [overdue, next] = await start({ startsOn: '2026-06-30' });
    expect(overdue).toMatchObject({ dueOn: '2026-10-30', state: 'DUE', late: true, standsFor: 4, reminders: 0 });
    expect(next).toMatchObject({ dueOn: '2026-11-30', state: 'SCHEDULED' });
  });

  it('needs somebody who works here, an area that is there, and days in order', async () => {
    const guest = await world.member('participant');
    const reason = (more: Partial<StartCadenceInput>) =>
      start(more).then(
        () => 'planned',
        (error: { reason: string }) => error.reason,
      );
    expect(await reason({ responsiblePersonId: guest.personId })).toBe('RESPONSIBLE_UNKNOWN');
    expect(await reason({ responsiblePersonId: randomUUID() })).toBe('RESPONSIBLE_UNKNOWN');
    expect(await reason({ areaId: randomUUID() })).toBe('AREA_NOT_FOUND');
    expect(await reason({ endsOn: '2026-11-19' })).toBe('DATES_REVERSED');
    // The last ones are days themselves, but those that follow from them are not.
    for (const startsOn of ['0026-11-19', '1990-01-01', '2298-06-30', '2299-12-31'])
      for (const kind of [CadenceKind.ONCE, CadenceKind.YEARLY]) expect(await reason({ startsOn, kind })).toBe('DAY_OUT_OF_RANGE');
    expect(await reason({ subjectType: 'PERSON' })).toBe('SUBJECT_UNKNOWN');
    expect(await reason({ title: 'Om 010190-1234' })).toBe('CPR_NUMBER');
  });

  it('is extended night by night as if it had been planned at once', async () => {
    const checks = await start({ kind: CadenceKind.MONTHLY, startsOn: '2026-08-31' });
    for (const day of ['2027-03-01', '2027-03-02', '2028-01-10']) {
      clock.goTo(day);
      await world.as(system(), () => jobs.extend({ tenantId: world.tenantId }));
    }
    const all = (await world.as(coordinator, () => followUps.between(today, '2031-01-01'))).filter(({ cadenceId }) => cadenceId === checks[0]?.cadenceId);
    const expected = Array.from({ length: 40 }, (_, index) => nextWorkingDay(addMonths(localDate('2026-08-31'), index + 1))).filter(
      (day) => day >= today && day <= addDays(localDate('2030-01-10'), 3),
    );
    expect(days(all)).toEqual(expected);
  });

  it('on hold leaves out what would come, and goes on by the same days', async () => {
    const checks = await start({ kind: CadenceKind.MONTHLY });
    const id = checks[0]?.cadenceId ?? '';
    clock.goTo('2027-01-25');
    expect(await world.as(coordinator, () => cadences.pause(id))).toBe(true);
    const left = async () => (await world.as(coordinator, () => followUps.between(today, '2031-01-01'))).filter(({ cadenceId }) => cadenceId === id);
    expect(days(await left())).toEqual(['2026-12-21', '2027-01-20']);
    clock.goTo('2027-05-03');
    const planned = await world.as(coordinator, () => cadences.resume(id));
    expect(days(planned).slice(0, 2)).toEqual(['2027-05-20', '2027-06-21']);
    expect(days(await left())).toEqual(['2026-12-21', '2027-01-20', ...days(planned)]);
    await expect(world.as(coordinator, () => cadences.resume(id))).rejects.toMatchObject({ reason: 'CADENCE_NOT_ON_HOLD' });
    await world.as(coordinator, () => cadences.end(id));
    expect(days(await left())).toEqual(['2026-12-21', '2027-01-20']);
    await expect(world.as(coordinator, () => cadences.pause(id))).rejects.toMatchObject({ reason: 'CADENCE_ENDED' });
  });
});

describe('a cadence on hold', () => {
  it('keeps what somebody put on a day of their choosing, and has it once when it goes on', async () => {
    const [first, second] = (await start({ kind: CadenceKind.MONTHLY })) as [FollowUp, FollowUp];
    const id = first.cadenceId as string;
    await world.as(coordinator, () => followUps.move(first.id, '2027-04-07'));
    clock.goTo('2027-02-01');
    await world.as(coordinator, () => followUps.complete(second.id));
    await world.as(coordinator, () => cadences.pause(id));
    const left = async () => days((await world.as(coordinator, () => followUps.between(today, '2027-06-01'))).filter(({ cadenceId }) => cadenceId === id));
    expect(await left()).toEqual(['2027-01-20', '2027-04-07']);
    clock.goTo('2027-03-01');
    await world.as(coordinator, () => cadences.resume(id));
    expect(await left()).toEqual(['2027-01-20', '2027-03-22', '2027-04-07', '2027-04-20', '2027-05-20']);
    await world.as(coordinator, () => cadences.end(id));
    expect(await left()).toEqual(['2027-01-20']);
  });
});

describe('a large municipality', () => {
  it('has all its cadences extended in one night, what happens once left as it is', async () => {
    const large = await World.make();
    const by = await large.member('coordinator');
    const startAll = (kind: CadenceKind, count: number) =>
      Promise.all(
        Array.from({ length: count }, () =>
          large.as(by, () =>
            cadences.start({ subjectType: 'ROUND', subjectId: randomUUID(), areaId: null, startsOn: today, kind, responsiblePersonId: by.personId }),
          ),
        ),
      );
    followUps = new FollowUpsService(large.db, clock);
    cadences = new CadencesService(large.db, clock, followUps);
    jobs = new FollowUpJobs(large.db, clock, cadences);
    await startAll(CadenceKind.MONTHLY, 230);
    await startAll(CadenceKind.ONCE, 20);
    clock.goTo('2026-12-22');
    const night = () => large.as(systemActor(large.tenantId), () => jobs.extend({ tenantId: large.tenantId }));
    expect((await night()).many).toEqual([{ tenantId: large.tenantId }]);
    expect((await night()).many).toEqual([]);
    const { rows } = await large.admin.query<{ checks: number; count: number }>(
      `select checks::integer, count(*)::integer from (select cadence_id, count(*) as checks from open_room.follow_up where tenant_id = $1 group by 1) x
       group by 1 order by 1`,
      [large.tenantId],
    );
    expect(rows).toEqual([
      { checks: 1, count: 20 },
      { checks: 25, count: 230 },
    ]);
    await large.close();
  });
});

describe('reminders', () => {
  it('go out once for all that was missed, on the day, weekly after it, and to the coordinator after two weeks', async () => {
    const [overdue, next] = (await start({ startsOn: '2026-09-01' })) as [FollowUp, FollowUp];
    await sweep();
    await sweep();
    expect(await again(overdue)).toMatchObject({ reminders: 1 });
    expect(await again(next)).toMatchObject({ dueOn: '2026-12-01', reminders: 0 });
    clock.goTo('2026-12-01', '00:00');
    await sweep();
    expect(await again(next)).toMatchObject({ reminders: 1, state: 'DUE', late: false });
    const escalated = async () =>
      (
        await world.admin.query<{ number: number; escalated: boolean }>(
          'select number, escalated from open_room.reminder where follow_up_id = $1 order by number',
          [next.id],
        )
      ).rows;
    for (const day of ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-14', '2026-12-15', '2026-12-16']) {
      clock.goTo(day);
      await sweep();
    }
    expect(await escalated()).toEqual([
      { number: 1, escalated: false },
      { number: 2, escalated: false },
      { number: 3, escalated: true },
    ]);
    const mails = async () =>
      (
        await world.admin.query<{ person: string; at: string }>(
          `select person_id as person, to_char(not_before at time zone 'Europe/Copenhagen', 'YYYY-MM-DD HH24:MI') as at from open_room.outbox
           where tenant_id = $1 and ids ->> 'followUpId' = $2 order by not_before, person_id = $3`,
          [world.tenantId, next.id, coordinator.personId],
        )
      ).rows;
    // At midnight it is due; by mail one hears of it in the morning. The third goes to the coordinator, too.
    expect(await mails()).toEqual([
      { person: member.personId, at: '2026-12-01 07:30' },
      { person: member.personId, at: '2026-12-08 12:00' },
      { person: member.personId, at: '2026-12-15 12:00' },
      { person: coordinator.personId, at: '2026-12-15 12:00' },
    ]);
    // Nobody looked for half a year: one reminder, not twenty.
    clock.goTo('2027-06-15');
    await sweep();
    await sweep();
    expect(await again(next)).toMatchObject({ reminders: 4, late: true });
  });

  it('are not doubled by workers at once', async () => {
    const checks = await Promise.all(Array.from({ length: 30 }, () => start({ startsOn: '2026-10-01', kind: CadenceKind.MONTHLY })));
    await Promise.all([sweep(), sweep(), sweep()]);
    for (const [overdue] of checks) expect(await again(overdue as FollowUp)).toMatchObject({ reminders: 1 });
  });

  it('end when somebody reports', async () => {
    const [overdue] = (await start({ startsOn: '2026-09-01' })) as [FollowUp];
    const done = await world.as(member, () => followUps.complete(overdue.id, 'Set efter. Det går godt.'));
    expect(done).toMatchObject({ state: 'DONE', late: false, note: 'Set efter. Det går godt.' });
    await sweep();
    expect(await again(overdue)).toMatchObject({ reminders: 0 });
    await expect(world.as(member, () => followUps.complete(overdue.id))).rejects.toMatchObject({ reason: 'FOLLOW_UP_CLOSED' });
  });

  it('find each tenant that has any due, and no other', async () => {
    const other = await World.make();
    await start({ startsOn: '2026-09-01' });
    const { many } = await world.db.run(null, 'job', () => jobs.sweep());
    expect(many.map(({ tenantId }) => tenantId)).toContain(world.tenantId);
    expect(many.map(({ tenantId }) => tenantId)).not.toContain(other.tenantId);
    await other.close();
  });
});

describe('the cadences of an area', () => {
  it('are listed with their next checks while they run or are on hold', async () => {
    const place = await world.area(coordinator);
    const [overdue] = (await start({ areaId: place, startsOn: '2026-09-01', title: 'Fodbold om fredagen' })) as [FollowUp];
    const [once] = (await start({ areaId: place, kind: CadenceKind.ONCE, startsOn: '2026-12-01' })) as [FollowUp];
    const listed = () => world.as(coordinator, () => cadences.cadencesOf(place));
    expect(await listed()).toMatchObject([
      { id: overdue.cadenceId, title: 'Fodbold om fredagen', kind: 'TAPERING', onHoldSince: null },
      { id: once.cadenceId, kind: 'ONCE' },
    ]);
    expect(days(await world.as(coordinator, () => cadences.nextOf(overdue.cadenceId as string)))).toEqual(['2026-11-02', '2026-12-01', '2027-01-04']);
    await world.as(coordinator, () => cadences.pause(overdue.cadenceId as string));
    await world.as(coordinator, () => followUps.complete(once.id));
    expect(await listed()).toMatchObject([{ id: overdue.cadenceId, onHoldSince: today }]);
    await world.as(coordinator, () => cadences.end(overdue.cadenceId as string));
    expect(await listed()).toEqual([]);
  });
});

describe('a check', () => {
  it('is moved to a working day ahead, or skipped with a reason', async () => {
    const [, next] = (await start({ startsOn: '2026-09-01' })) as [FollowUp, FollowUp];
    const move = (to: string) => world.as(coordinator, () => followUps.move(next.id, to));
    await expect(move('2026-12-26')).rejects.toMatchObject({ reason: 'NO_WORKING_DAY' });
    await expect(move('2026-11-19')).rejects.toMatchObject({ reason: 'DAY_HAS_PASSED' });
    expect(await move('2026-12-28')).toMatchObject({ dueOn: '2026-12-28', plannedOn: '2026-12-01' });
    await expect(world.as(coordinator, () => followUps.skip(next.id, ' '))).rejects.toMatchObject({ reason: 'FIELD_EMPTY' });
    expect(await world.as(coordinator, () => followUps.skip(next.id, 'Indsatsen holder jul.'))).toMatchObject({ state: 'SKIPPED' });
  });

  it('is reported on by the one whose it is and by coordinators, and seen by nobody who only visits', async () => {
    const [check] = (await start()) as [FollowUp];
    const other = await world.member('team_member');
    await expect(world.as(other, () => followUps.complete(check.id))).rejects.toMatchObject({ reason: 'NOT_ALLOWED' });
    const guest = await world.member('participant');
    expect(await world.as(guest, () => followUps.between(today, '2030-01-01'))).toEqual([]);
    await expect(world.as(guest, () => followUps.complete(check.id))).rejects.toMatchObject({ reason: 'FOLLOW_UP_NOT_FOUND' });
  });

  it('falls to the coordinator when somebody leaves, and shows whose it was', async () => {
    const leaver = await world.member('team_member');
    const [check] = (await start({ responsiblePersonId: leaver.personId })) as [FollowUp];
    await world.admin.query('update open_room.membership set ended_at = now() where tenant_id = $1 and person_id = $2', [world.tenantId, leaver.personId]);
    expect(await again(check)).toMatchObject({ responsibleId: coordinator.personId, takenOverFromId: leaver.personId });
  });

  it('is on one’s desk when it is late, due or soon, and counted where it slips', async () => {
    const own = await world.member('team_member');
    const place = await world.area(coordinator);
    await start({ responsiblePersonId: own.personId, startsOn: '2026-09-01', areaId: place });
    expect(days(await world.as(own, () => followUps.mine()))).toEqual(['2026-11-02', '2026-12-01']);
    const here = (await world.as(coordinator, () => followUps.slipping())).find(({ areaId }) => areaId === place);
    expect(here).toEqual({ areaId: place, late: 1, dueToday: 0, soon: 1, oldest: '2026-11-02' });
  });
});
