/** Rounds, their steps, milestones and what is followed up of them, on a real database. */
import type { FollowUp } from '../follow-ups/follow-up.type.js';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { square, World } from '../area-maps/map-world.fixture.js';
import { CadenceKind } from '../follow-ups/follow-up.type.js';
import type { Actor } from '../platform/auth/actor.js';
import { reasonOf, RoundWorld } from './round-world.fixture.js';
import { MappingStep, RoundStepKind, RoundStepState, TargetGroup } from './round.type.js';

let world: World;
let rounds: RoundWorld;
let coordinator: Actor;
let member: Actor;
let area: string;

beforeAll(async () => {
  world = await World.make();
  [coordinator, member] = [await world.member('coordinator'), await world.member('team_member')];
});
afterAll(() => world.close());
beforeEach(async () => {
  rounds = new RoundWorld(world);
  area = await world.area(coordinator);
});

describe('a round', () => {
  it('begins with its purpose, says where and for whom, and is one at a time', async () => {
    const made = await rounds.round(coordinator, area, {
      targetGroups: [TargetGroup.FAMILIES],
      localGroups: ['Unge uden klub'],
      missingKnowledge: 'Hvad sker der om aftenen?',
      delimitation: JSON.parse(square(10.001, 56.001)) as unknown,
    });
    expect(made).toMatchObject({ state: 'UNDER_WAY', targetGroups: ['FAMILIES'], localGroups: ['Unge uden klub'], version: 1, late: false });
    expect(await world.as(member, () => rounds.rounds.stepsOf(made.id))).toMatchObject([
      { step: 'PURPOSE', state: 'UNDER_WAY', changedById: coordinator.personId },
      { step: 'PREPARATION', state: 'NOT_BEGUN', changedById: null },
      { step: 'RESOURCES' },
      { step: 'KEY_PEOPLE' },
      { step: 'CHALLENGES' },
      { step: 'FOLLOW_UP' },
    ]);
    expect(await reasonOf(rounds.round(coordinator, area))).toBe('ROUND_UNDER_WAY');
    await world.as(coordinator, () => rounds.rounds.close(made.id));
    const next = await rounds.round(coordinator, area, { name: 'Forår 2027', startsOn: '2027-02-01', endsOn: '2027-05-01' });
    expect((await world.as(member, () => rounds.rounds.list(area))).map(({ id, state }) => [id, state])).toEqual([
      [next.id, 'UNDER_WAY'],
      [made.id, 'CLOSED'],
    ]);
  });

  it('of two that begin at once one begins', async () => {
    const reasons = await Promise.all([1, 2].map(() => reasonOf(rounds.round(coordinator, area))));
    expect(reasons.sort()).toEqual(['ROUND_UNDER_WAY', 'done']);
  });

  it('says what is wrong with it', async () => {
    const refusal = (more: object) => reasonOf(rounds.round(coordinator, area, more));
    expect(await refusal({ endsOn: '2026-10-01' })).toBe('DATES_REVERSED');
    expect(await refusal({ startsOn: '1800-01-01' })).toBe('DAY_OUT_OF_RANGE');
    expect(await refusal({ name: 'Om 010190-1234' })).toBe('CPR_NUMBER');
    expect(await refusal({ missingKnowledge: 'Om 010190-1234' })).toBe('CPR_NUMBER');
    expect(await refusal({ delimitation: JSON.parse(square(11, 57)) as unknown })).toBe('DELIMITATION_ELSEWHERE');
    expect(await refusal({ delimitation: { type: 'Point', coordinates: [10, 56] } })).toBe('BOUNDARY_NOT_POLYGON');
    expect(await refusal({ responsiblePersonId: member.personId })).toBe('ROUND_RESPONSIBLE');
    expect(await reasonOf(rounds.round(coordinator, randomUUID()))).toBe('AREA_NOT_FOUND');
  });

  it('is described by one at a time; what is left out stays, null clears', async () => {
    const { id } = await rounds.round(coordinator, area, { missingKnowledge: 'Alt', delimitation: JSON.parse(square()) as unknown });
    const change = (version: number, more: object) => world.as(coordinator, () => rounds.rounds.describe({ id, version, ...more }));
    expect(await change(1, { name: 'Vinter' })).toMatchObject({ name: 'Vinter', missingKnowledge: 'Alt', version: 2 });
    expect(await reasonOf(change(1, { name: 'Forår' }))).toBe('ROUND_CHANGED');
    expect(await change(2, { missingKnowledge: null, delimitation: null })).toMatchObject({ missingKnowledge: null, delimitation: null });
    expect(await reasonOf(change(3, { endsOn: '2026-10-31' }))).toBe('DATES_REVERSED');
  });

  it('leads its steps in any order: done, and taken up again', async () => {
    const { id } = await rounds.round(coordinator, area);
    const move = (step: RoundStepKind, state: RoundStepState) => world.as(coordinator, () => rounds.rounds.moveStep(id, step, state));
    await move(RoundStepKind.CHALLENGES, RoundStepState.DONE);
    await move(RoundStepKind.CHALLENGES, RoundStepState.UNDER_WAY);
    const found = (await world.as(member, () => rounds.rounds.stepsOf(id))).find(({ step }) => step === 'CHALLENGES');
    expect(found).toMatchObject({ state: 'UNDER_WAY', changedById: coordinator.personId, changedAt: rounds.clock.now() });
    await world.as(coordinator, () => rounds.rounds.close(id));
    expect(await reasonOf(move(RoundStepKind.PURPOSE, RoundStepState.DONE))).toBe('ROUND_CLOSED');
  });

  it('is for those who work here, led by coordinators alone, and out of sight with its area', async () => {
    const { id } = await rounds.round(coordinator, area);
    const guest = await world.guest(await world.meeting(area, coordinator));
    expect(await reasonOf(world.as(guest, () => rounds.rounds.one(id)))).toBe('ROUND_NOT_FOUND');
    const hidden = await world.area(coordinator, { restricted: true });
    const { id: kept } = await rounds.round(coordinator, hidden);
    expect(await reasonOf(world.as(member, () => rounds.rounds.one(kept)))).toBe('ROUND_NOT_FOUND');
    expect(await reasonOf(world.as(member, () => rounds.rounds.list(hidden)))).toBe('AREA_NOT_FOUND');
    const { rowCount } = await world.admin.query("select from open_room.round_step where round_id = $1 and state = 'DONE'", [id]);
    await world.as(member, () => world.db.query("update open_room.round_step set state = 'DONE' where tenant_id = $1 and round_id = $2", [world.tenantId, id]));
    expect((await world.admin.query("select from open_room.round_step where round_id = $1 and state = 'DONE'", [id])).rowCount).toBe(rowCount);
  });

  it('falls to another coordinator when its own leaves', async () => {
    const leaver = await world.member('coordinator');
    const { id } = await rounds.round(leaver, area);
    await world.admin.query('update open_room.membership set ended_at = now() where tenant_id = $1 and person_id = $2', [world.tenantId, leaver.personId]);
    expect(await world.as(coordinator, () => rounds.rounds.one(id))).toMatchObject({ responsibleId: coordinator.personId });
    expect(await rounds.open(area)).toMatchObject([{ title: 'Efterår 2026', who: coordinator.personId }]);
  });
});

