/** Knowledge on its way: handed in, seen or reminded of, passed on, and put where it belongs. */
import { randomUUID } from 'node:crypto';
import { localDate } from '@kvarter/cadence';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AgreementsService } from '../agreements/agreements.service.js';
import { ReportLinks } from '../agreements/report-links.js';
import type { MapEditInput } from '../area-maps/map-edit.input.js';
import { MapEditsService } from '../area-maps/map-edits.service.js';
import { World } from '../area-maps/map-world.fixture.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { GapsService } from '../gaps/gaps.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { FakeClock } from '../platform/clock/fake-clock.fixture.js';
import { Outbox } from '../platform/mail/outbox.js';
import { SignedLinks } from '../platform/mail/signed-link.js';
import { InboxJobs } from './inbox.jobs.js';
import { InboxMail } from './inbox.mail.js';
import { InboxService } from './inbox.service.js';
import type { KnowledgeItem } from './knowledge-item.type.js';

const today = localDate('2026-11-20'); // a Friday

let world: World;
let clock: FakeClock;
let followUps: FollowUpsService;
let agreements: AgreementsService;
let gaps: GapsService;
let inbox: InboxService;
let jobs: InboxJobs;
let mail: InboxMail;
let coordinator: Actor;
let other: Actor;
let member: Actor;
let colleague: Actor;
let area: string;

beforeAll(async () => {
  world = await World.make();
  [coordinator, other] = [await world.member('coordinator'), await world.member('coordinator')];
  [member, colleague] = [await world.member('team_member'), await world.member('team_member')];
  area = await world.area(coordinator);
  await world.admin.query('insert into open_room.area_team (tenant_id, area_id, person_id) values ($1, $2, $3)', [world.tenantId, area, coordinator.personId]);
});
afterAll(() => world.close());
beforeEach(() => {
  clock = new FakeClock(today);
  followUps = new FollowUpsService(world.db, clock);
  agreements = new AgreementsService(world.db, clock, followUps, new ReportLinks(new SignedLinks(Buffer.alloc(32)), clock));
  gaps = new GapsService(world.db, clock, followUps);
  inbox = new InboxService(world.db, clock, followUps, new MapEditsService(world.db), agreements, gaps, new Outbox(world.db));
  jobs = new InboxJobs(world.db, clock);
  mail = new InboxMail(world.db);
});

const handIn = (more: object = {}, by = member): Promise<KnowledgeItem> =>
  world.as(by, () => inbox.handIn({ areaId: area, title: 'Lamperne er gået', text: 'Der er mørkt bag hallen fra klokken fire.', ...more }));
const open = ({ id }: KnowledgeItem, by: Actor) => world.as(by, () => inbox.open(id));
const passOn = ({ id }: KnowledgeItem, ...to: Actor[]) =>
  world.as(coordinator, () =>
    inbox.passOn(
      id,
      to.map(({ personId }) => personId),
    ),
  );
const now = ({ id }: KnowledgeItem, by = member) => world.as(by, () => inbox.one(id));
const checkOf = ({ id }: KnowledgeItem) => world.as(coordinator, () => followUps.ofSubject('KNOWLEDGE', id));
const remind = () => world.as(world.system, () => jobs.remind({ tenantId: world.tenantId }));
const mailsAbout = async ({ id }: KnowledgeItem) =>
  (
    await world.admin.query<{ kind: string; person: string }>(
      "select kind, person_id as person from open_room.outbox where tenant_id = $1 and ids ->> 'itemId' = $2",
      [world.tenantId, id],
    )
  ).rows;
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error & { reason?: string }) => error.reason ?? error.message,
  );
const mark = (more: Partial<MapEditInput> = {}): MapEditInput => {
  return {
    editId: randomUUID(),
    featureId: randomUUID(),
    baseVersion: 0,
    op: 'CREATE',
    kind: 'UNSAFE_ZONE',
    name: 'Mørkt bag hallen',
    geometry: { type: 'Point', coordinates: [10.001, 56.001] },
    ...more,
  };
};

