import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../area-maps/map-world.fixture.js';
import type { Actor } from '../platform/auth/actor.js';
import { FollowUpState } from '../follow-ups/follow-up.type.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { Clock } from '../platform/clock/clock.js';
import { StakeholderChecks } from './stakeholder-checks.js';
import { StakeholderRelationsService } from './stakeholder-relations.service.js';
import { StakeholderTalksService } from './stakeholder-talks.service.js';
import type { CreateStakeholderInput } from './stakeholder.input.js';
import { RelationKind, type Stakeholder, StakeholderKind, TalkWay } from './stakeholder.type.js';
import { StakeholdersService } from './stakeholders.service.js';

let world: World;
let coordinator: Actor;
let team: Actor;
let steering: Actor;
let guest: Actor;
let areaId: string;
let register: StakeholdersService;
let followUps: FollowUpsService;
let relations: StakeholderRelationsService;
let between: StakeholderTalksService;

beforeAll(async () => {
  world = await World.make();
  coordinator = await world.member('coordinator');
  team = await world.member('team_member');
  steering = await world.member('steering');
  areaId = await world.area(coordinator);
  guest = await world.guest(await world.meeting(areaId, coordinator));
  const clock = new Clock();
  followUps = new FollowUpsService(world.db, clock);
  const checks = new StakeholderChecks(world.db, followUps, clock);
  register = new StakeholdersService(world.db, checks, clock);
  relations = new StakeholderRelationsService(world.db, register);
  between = new StakeholderTalksService(world.db, register, checks, clock);
});

afterAll(() => world.close());

const add = (name: string, more: Partial<CreateStakeholderInput> = {}, by = team): Promise<Stakeholder> =>
  world.as(by, () => register.create({ areaId, name, kind: StakeholderKind.CLUB, ...more }));
const rows = (who: Actor, table: string): Promise<Record<string, unknown>[]> => world.as(who, () => world.db.query(`select * from open_room.${table}`));

async function mark(area = areaId): Promise<string> {
  const id = randomUUID();
  await world.admin.query(
    `insert into open_room.map_feature (tenant_id, area_id, feature_id, version, seq, kind, state, touched_at, created_at, updated_at, json)
     values ($1, $2, $3, 1, 1, 'ASSOCIATION', '{}', now(), now(), now(), '{}')`,
    [world.tenantId, area, id],
  );
  return id;
}

describe('who sees what', () => {
  it('shows guests the register and relations, and never how anybody is reached or what was talked about', async () => {
    const [one, other] = [await add('Klub Lunden', { contact: { name: 'Amina Yusuf', phone: '12345678' } }), await add('Boldklubben')];
    await world.as(team, () => relations.relate(one.id, other.id, RelationKind.WORKS_WITH));
    await world.as(team, () => between.log({ stakeholderId: one.id, on: '2026-05-14', way: TalkWay.VISIT, summary: 'Om pigeaftenen' }));
    await world.as(team, () => between.addPerspective({ stakeholderId: one.id, saidOn: '2026-05-14', said: 'Der mangler lys' }));
    for (const who of [coordinator, team, steering])
      for (const table of ['stakeholder', 'stakeholder_relation', 'stakeholder_contact', 'stakeholder_talk', 'stakeholder_perspective'])
        expect(await rows(who, table), table).not.toEqual([]);
    for (const table of ['stakeholder', 'stakeholder_relation']) expect(await rows(guest, table), table).not.toEqual([]);
    for (const table of ['stakeholder_contact', 'stakeholder_talk', 'stakeholder_perspective']) expect(await rows(guest, table), table).toEqual([]);
    expect(await world.as(guest, () => register.contact(one.id))).toBeNull();
    expect(await world.as(guest, () => between.talks(one.id))).toEqual([]);
    expect(await world.as(steering, () => register.contact(one.id))).toMatchObject({ phone: '12345678' });
  });

  it('lets neither guests nor the steering group write, nor the team where the area is kept from it', async () => {
    for (const who of [guest, steering]) await expect(add('Ny', {}, who)).rejects.toMatchObject({ code: '42501' });
    const closed = await world.area(coordinator, { restricted: true });
    await expect(add('Ny', { areaId: closed })).rejects.toThrow('AREA_NOT_FOUND');
    const hidden = await add('Skjult', { areaId: closed }, coordinator);
    await expect(world.as(team, () => register.one(hidden.id))).rejects.toThrow('STAKEHOLDER_NOT_FOUND');
    await expect(world.as(team, () => register.remove(hidden.id))).rejects.toThrow('STAKEHOLDER_NOT_FOUND');
  });
});

