import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../area-maps/map-world.fixture.js';
import type { Actor } from '../platform/auth/actor.js';
import { addMember, assign, describeMember, setLocalName } from './team.sql.js';

let world: World;
let coordinator: Actor;
let admin: Actor;
let team: Actor;
let other: Actor;
let steering: Actor;
let guest: Actor;
let areaId: string;

beforeAll(async () => {
  world = await World.make();
  coordinator = await world.member('coordinator');
  admin = await world.member('tenant_admin');
  team = await world.member('team_member');
  other = await world.member('team_member');
  steering = await world.member('steering');
  areaId = await world.area(coordinator);
  guest = await world.guest(await world.meeting(areaId, coordinator));
});

afterAll(() => world.close());

const as = <T extends Record<string, unknown>>(actor: Actor, sql: string, values: unknown[] = []): Promise<T[]> =>
  world.as(actor, () => world.db.query<T>(sql, values));
const described = (by: Actor, whom: Actor, texts: object) =>
  as(by, describeMember, [world.tenantId, whom.personId, JSON.stringify(texts)]).then(
    (rows) => rows.length,
    (error: { code?: string }) => error.code,
  );

describe('colleagues', () => {
  it('are known to the team with how they are reached, and to no guest', async () => {
    await described(coordinator, other, { email: 'kollega@kommune.example', competence: 'Konfliktnedtrapning' });
    const asked = 'select email from open_room.membership where person_id = $1';
    for (const who of [coordinator, admin, team, steering, other])
      expect(await as(who, asked, [other.personId])).toEqual([{ email: 'kollega@kommune.example' }]);
    expect(await as(guest, asked, [other.personId])).toEqual([]);
    expect(await as(guest, 'select person_id from open_room.membership')).toEqual([{ person_id: guest.personId }]);
  });

  it('are not guests, Kvarter itself, or those who have left', async () => {
    const gone = await world.member('team_member');
    await world.admin.query('update open_room.membership set ended_at = now() where person_id = $1', [gone.personId]);
    const seen = await as<{ person_id: string }>(team, 'select person_id from open_room.membership');
    expect(new Set(seen.map(({ person_id }) => person_id))).toEqual(new Set([coordinator, admin, team, other, steering].map((actor) => actor.personId)));
  });

  it('are described by coordinators and administrators; how one is reached also by oneself', async () => {
    expect(await described(coordinator, team, { organisation: 'Gadeteamet' })).toBe(1);
    expect(await described(admin, team, { function: 'Gademedarbejder' })).toBe(1);
    expect(await described(team, team, { phone: '10 20 30 40' })).toBe(1);
    expect(await described(team, team, { function: 'Leder' })).toBe('42501');
    expect(await described(team, other, { phone: '10 20 30 40' })).toBe(0);
    expect(await described(guest, guest, { phone: '10 20 30 40' })).toBe(0);
    expect(await described(coordinator, guest, { phone: '10 20 30 40' })).toBe(0);
    const [row] = await as(team, 'select organisation, function, phone from open_room.membership where person_id = $1', [team.personId]);
    expect(row).toEqual({ organisation: 'Gadeteamet', function: 'Gademedarbejder', phone: '10 20 30 40' });
  });

  it('get roles from administrators alone, however it is tried', async () => {
    const raise = (by: Actor, whom: Actor) =>
      as(by, "update open_room.membership set roles = '{tenant_admin}' where person_id = $1 returning 1", [whom.personId]).then(
        (rows) => rows.length,
        (error: { code?: string }) => error.code,
      );
    expect([await raise(coordinator, coordinator), await raise(team, team), await raise(team, other)]).toEqual(['42501', '42501', 0]);
    expect(await raise(admin, await world.member('team_member'))).toBe(1);
  });

  it('share no address', async () => {
    await described(coordinator, team, { email: 'faelles@kommune.example' });
    expect(await described(coordinator, other, { email: 'FAELLES@kommune.example' })).toBe('23505');
  });
});

describe('a new member', () => {
  const added = (by: Actor, ...roles: string[]) =>
    as(by, addMember, ['Ny Kollega', `${roles.join('-')}@ny.example`, roles]).then(
      () => 'added',
      (error: { code?: string }) => error.code,
    );

  it('is added by administrators in any role, by coordinators in one that may do less, by nobody else', async () => {
    expect(await added(admin, 'coordinator')).toBe('added');
    expect(await added(coordinator, 'team_member')).toBe('added');
    for (const role of ['coordinator', 'case_lead', 'tenant_admin']) expect(await added(coordinator, role)).toBe('42501');
    for (const role of ['participant', 'system', 'centre_admin']) expect(await added(admin, role)).toBe('42501');
    for (const who of [team, steering, guest]) expect(await added(who, 'team_member')).toBe('42501');
  });
});

describe('who works on an area', () => {
  const rows = (who: Actor, area: string) => as(who, 'select person_id from open_room.area_team where area_id = $1', [area]);

  it('is set by coordinators, several of them among it, and seen by the team alone', async () => {
    const second = await world.member('coordinator');
    for (const one of [coordinator, second, team]) await as(coordinator, assign, [world.tenantId, areaId, one.personId]);
    for (const who of [coordinator, team, steering]) expect(await rows(who, areaId)).toHaveLength(3);
    for (const who of [guest, admin]) expect(await rows(who, areaId)).toEqual([]);
    await expect(as(team, assign, [world.tenantId, areaId, other.personId])).rejects.toMatchObject({ code: '42501' });
  });

  it('opens no restricted area', async () => {
    const closed = await world.area(coordinator, { restricted: true });
    await as(coordinator, assign, [world.tenantId, closed, team.personId]);
    expect(await rows(team, closed)).toEqual([]);
    expect(await as(team, 'select 1 from open_room.area where area_id = $1', [closed])).toEqual([]);
  });
});

describe('local names', () => {
  it('are set by administrators and read by all, guests too', async () => {
    await as(admin, setLocalName, [world.tenantId, 'coordinator', 'Områdekoordinator', null]);
    for (const who of [guest, team]) expect(await as(who, 'select da from open_room.local_name')).toEqual([{ da: 'Områdekoordinator' }]);
    await expect(as(coordinator, setLocalName, [world.tenantId, 'steering', 'Ledelsen', null])).rejects.toMatchObject({ code: '42501' });
  });
});