describe('what is followed up of a round', () => {
  it('is the end of its period, which goes along with it both ways', async () => {
    const { id } = await rounds.round(coordinator, area);
    expect(await rounds.open(area)).toEqual([{ title: 'Efterår 2026', who: coordinator.personId, due: '2026-12-18' }]);
    const [check] = await world.as(coordinator, () => rounds.followUps.between('2026-12-18', '2026-12-18', area));
    expect(await world.as(coordinator, () => rounds.followUps.pageOf(check as FollowUp))).toBe(`areas/${area}/rounds/${id}`);
    await world.as(coordinator, () => rounds.rounds.describe({ id, version: 1, name: 'Vinter', endsOn: '2026-12-19' }));
    expect(await rounds.open(area)).toMatchObject([{ title: 'Vinter', due: '2026-12-21' }]); // a Saturday
    const { endingId } = await world.as(coordinator, () => rounds.rounds.one(id));
    await world.as(coordinator, async () => rounds.followUps.move((await rounds.followUps.ofSubject('ROUND', endingId))?.id ?? '', '2027-01-04'));
    expect(await world.as(coordinator, () => rounds.rounds.one(id))).toMatchObject({ endsOn: '2027-01-04' });
    await world.as(coordinator, () => rounds.rounds.close(id));
    expect(await rounds.open(area)).toEqual([]);
  });

  it('is each milestone until it is done, wherever that is said', async () => {
    const { id } = await rounds.round(coordinator, area);
    const lead = <T>(work: () => Promise<T>) => world.as(coordinator, work);
    await lead(() => rounds.rounds.addMilestone(id, 'Aktørerne er inviteret', '2026-11-27'));
    await lead(() => rounds.rounds.addMilestone(id, 'Ressourcerne er på kortet', '2026-12-04'));
    const both = () => lead(() => rounds.rounds.milestonesOf(id));
    const [first, second] = (await both()).map((one) => one.id) as [string, string];
    expect((await rounds.open(area)).map(({ title, due }) => [title, due])).toEqual([
      ['Aktørerne er inviteret', '2026-11-27'],
      ['Ressourcerne er på kortet', '2026-12-04'],
      ['Efterår 2026', '2026-12-18'],
    ]);
    await lead(() => rounds.rounds.changeMilestone({ id: first, done: true }));
    await lead(async () => rounds.followUps.complete((await rounds.followUps.ofSubject('ROUND', second))?.id ?? '', 'Godt møde'));
    expect(await both()).toMatchObject([{ doneAt: rounds.clock.now() }, { doneAt: rounds.clock.now() }]);
    expect(await rounds.open(area)).toHaveLength(1);
    await lead(() => rounds.rounds.changeMilestone({ id: first, done: false, dueOn: '2026-11-30' }));
    expect(await rounds.open(area)).toMatchObject([{ title: 'Aktørerne er inviteret', due: '2026-11-30' }, {}]);
    rounds.clock.goTo('2026-12-01');
    expect((await both()).map(({ late }) => late)).toEqual([true, false]);
    await lead(() => rounds.rounds.removeMilestone(first));
    expect(await rounds.open(area)).toHaveLength(1);
    expect(await reasonOf(lead(() => rounds.rounds.changeMilestone({ id: first, done: true })))).toBe('MILESTONE_NOT_FOUND');
  });

  it('leaves cadences alone that somebody keeps about the round, or about anything of that kind', async () => {
    const { id, endsOn } = await rounds.round(coordinator, area);
    for (const subjectId of [id, randomUUID()]) {
      const input = { subjectType: 'ROUND', subjectId, areaId: area, kind: CadenceKind.MONTHLY, startsOn: '2026-12-01', responsiblePersonId: member.personId };
      const [first, second] = await world.as(coordinator, () => rounds.cadences.start(input));
      await world.as(member, () => rounds.followUps.complete(first?.id ?? '', 'Det går'));
      await world.as(coordinator, () => rounds.followUps.move(second?.id ?? '', '2027-01-11'));
    }
    expect(await world.as(coordinator, () => rounds.rounds.one(id))).toMatchObject({ endsOn, version: 1 });
    await world.as(coordinator, () => rounds.rounds.describe({ id, version: 1, endsOn: '2027-03-01' }));
    await world.as(coordinator, () => rounds.rounds.close(id));
    expect((await rounds.open(area)).filter(({ due }) => due === '2027-01-11')).toHaveLength(2);
  });
});