describe('what is handed in', () => {
  it('waits for every coordinator as unseen, until one opens it; who handed it in sees who and when', async () => {
    const item = await handIn({ place: { type: 'Point', coordinates: [10.002, 56.002] } });
    expect(item).toMatchObject({ state: 'UNSEEN', seenAt: null, place: { type: 'Point' } });
    for (const one of [coordinator, other]) expect((await world.as(one, () => inbox.waiting()))[0]).toMatchObject({ id: item.id, state: 'UNSEEN' });
    await open(item, member);
    expect(await now(item)).toMatchObject({ state: 'UNSEEN' });
    await open(item, other);
    await open(item, coordinator);
    expect(await now(item)).toMatchObject({ state: 'SEEN', seenById: other.personId, seenAt: clock.now() });
    expect((await world.as(member, () => inbox.handedIn()))[0]).toMatchObject({ id: item.id, state: 'SEEN' });
  });

  it('is due to be seen within five working days, by a coordinator of the area, and slips after that', async () => {
    const item = await handIn();
    expect(await checkOf(item)).toMatchObject({ dueOn: '2026-11-27', responsibleId: coordinator.personId, title: null, areaId: area, reminders: 0 });
    clock.goTo('2026-11-28');
    const late = (await world.as(coordinator, () => followUps.slipping())).find(({ areaId }) => areaId === area)?.late ?? 0;
    expect(late).toBeGreaterThan(0);
    await open(item, coordinator);
    expect(await checkOf(item)).toBeNull();
    const after = (await world.as(coordinator, () => followUps.slipping())).find(({ areaId }) => areaId === area)?.late ?? 0;
    expect(after).toBe(late - 1);
  });

  it('and unseen for two working days reminds the coordinators of the area, once', async () => {
    const item = await handIn();
    for (const day of ['2026-11-20', '2026-11-23']) {
      clock.goTo(day);
      await remind();
      expect(await mailsAbout(item), day).toEqual([]);
    }
    for (const day of ['2026-11-24', '2026-11-24', '2026-11-25']) {
      clock.goTo(day);
      await remind();
    }
    expect(await mailsAbout(item)).toEqual([{ kind: 'inbox.unseen', person: coordinator.personId }]);
    const seen = await handIn();
    await open(seen, coordinator);
    clock.goTo('2026-12-01');
    await remind();
    expect(await mailsAbout(seen)).toEqual([]);
  });

  it('about an area none of them is on reminds all coordinators', async () => {
    const item = await handIn({ areaId: await world.area(coordinator) });
    clock.goTo('2026-11-24');
    await remind();
    expect((await mailsAbout(item)).map(({ person }) => person).sort()).toEqual([coordinator.personId, other.personId].sort());
  });

  it('by a coordinator is seen already', async () => {
    const item = await handIn({}, coordinator);
    expect(item).toMatchObject({ state: 'SEEN', seenById: coordinator.personId });
    expect(await checkOf(item)).toBeNull();
  });

  it('is seen where the check of it was reported on', async () => {
    const item = await handIn();
    await world.as(coordinator, async () => followUps.complete((await followUps.ofSubject('KNOWLEDGE', item.id))?.id ?? ''));
    expect(await now(item)).toMatchObject({ state: 'SEEN', seenById: coordinator.personId });
  });

  it('is refused with the reason where it does not fit', async () => {
    expect(await reasonOf(handIn({ text: 'Om 010190-1234' }))).toBe('CPR_NUMBER');
    expect(await reasonOf(handIn({ title: 'Om 010190-1234' }))).toBe('CPR_NUMBER');
    expect(await reasonOf(handIn({ text: '  ' }))).toBe('FIELD_EMPTY');
    expect(await reasonOf(handIn({ place: { type: 'Point', coordinates: ['x'] } }))).toMatch(/^GEOMETRY/);
    expect(await reasonOf(handIn({ areaId: randomUUID() }))).toBe('AREA_NOT_FOUND');
  });

  it('is nobody’s business but the coordinators’, who handed it in, and those it was passed on to', async () => {
    const item = await handIn();
    const leader = await world.member('steering');
    const guest = await world.guest(await world.meeting(area, coordinator, 'PLANNED'));
    for (const one of [colleague, leader, guest]) expect(await reasonOf(now(item, one))).toBe('KNOWLEDGE_NOT_FOUND');
    expect(await world.as(colleague, () => inbox.waiting())).not.toContainEqual(expect.objectContaining({ id: item.id }));
    expect(await reasonOf(world.as(guest, () => inbox.handIn({ areaId: area, title: 'Gæst', text: 'Gæst' })))).not.toBe('done');
  });

  it('waits for a coordinator, and where there is none it is not taken', async () => {
    const lonely = await World.make();
    const [boss, one] = [await lonely.member('coordinator'), await lonely.member('team_member')];
    const there = await lonely.area(boss);
    await lonely.admin.query('update open_room.membership set ended_at = now() where tenant_id = $1 and person_id = $2', [lonely.tenantId, boss.personId]);
    const sent = actIn(lonely, one, there);
    expect(await reasonOf(sent)).toBe('NO_COORDINATOR');
    await lonely.close();
  });
});

