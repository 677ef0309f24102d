/** Who is there: the rooms of this process, and the talk with other processes. */
import { createHash, randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type Actor, currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { Notifications } from '../platform/db/notifications.js';
import { DirectStream } from '../platform/graphql/direct-subscription.js';
import { refuse } from '../platform/graphql/errors.js';
import { currentOperation, type OperationContext } from '../platform/graphql/operation-context.js';
import { AreaAccess } from './area-access.js';
import { newestSeq } from './area-map.sql.js';
import { areaKey, AreaWatch } from './area-watch.js';
import { isPlace, messageIn, payloadsOf } from './presence.message.js';
import { PresenceRoom } from './presence.room.js';
import type { PositionInput } from './presence.type.js';

const refreshEvery = 5_000;

@Injectable()
export class PresenceService implements OnModuleInit, OnApplicationShutdown {
  private readonly processId = randomUUID();
  private readonly rooms = new Map<string, { room: PresenceRoom; unwatch: () => void }>();
  private unlisten: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Db,
    private readonly notifications: Notifications,
    private readonly access: AreaAccess,
    private readonly watch: AreaWatch,
  ) {}

  async onModuleInit(): Promise<void> {
    this.unlisten = await this.notifications.listen('kvarter_presence', (payload) => {
      const message = messageIn(payload);
      if (message && message.processId !== this.processId) this.rooms.get(message.key)?.room.hear(message);
    });
    this.timer = setInterval(() => this.refresh(), refreshEvery).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.unlisten?.();
    for (const { room, unwatch } of this.rooms.values()) {
      unwatch();
      room.close();
    }
    this.rooms.clear();
  }

  /** Everyone on the area's map, at once and then at most five times a second; the follower is there too while it lasts. */
  follow(areaId: string): DirectStream {
    const actor = currentActor();
    const key = areaKey(currentTenant().id, areaId);
    return new DirectStream((sink) => {
      const room = this.roomOf(key, areaId);
      const leave = room.join(sink, actor, clientIdOf(sink.context));
      return () => {
        leave();
        this.closeIfEmpty(key);
      };
    });
  }

  /**
   * Says where the caller points and what they have open. A window that follows the area has its right looked
   * after; others are looked up.
   * @throws INVALID_INPUT for a cursor off the globe; NOT_FOUND
   */
  async move(areaId: string, cursor: PositionInput | null, editing: string | null): Promise<boolean> {
    if (cursor && !isPlace(cursor.lon, cursor.lat)) throw refuse('VALUE_INVALID', { field: 'cursor' }, { field: 'cursor' });
    const actor = currentActor();
    const key = areaKey(currentTenant().id, areaId);
    const context = currentOperation();
    const clientId = context ? clientIdOf(context) : actor.personId;
    if (!this.rooms.get(key)?.room.follows(clientId, actor.personId)) {
      const [area] = await this.db.query(newestSeq, [currentTenant().id, areaId]);
      if (!area) throw refuse('AREA_NOT_FOUND');
    }
    this.roomOf(key, areaId).move(clientId, actor, { cursor: cursor && { lon: cursor.lon, lat: cursor.lat }, editing });
    return true;
  }

  private roomOf(key: string, areaId: string): PresenceRoom {
    const open = this.rooms.get(key);
    if (open) return open.room;
    const room = new PresenceRoom(areaId, {
      access: this.access,
      // The room is asked from inside of mutations, and speaks when it likes.
      tell: (news) => this.db.apart(() => this.notify(payloadsOf({ processId: this.processId, key, ...news }))),
      names: (as, people) => this.db.apart(() => this.names(as, people)),
    });
    const [tenantId = ''] = key.split('|');
    const unwatch = this.watch.watch(tenantId, areaId, { reached: (_seq, epoch = 0) => room.raised(epoch) });
    this.rooms.set(key, { room, unwatch });
    return room;
  }

  private closeIfEmpty(key: string): void {
    const open = this.rooms.get(key);
    if (!open?.room.empty) return;
    open.unwatch();
    open.room.close();
    this.rooms.delete(key);
  }

  private refresh(): void {
    for (const [key, { room }] of this.rooms) {
      room.refresh();
      this.closeIfEmpty(key);
    }
  }

  private async notify(payloads: readonly string[]): Promise<void> {
    await this.db.run(null, 'subscribe', () => this.db.final("select pg_notify('kvarter_presence', payload) from unnest($1::text[]) payload", [payloads]));
  }

  private async names(as: Actor, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.run(
      as,
      'subscribe',
      () => this.db.final<{ person_id: string; name: string }>('select person_id, name from open_room.names_of($1)', [people]),
      { readOnly: true },
    );
    return new Map(rows.map((row) => [row.person_id, row.name]));
  }
}

/** Of the window: its socket, or where there is none the sign-in. Neither can be read from it. */
const clientIdOf = ({ connectionId, actor }: OperationContext): string =>
  createHash('sha256')
    .update(connectionId ?? actor?.sessionId ?? '')
    .digest('base64url')
    .slice(0, 12);
