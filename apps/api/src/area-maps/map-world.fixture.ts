/** A tenant of its own with people, an area and meetings, for tests of the map on a real database. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject, type ProvidedContext } from 'vitest';
import { type Actor, actAs } from '../platform/auth/actor.js';
import { permissionsFor } from '../platform/auth/roles.js';
import { systemActor, systemPerson } from '../platform/auth/system.js';
import { Db } from '../platform/db/db.js';
import { Notifications } from '../platform/db/notifications.js';
import { openDb } from '../platform/db/open.js';

/** About 550 m by 440 m. */
export const square = (lon = 10, lat = 56, size = 0.008): string =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [lon, lat],
        [lon + size, lat],
        [lon + size, lat + size / 2],
        [lon, lat + size / 2],
        [lon, lat],
      ],
    ],
  });

export class World {
  readonly tenantId = randomUUID();
  readonly slug = `t-${this.tenantId.slice(0, 8)}`;

  private constructor(
    readonly place: ProvidedContext['database'],
    readonly admin: Client,
    readonly db: Db,
    readonly notifications: Notifications,
  ) {}

  static async make(place = inject('database')): Promise<World> {
    const admin = new Client({ connectionString: place.adminUrl });
    await admin.connect();
    await admin.query('set role kvarter_owner');
    const world = new World(place, admin, await openDb(Db, place.appUrl, [], 8), new Notifications(place.appUrl));
    await admin.query('insert into identity.person (id) values ($1) on conflict do nothing', [systemPerson]);
    await admin.query("insert into open_room.tenant (tenant_id, slug, name, kind) values ($1, $2, $2, 'municipality')", [world.tenantId, world.slug]);
    await world.join(systemPerson, 'Kvarter', ['system']);
    return world;
  }

  async close(): Promise<void> {
    await this.notifications.close();
    await this.db.close();
    await this.admin.end();
  }

  /** Another process on the same database. */
  secondDb(): Promise<Db> {
    return openDb(Db, this.place.appUrl, [], 4);
  }

  async member(...roles: string[]): Promise<Actor> {
    const personId = randomUUID();
    await this.admin.query('insert into identity.person (id) values ($1)', [personId]);
    await this.join(personId, `${roles[0]} ${personId.slice(0, 4)}`, roles);
    const session = await this.admin.query<{ id: string }>(
      "insert into identity.session (person_id, token_hash, kind, expires_at) values ($1, $2, 'demo', now() + interval '1 hour') returning id",
      [personId, Buffer.from(randomUUID())],
    );
    return this.actor(personId, roles, session.rows[0]?.id ?? null);
  }

  get system(): Actor {
    return systemActor(this.tenantId);
  }

  async area(by: Actor, { boundary = square(), restricted = false } = {}): Promise<string> {
    const areaId = randomUUID();
    await this.admin.query(
      `insert into open_room.area (tenant_id, area_id, level, name, boundary, boundary_json, restricted, created_by)
       values ($1, $2, 1, 'Området', st_setsrid(st_geomfromgeojson($3), 4326), $3, $4, $5)`,
      [this.tenantId, areaId, boundary, restricted, by.personId],
    );
    await this.admin.query('insert into open_room.area_seq (tenant_id, area_id) values ($1, $2)', [this.tenantId, areaId]);
    return areaId;
  }

  async meeting(areaId: string, by: Actor, state: 'PLANNED' | 'OPEN' | 'CLOSED' = 'OPEN', closedAt: Date | null = null): Promise<string> {
    const meetingId = randomUUID();
    await this.admin.query(
      `insert into open_room.meeting (tenant_id, meeting_id, area_id, kind, title, starts_at, state, opened_at, closed_at, created_by)
       values ($1, $2, $3, 'AREA', 'Møde', now(), $4, now(), $5, $6)`,
      [this.tenantId, meetingId, areaId, state, closedAt, by.personId],
    );
    return meetingId;
  }

  async guest(meetingId: string): Promise<Actor> {
    const guest = await this.member('participant');
    await this.admin.query('insert into open_room.meeting_guest (tenant_id, meeting_id, person_id) values ($1, $2, $3)', [
      this.tenantId,
      meetingId,
      guest.personId,
    ]);
    return guest;
  }

  /** As the api runs a root mutation field or a query of somebody. */
  as<T>(actor: Actor, work: () => Promise<T>, db = this.db): Promise<T> {
    return actAs(actor, () => db.run(actor, 'write', work));
  }

  private actor(personId: string, roles: string[], sessionId: string | null): Actor {
    return {
      personId,
      sessionId,
      name: roles[0] ?? '',
      tenant: { id: this.tenantId, slug: this.slug },
      roles,
      permissions: permissionsFor(roles),
      locale: 'da',
    };
  }

  private async join(personId: string, name: string, roles: string[]): Promise<void> {
    await this.admin.query('insert into open_room.membership (tenant_id, person_id, name, roles) values ($1, $2, $3, $4)', [
      this.tenantId,
      personId,
      name,
      roles,
    ]);
  }
}