describe('a change', () => {
  it('holds where the version it was made from stands; else nothing is saved and what stands is answered', async () => {
    const { id, version } = await add('Lektiecaféen');
    const first = await world.as(team, () => register.update(id, version, { contribution: 'Frivillige' }));
    expect(first).toMatchObject({ saved: true, stakeholder: { version: 2, contribution: 'Frivillige' } });
    const second = await world.as(coordinator, () => register.update(id, version, { name: 'Andet', contact: { name: 'Nogen' } }));
    expect(second).toMatchObject({ saved: false, stakeholder: { version: 2, name: 'Lektiecaféen' } });
    expect(await world.as(team, () => register.contact(id))).toMatchObject({ name: null });
  });

  it('of two at once loses none', async () => {
    const { id } = await add('Sognets Hus');
    const changes = await Promise.all([team, coordinator].map((by) => world.as(by, () => register.update(id, 1, { motivation: by.personId }))));
    expect(changes.map(({ saved }) => saved).sort()).toEqual([false, true]);
  });

  it('keeps nothing of a private person without consent, in the database either', async () => {
    await expect(add('Ildsjæl', { contact: { privatePerson: true, name: 'Jens' } })).rejects.toThrow('CONSENT_MISSING');
    const { id } = await add('Ildsjæl', { contact: { privatePerson: true, name: 'Jens', consentOn: '2026-05-01', consentFor: 'At holdet må ringe' } });
    expect(await world.as(team, () => register.contact(id))).toMatchObject({ name: 'Jens', consentNotedBy: team.personId });
    const sneaked = 'update open_room.stakeholder_contact set consent_on = null, consent_for = null, consent_noted_by = null where stakeholder_id = $1';
    await expect(world.as(team, () => world.db.query(sneaked, [id]))).rejects.toMatchObject({ code: '23514' });
  });

  it('links a mark of the same area to one stakeholder, while it stands on the map', async () => {
    const feature = await mark();
    const { id } = await add('Cykelværkstedet', { featureId: feature });
    expect(await world.as(guest, () => register.one(id))).toMatchObject({ featureId: feature });
    await expect(add('Et andet', { featureId: feature })).rejects.toThrow('FEATURE_TAKEN');
    await expect(add('Et tredje', { featureId: await mark(await world.area(coordinator)) })).rejects.toThrow('FEATURE_NOT_HERE');
    await world.admin.query('update open_room.map_feature set removed = true where feature_id = $1', [feature]);
    expect(await world.as(team, () => register.one(id))).toMatchObject({ featureId: null });
  });

  it('that removes one takes all that is known of them along', async () => {
    const [one, other] = [await add('Forbi', { contact: { phone: '12345678' } }), await add('Tilbage')];
    await world.as(team, () => relations.relate(one.id, other.id, RelationKind.DEPENDS_ON));
    await world.as(team, () => between.log({ stakeholderId: one.id, on: '2026-05-14', way: TalkWay.PHONE, summary: 'Farvel' }));
    await world.as(team, () => register.remove(one.id));
    for (const [table, key] of [
      ['stakeholder_contact', 'stakeholder_id'],
      ['stakeholder_talk', 'stakeholder_id'],
      ['stakeholder_relation', 'from_id'],
    ])
      expect((await world.admin.query(`select 1 from open_room.${table} where ${key} = $1`, [one.id])).rows, table).toEqual([]);
  });
});

describe('relations', () => {
  it('stand once, from whichever end and however often they are said, and in one area', async () => {
    const [one, other] = [await add('Biblioteket'), await add('Ungdomsskolen')];
    const between_ = async () => (await world.as(guest, () => relations.all(areaId))).filter(({ fromId, toId }) => [fromId, toId].includes(one.id));
    await world.as(team, () => relations.relate(one.id, other.id, RelationKind.SAME_TASK));
    await world.as(team, () => relations.relate(other.id, one.id, RelationKind.SAME_TASK));
    expect(await between_()).toHaveLength(1);
    await world.as(team, () => relations.relate(one.id, other.id, RelationKind.DEPENDS_ON));
    await world.as(team, () => relations.relate(other.id, one.id, RelationKind.DEPENDS_ON));
    expect(await between_()).toHaveLength(3);
    expect(await world.as(team, () => relations.unrelate(other.id, one.id, RelationKind.SAME_TASK))).toBe(true);
    expect(await world.as(team, () => relations.unrelate(other.id, one.id, RelationKind.SAME_TASK))).toBe(false);
    const elsewhere = await add('Et andet sted', { areaId: await world.area(coordinator) });
    await expect(world.as(team, () => relations.relate(one.id, elsewhere.id, RelationKind.WORKS_WITH))).rejects.toThrow('STAKEHOLDER_ELSEWHERE');
  });
});