/** Handed in elsewhere, on a service of that place. */
const actIn = (place: World, by: Actor, areaId: string) => {
  const [checks, links] = [new FollowUpsService(place.db, clock), new ReportLinks(new SignedLinks(Buffer.alloc(32)), clock)];
  const there = new InboxService(
    place.db,
    clock,
    checks,
    new MapEditsService(place.db),
    new AgreementsService(place.db, clock, checks, links),
    new GapsService(place.db, clock, checks),
    new Outbox(place.db),
  );
  return place.as(by, () => there.handIn({ areaId, title: 'Nyt', text: 'Nyt' }));
};

describe('passed on', () => {
  it('it is on their desk as new, with a mail of title and link only, until they open it', async () => {
    const item = await handIn();
    expect(await passOn(item, colleague)).toMatchObject({ state: 'SEEN', passedToIds: [colleague.personId] });
    expect(await mailsAbout(item)).toEqual([{ kind: 'inbox.passed-on', person: colleague.personId }]);
    expect((await world.as(colleague, () => inbox.waiting()))[0]).toMatchObject({ id: item.id, isNewToMe: true });
    const to = { personId: colleague.personId, name: '', address: '' };
    const tenant = { id: world.tenantId, slug: world.slug, name: '' };
    const written = await world.as(world.system, () => mail.passedOn({ ids: { itemId: item.id }, locale: 'da', to, tenant }));
    expect(written).toMatchObject({ subject: 'Givet videre til dig: Lamperne er gået', sensitive: true });
    expect(JSON.stringify(written)).not.toContain('hallen');
    await open(item, colleague);
    expect(await now(item, colleague)).toMatchObject({ isNewToMe: false });
    // Once more to the same, and to another: nobody is written to twice.
    await passOn(item, colleague, member);
    expect(await mailsAbout(item)).toHaveLength(2);
  });

  it('only to those of the team who see the area', async () => {
    const item = await handIn();
    const guest = await world.guest(await world.meeting(area, coordinator, 'PLANNED'));
    expect(await reasonOf(passOn(item, guest))).toBe('RECIPIENT_UNKNOWN');
    expect(await reasonOf(passOn(item))).toBe('FIELD_EMPTY');
    const hidden = await world.area(coordinator, { restricted: true });
    const secret = await handIn({ areaId: hidden }, coordinator);
    expect(await reasonOf(passOn(secret, colleague))).toBe('RECIPIENT_UNKNOWN');
    await world.admin.query('insert into open_room.area_member (tenant_id, area_id, person_id) values ($1, $2, $3)', [
      world.tenantId,
      hidden,
      colleague.personId,
    ]);
    expect(await passOn(secret, colleague)).toMatchObject({ passedToIds: [colleague.personId] });
  });
});

