import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../area-maps/map-world.fixture.js';
import { MeetingJobs } from '../meetings/meeting.jobs.js';
import { PeopleJobs } from './people.jobs.js';

let world: World;

beforeAll(async () => {
  world = await World.make();
});

afterAll(() => world.close());

describe('cleaning up', () => {
  it('forgets sign-ins that ended over a month ago, and no others', async () => {
    const person = randomUUID();
    await world.admin.query('insert into identity.person (id) values ($1)', [person]);
    for (const [days, revoked] of [
      [-31, null],
      [-29, null],
      [1, null],
      [300, 40],
      [300, 20],
    ] as const) {
      await world.admin.query(
        `insert into identity.session (person_id, token_hash, kind, expires_at, revoked_at)
         values ($1, $2, 'demo', now() + make_interval(days => $3), now() - make_interval(days => $4))`,
        [person, randomBytes(32), days, revoked],
      );
    }
    await world.db.run(null, 'job', () => new PeopleJobs(world.db).cleanUp());
    const { rows } = await world.admin.query<{ days: number }>(
      'select round(extract(epoch from expires_at - now()) / 86400)::integer as days from identity.session where person_id = $1 order by expires_at',
      [person],
    );
    expect(rows.map(({ days }) => days)).toEqual([-29, 1, 300]);
  });

  it('forgets invitations whose time ran out over a month ago', async () => {
    const coordinator = await world.member('coordinator');
    const meeting = await world.meeting(await world.area(coordinator), coordinator);
    for (const days of [-31, -29, 1]) {
      await world.admin.query(
        'insert into open_room.invitation (tenant_id, meeting_id, code_hash, expires_at, created_by) values ($1, $2, $3, now() + make_interval(days => $4), $5)',
        [world.tenantId, meeting, randomBytes(32), days, coordinator.personId],
      );
    }
    await world.db.run(null, 'job', () => new MeetingJobs(world.db).cleanUp());
    const { rows } = await world.admin.query('select 1 from open_room.invitation where tenant_id = $1', [world.tenantId]);
    expect(rows).toHaveLength(2);
  });
});