describe('two that are one', () => {
  it('become one: relations, talks, perspectives, mark and what only the other had', async () => {
    const feature = await mark();
    const [keep, drop, third] = [
      await add('Spejderne', { contribution: 'Kano' }),
      await add('spejderne ', { contribution: 'Andet', motivation: 'Flere børn', featureId: feature, contact: { phone: '12345678' } }),
      await add('Naturskolen'),
    ];
    const similar = await world.as(team, () => register.similar(areaId));
    expect(similar.map(({ first, second }) => [first.id, second.id].sort())).toContainEqual([keep.id, drop.id].sort());
    await world.as(team, async () => {
      await relations.relate(keep.id, drop.id, RelationKind.WORKS_WITH);
      await relations.relate(drop.id, third.id, RelationKind.SAME_TASK);
      await relations.relate(third.id, drop.id, RelationKind.DEPENDS_ON);
      await relations.relate(third.id, keep.id, RelationKind.DEPENDS_ON);
      await between.log({ stakeholderId: drop.id, on: '2026-05-14', way: TalkWay.MAIL, summary: 'Hilsen' });
      await between.addPerspective({ stakeholderId: drop.id, saidOn: '2026-05-14', said: 'Åen er lukket' });
    });
    const merged = await world.as(team, () => register.merge({ id: keep.id, version: 1 }, { id: drop.id, version: 1 }));
    expect(merged).toMatchObject({ id: keep.id, name: 'Spejderne', contribution: 'Kano', motivation: 'Flere børn', featureId: feature, version: 2 });
    await expect(world.as(team, () => register.one(drop.id))).rejects.toThrow('STAKEHOLDER_NOT_FOUND');
    const standing = (await world.as(team, () => relations.all(areaId))).filter(({ fromId, toId }) => [fromId, toId].includes(keep.id));
    expect(standing.map(({ kind, fromId }) => `${kind} ${fromId === third.id ? 'third' : 'other'}`).sort()).toEqual([
      'DEPENDS_ON third',
      `SAME_TASK ${third.id < keep.id ? 'third' : 'other'}`,
    ]);
    expect(await world.as(team, () => register.contact(keep.id))).toMatchObject({ phone: '12345678' });
    expect([await world.as(team, () => between.talks(keep.id)), await world.as(team, () => between.perspectives(keep.id))].map((all) => all.length)).toEqual([
      1, 1,
    ]);
  });

  it('stay two where one was changed since, lies elsewhere or is the same', async () => {
    const [keep, drop, far] = [await add('Torvet A'), await add('Torvet B'), await add('Torvet C', { areaId: await world.area(coordinator) })];
    const merge = (one: Stakeholder, other: Stakeholder, version = 1) =>
      world.as(team, () => register.merge({ id: one.id, version }, { id: other.id, version: 1 }));
    await expect(merge(keep, drop, 2)).rejects.toThrow('STAKEHOLDER_CHANGED');
    await expect(merge(keep, far)).rejects.toThrow('STAKEHOLDER_ELSEWHERE');
    await expect(merge(keep, keep)).rejects.toThrow('MERGE_SELF');
  });
});

describe('feedback', () => {
  it('is owed within 30 days of what was said, and given once', async () => {
    const { id } = await add('Nyttehaverne');
    await world.as(team, () => between.addPerspective({ stakeholderId: id, saidOn: '2026-03-05', said: 'Skuret er brændt', capacity: 'Kasserer' }));
    const [told] = await world.as(team, () => between.perspectives(id));
    expect(told).toMatchObject({ feedbackDueOn: '2026-04-01', feedbackOn: null });
    const give = () => world.as(team, () => between.giveFeedback(told?.id ?? '', 'Boligforeningen bygger et nyt'));
    await give();
    expect((await world.as(steering, () => between.perspectives(id)))[0]).toMatchObject({ feedback: 'Boligforeningen bygger et nyt' });
    await expect(give()).rejects.toThrow('FEEDBACK_GIVEN');
    await expect(world.as(team, () => between.giveFeedback(randomUUID(), 'Noget'))).rejects.toThrow('PERSPECTIVE_NOT_FOUND');
  });

  it('and talks are of days that have come, by colleagues, about something', async () => {
    const { id } = await add('Kælkebakken');
    const log = (more: object) => world.as(team, () => between.log({ stakeholderId: id, on: '2026-05-14', way: TalkWay.VISIT, summary: 'Om bakken', ...more }));
    await expect(log({ on: '2199-01-01' })).rejects.toThrow('DATE_AHEAD');
    await expect(log({ summary: ' ' })).rejects.toThrow('FIELD_EMPTY');
    await expect(log({ summary: 'Ring 010190-1234' })).rejects.toThrow('CPR_NUMBER');
    await expect(log({ nextStepOn: '2026-06-01' })).rejects.toThrow('FIELD_EMPTY');
    await expect(log({ personId: guest.personId })).rejects.toThrow('MEMBER_NOT_FOUND');
    await log({ personId: coordinator.personId, nextStep: 'Ring igen', nextStepOn: '2026-06-01' });
    expect(await world.as(team, () => between.talks(id))).toMatchObject([{ personId: coordinator.personId, nextStepOn: '2026-06-01' }]);
  });
});