describe('a meeting of a round', () => {
  it('is an area meeting of the same area and of no other round', async () => {
    const { id } = await rounds.round(coordinator, area);
    const tie = (round: string, meeting: string) => world.as(coordinator, () => rounds.rounds.tieMeeting(round, meeting, MappingStep.RESOURCES));
    const meeting = await rounds.planned(area, coordinator, '2026-12-02');
    await tie(id, meeting);
    expect(await world.as(member, () => rounds.rounds.meetingsOf(id))).toMatchObject([
      { meetingId: meeting, step: 'RESOURCES', open: false, snapshotId: null },
    ]);
    const elsewhere = await world.area(coordinator);
    expect(await reasonOf(tie(id, await rounds.planned(elsewhere, coordinator, '2026-12-02')))).toBe('ROUND_MEETING_UNFIT');
    expect(await reasonOf(tie(id, randomUUID()))).toBe('MEETING_NOT_FOUND');
    await world.as(coordinator, () => rounds.rounds.close(id));
    const { id: next } = await rounds.round(coordinator, area);
    expect(await reasonOf(tie(next, meeting))).toBe('ROUND_MEETING_TAKEN');
    expect(await reasonOf(world.as(coordinator, () => rounds.rounds.untieMeeting(meeting)))).toBe('ROUND_CLOSED');
    expect(await world.as(member, () => rounds.rounds.meetingsOf(id))).toHaveLength(1);
  });
});