describe('it becomes', () => {
  it('a mark on the map, or a voice on one', async () => {
    const [item, voice] = [await handIn(), await handIn()];
    const edit = mark();
    expect(await world.as(coordinator, () => inbox.putOnMap(item.id, edit))).toMatchObject({ state: 'SETTLED', outcome: 'ON_MAP', outcomeId: edit.featureId });
    const said = { id: randomUUID(), capacity: 'Beboer', stance: 'SAYS' as const, saidOn: '2026-11-20' };
    const more = mark({ featureId: edit.featureId, baseVersion: 1, op: 'UPDATE', kind: undefined, name: undefined, geometry: undefined, addVoices: [said] });
    expect(await world.as(coordinator, () => inbox.putOnMap(voice.id, more))).toMatchObject({ outcome: 'ON_MAP' });
    const { rows } = await world.admin.query(
      "select version, state -> 'voices' -> 0 ->> 'capacity' as voice from open_room.map_feature where feature_id = $1",
      [edit.featureId],
    );
    expect(rows).toEqual([{ version: 2, voice: 'Beboer' }]);
  });

  it('nothing where the map refuses the mark, and it still waits', async () => {
    const item = await handIn();
    expect(await reasonOf(world.as(coordinator, () => inbox.putOnMap(item.id, mark({ name: 'Om 010190-1234' }))))).toBe('CPR_NUMBER');
    expect(await reasonOf(world.as(coordinator, () => inbox.putOnMap(item.id, mark({ op: 'UPDATE', baseVersion: 1 }))))).not.toBe('done');
    expect(await reasonOf(world.as(coordinator, () => inbox.putOnMap(item.id, mark({ op: 'REMOVE' }))))).toBe('VALUE_INVALID');
    expect(await now(item)).toMatchObject({ state: 'UNSEEN' });
  });

  it('an agreement or a question, by one it was passed on to as well', async () => {
    const [first, second] = [await handIn(), await handIn({ place: { type: 'Point', coordinates: [10.002, 56.002] } })];
    await passOn(first, colleague);
    const input = { id: first.id, title: 'Ring til viceværten', responsiblePersonId: colleague.personId, dueOn: '2026-12-01' };
    const agreed = await world.as(colleague, () => inbox.toAgreement(input));
    expect(agreed).toMatchObject({ outcome: 'AGREEMENT', settledById: colleague.personId });
    expect(await world.as(member, () => agreements.one(agreed.outcomeId ?? ''))).toMatchObject({ areaId: area, title: 'Ring til viceværten' });
    const asked = await world.as(coordinator, () => inbox.toGap(second.id, 'Hvem passer på lyset?'));
    expect(await world.as(member, () => gaps.one(asked.outcomeId ?? ''))).toMatchObject({ question: 'Hvem passer på lyset?', place: second.place });
    expect(await now(second)).toMatchObject({ state: 'SETTLED', outcome: 'GAP' });
  });

  it('nothing, with a reason that who handed it in reads; and nothing twice', async () => {
    const item = await handIn();
    expect(await reasonOf(world.as(coordinator, () => inbox.close(item.id, ' ')))).toBe('FIELD_EMPTY');
    await world.as(coordinator, () => inbox.close(item.id, 'Lamperne er skiftet i går.'));
    expect((await world.as(member, () => inbox.handedIn()))[0]).toMatchObject({ outcome: 'CLOSED', reason: 'Lamperne er skiftet i går.' });
    expect(await reasonOf(world.as(other, () => inbox.toGap(item.id, 'Igen?')))).toBe('KNOWLEDGE_SETTLED');
    expect(await reasonOf(passOn(item, colleague))).toBe('KNOWLEDGE_SETTLED');
    expect(await reasonOf(world.as(member, () => inbox.close(item.id, 'Mit')))).toBe('KNOWLEDGE_SETTLED');
    const own = await handIn();
    expect(await reasonOf(world.as(member, () => inbox.close(own.id, 'Mit')))).toBe('NOT_ALLOWED');
  });
});
