/** Agreements and the check that chases each, on a real database. */
import { addDays, localDate } from '@kvarter/cadence';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { World } from '../area-maps/map-world.fixture.js';
import { FollowUpJobs } from '../follow-ups/follow-up.jobs.js';
import { CadencesService } from '../follow-ups/cadences.service.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { FakeClock } from '../platform/clock/fake-clock.fixture.js';
import { SignedLinks } from '../platform/mail/signed-link.js';
import type { CreateAgreementInput } from './agreement.input.js';
import { type Agreement, AgreementAnswer } from './agreement.type.js';
import { AgreementsService } from './agreements.service.js';
import { ReportLinks } from './report-links.js';

const today = localDate('2026-11-20'); // a Friday

let world: World;
let clock: FakeClock;
let followUps: FollowUpsService;
let agreements: AgreementsService;
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
  agreements = new AgreementsService(world.db, clock, followUps, new ReportLinks(new SignedLinks(Buffer.alloc(32)), clock));
  jobs = new FollowUpJobs(world.db, clock, new CadencesService(world.db, clock, followUps));
});

const make = (more: Partial<CreateAgreementInput> = {}, by = coordinator): Promise<Agreement> =>
  world.as(by, () =>
    agreements.create({ areaId: area, title: 'Ring til boldklubben', responsiblePersonId: member.personId, dueOn: addDays(today, 13), ...more }),
  );
const checkOf = ({ id }: Agreement) => world.as(coordinator, () => followUps.ofSubject('AGREEMENT', id));
const sweepOn = (day: string) => {
  clock.goTo(day);
  return world.as(world.system, () => jobs.remind({ tenantId: world.tenantId }));
};
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error & { reason?: string }) => error.reason ?? error.message,
  );