describe('what is owed to them', () => {
  const mine = (title: string) => world.as(team, async () => (await followUps.mine()).filter((check) => check.title === title));
  const colleague = () => world.member('team_member');
  const tell = async (stakeholderId: string): Promise<string> => {
    await world.as(team, () => between.addPerspective({ stakeholderId, saidOn: '2026-05-14', said: 'Der mangler lys' }));
    return (await world.as(team, () => between.perspectives(stakeholderId)))[0]?.id ?? '';
  };

  it('is on the desk of who noted it, until anybody on the team has answered', async () => {
    const one = await add('Skakklubben');
    const perspectiveId = await tell(one.id);
    expect(await mine('Tilbagemelding: Skakklubben')).toMatchObject([{ subjectType: 'FEEDBACK', areaId }]);
    await world.as(await colleague(), () => between.giveFeedback(perspectiveId, 'Lyset kommer'));
    expect(await mine('Tilbagemelding: Skakklubben')).toEqual([]);
  });

  it('is answered from the desk as well, in words', async () => {
    const one = await add('Judoklubben');
    await tell(one.id);
    const [check] = await mine('Tilbagemelding: Judoklubben');
    const done = (note?: string) => world.as(team, () => followUps.complete(check?.id ?? '', note));
    await expect(done()).rejects.toThrow('FIELD_EMPTY');
    expect((await done('De ved det nu')).state).toBe(FollowUpState.DONE);
    expect((await world.as(team, () => between.perspectives(one.id)))[0]).toMatchObject({ feedback: 'De ved det nu' });
  });

  it('counts what was promised in a talk; it ends with who it was promised to, and names no private person', async () => {
    const one = await add('Bridgeklubben');
    const consent = { privatePerson: true, name: 'Bente', consentOn: '2026-05-01', consentFor: 'Møder' };
    const person = await add('Bente fra nummer fire', { contact: consent });
    const talk = { on: '2026-05-14', way: TalkWay.PHONE, summary: 'Om hallen', nextStep: 'Ring igen', nextStepOn: '2030-05-16' };
    const ahead = (type: string) =>
      world.as(team, async () => (await followUps.between('2030-05-01', '2030-05-31', areaId)).filter(({ subjectType }) => subjectType === type));
    for (const { id } of [one, person]) await world.as(team, () => between.log({ stakeholderId: id, ...talk }));
    expect((await ahead('STAKEHOLDER')).map(({ title }) => title).sort()).toEqual(['Næste skridt: Bridgeklubben', null]);
    await world.as(team, () => register.update(one.id, 1, { name: 'Bridge på Torvet' }));
    expect((await ahead('STAKEHOLDER')).map(({ title }) => title).sort()).toEqual(['Næste skridt: Bridge på Torvet', null]);
    for (const { id } of [one, person]) await world.as(await colleague(), () => register.remove(id));
    expect((await ahead('STAKEHOLDER')).map(({ state }) => state)).toEqual([FollowUpState.SKIPPED, FollowUpState.SKIPPED]);
  });

  it('goes on under the name of the one that stays, where two became one, and under none once they are a private person', async () => {
    const [keep, drop] = [await add('Petanque'), await add('Petanqueklubben')];
    const bystander = await colleague();
    await world.as(bystander, () =>
      between.log({ stakeholderId: drop.id, on: '2026-05-14', way: TalkWay.PHONE, summary: 'Om banen', nextStep: 'Ring', nextStepOn: '2031-05-15' }),
    );
    await tell(drop.id);
    await world.as(team, () => register.merge({ id: keep.id, version: 1 }, { id: drop.id, version: 1 }));
    const promised = () =>
      world.as(team, async () => (await followUps.between('2031-05-01', '2031-05-31', areaId)).filter(({ state }) => state === FollowUpState.SCHEDULED));
    expect(await promised()).toMatchObject([
      { subjectType: 'STAKEHOLDER', subjectId: keep.id, title: 'Næste skridt: Petanque', dueOn: '2031-05-15', responsibleId: bystander.personId },
    ]);
    expect(await mine('Tilbagemelding: Petanque')).toHaveLength(1);
    const contact = { privatePerson: true, name: 'Bo', consentOn: '2026-05-01', consentFor: 'Møder' };
    await world.as(team, () => register.update(keep.id, 2, { contact }));
    expect((await promised()).map(({ title }) => title)).toEqual([null]);
    expect(await mine('Tilbagemelding: Petanque')).toEqual([]);
  });
});