describe('an agreement', () => {
  it('is due on a day that reminders can be reckoned from', async () => {
    for (const dueOn of ['1990-01-01', '2299-12-18', '2299-12-31']) expect(await reasonOf(make({ dueOn, confirmPast: true }))).toBe('DAY_OUT_OF_RANGE');
    const { id } = await make();
    const later = { id, answer: AgreementAnswer.LATER, dueOn: '2299-12-31' };
    expect(await reasonOf(world.as(coordinator, () => agreements.report(later)))).toBe('DAY_OUT_OF_RANGE');
    const check = await checkOf({ id } as Agreement);
    expect(await reasonOf(world.as(coordinator, () => followUps.move(check?.id ?? '', '2299-12-29')))).toBe('DAY_OUT_OF_RANGE');
  });

  it('is chased three days before, on the day, and weekly until it is reported on', async () => {
    const agreement = await make(); // due on Thursday 3 December
    const reminders: (number | undefined)[] = [];
    for (const day of ['2026-11-27', '2026-11-30', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-10']) {
      await sweepOn(day);
      reminders.push((await checkOf(agreement))?.reminders);
    }
    expect(reminders).toEqual([0, 1, 1, 2, 2, 3]);
    expect(await world.as(coordinator, () => agreements.one(agreement.id))).toMatchObject({ late: true, state: 'OPEN' });
    const done = await world.as(member, () => agreements.report({ id: agreement.id, answer: AgreementAnswer.DONE, note: 'De kommer til mødet.' }));
    expect(done).toMatchObject({ state: 'DONE', late: false, report: 'De kommer til mødet.' });
    expect(await checkOf(agreement)).toBeNull();
  });

  it('reported as later is chased from the new day on', async () => {
    const agreement = await make({ dueOn: today });
    await sweepOn(today);
    expect(await world.as(member, () => agreements.report({ id: agreement.id, answer: AgreementAnswer.LATER }))).toMatchObject({
      state: 'OPEN',
      dueOn: '2026-11-27',
    });
    await sweepOn('2026-11-23');
    expect(await checkOf(agreement)).toMatchObject({ dueOn: '2026-11-27', state: 'SCHEDULED', reminders: 1 });
    await sweepOn('2026-11-27');
    expect(await checkOf(agreement)).toMatchObject({ reminders: 2 });
  });

  it('that can’t be done says why', async () => {
    const { id } = await make();
    const cant = (note?: string) => world.as(member, () => agreements.report({ id, answer: AgreementAnswer.CANT, note }));
    expect(await reasonOf(cant())).toBe('FIELD_EMPTY');
    expect(await cant('Klubben har ingen telefon.')).toMatchObject({ state: 'CANT' });
    expect(await reasonOf(cant('Igen'))).toBe('AGREEMENT_CLOSED');
  });

  it('due in the past asks first', async () => {
    expect(await reasonOf(make({ dueOn: '2026-11-19' }))).toBe('AGREEMENT_DUE_IN_PAST');
    const agreement = await make({ dueOn: '2026-11-19', confirmPast: true });
    expect(agreement).toMatchObject({ late: true });
    // Thursday was a working day: it is due on its own day, and reminded of at once, once.
    await sweepOn(today);
    await sweepOn(today);
    expect(await checkOf(agreement)).toMatchObject({ dueOn: '2026-11-19', state: 'DUE', reminders: 1 });
  });

  it('and its check are one: done, moved or dropped here is so there', async () => {
    const done = await make();
    await world.as(member, async () => followUps.complete((await followUps.ofSubject('AGREEMENT', done.id))?.id ?? '', 'Gjort'));
    expect(await world.as(coordinator, () => agreements.one(done.id))).toMatchObject({ state: 'DONE', report: 'Gjort' });
    const moved = await make();
    await world.as(coordinator, async () => followUps.move((await followUps.ofSubject('AGREEMENT', moved.id))?.id ?? '', '2026-12-14'));
    expect(await world.as(coordinator, () => agreements.one(moved.id))).toMatchObject({ dueOn: '2026-12-14', version: 2 });
    const dropped = await make();
    expect(await world.as(coordinator, () => agreements.drop(dropped.id, 'Ikke nødvendigt længere.'))).toMatchObject({ state: 'DROPPED' });
    expect(await checkOf(dropped)).toBeNull();
  });

  it('is changed by one at a time, and its check goes along', async () => {
    const { id } = await make();
    const change = (version: number, more: object, by = coordinator) => world.as(by, () => agreements.update({ id, version, ...more }));
    expect(await change(1, { title: 'Skriv til boldklubben', dueOn: '2026-12-12' })).toMatchObject({ version: 2, dueOn: '2026-12-12' });
    // A Saturday: due on the Monday after.
    expect(await checkOf({ id } as Agreement)).toMatchObject({ title: 'Skriv til boldklubben', dueOn: '2026-12-14' });
    expect(await reasonOf(change(1, { title: 'Besøg boldklubben' }))).toBe('AGREEMENT_CHANGED');
    expect(await reasonOf(change(2, { dueOn: '2026-11-01' }))).toBe('DAY_HAS_PASSED');
    const other = await world.member('team_member');
    expect(await reasonOf(change(2, { title: 'Mit' }, other))).toBe('NOT_ALLOWED');
  });

  it('made for somebody else is changed and dropped by who made it, and its check with it', async () => {
    const { id } = await make({ responsiblePersonId: coordinator.personId }, member);
    await world.as(member, () => agreements.update({ id, version: 1, title: 'Skriv til klubben', dueOn: '2026-12-10' }));
    expect(await checkOf({ id } as Agreement)).toMatchObject({ title: 'Skriv til klubben', dueOn: '2026-12-10' });
    await world.as(member, () => agreements.drop(id, 'Klubben har svaret.'));
    expect(await checkOf({ id } as Agreement)).toBeNull();
  });

  it('is for those who work here: nothing of it for guests, and no CPR numbers in it', async () => {
    const guest = await world.guest(await world.meeting(area, coordinator));
    const { id } = await make();
    expect(await world.as(guest, () => agreements.list({ areaId: area }))).toEqual([]);
    expect(await reasonOf(world.as(guest, () => agreements.one(id)))).toBe('AGREEMENT_NOT_FOUND');
    expect(await reasonOf(make({ title: 'Om 010190-1234' }))).toBe('CPR_NUMBER');
    expect(await reasonOf(make({ detail: 'Om 010190-1234' }))).toBe('CPR_NUMBER');
    expect(await reasonOf(make({ responsiblePersonId: guest.personId }))).toBe('RESPONSIBLE_UNKNOWN');
  });

  it('falls to the coordinator when the responsible leaves, and shows whose it was; who made it sees what they wait for', async () => {
    const leaver = await world.member('team_member');
    const { id } = await make({ responsiblePersonId: leaver.personId }, member);
    expect((await world.as(member, () => agreements.awaited())).map((one) => one.id)).toContain(id);
    await world.admin.query('update open_room.membership set ended_at = now() where tenant_id = $1 and person_id = $2', [world.tenantId, leaver.personId]);
    expect(await world.as(coordinator, () => agreements.one(id))).toMatchObject({ responsibleId: coordinator.personId, takenOverFromId: leaver.personId });
    expect(await checkOf({ id } as Agreement)).toMatchObject({ responsibleId: coordinator.personId });
  });
});
