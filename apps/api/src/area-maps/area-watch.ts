/**
 * Tells the open areas of this process when something happened in them: by notification at once, and by a look at
 * all of them each second, so that a lost notification hides nothing for longer.
 */
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Db } from '../platform/db/db.js';
import { Notifications } from '../platform/db/notifications.js';
import { log } from '../platform/log/log.js';
import { seqsOf, type SeqRow } from './area-access.sql.js';

/** What wants to know of an area. */
export interface Watcher {
  /** The log has reached `seq`, and rights were last taken away at `epoch` where that is known. */
  reached?(seq: number, epoch?: number): void;
  /** The area, its meeting or its guests changed. */
  changed?(): void;
}

const lookEvery = 1_000;

export const areaKey = (tenantId: string, areaId: string): string => `${tenantId}|${areaId}`;

@Injectable()
export class AreaWatch implements OnModuleInit, OnApplicationShutdown {
  private readonly watchers = new Map<string, Set<Watcher>>();
  private readonly stops: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly db: Db,
    private readonly notifications: Notifications,
  ) {}

  async onModuleInit(): Promise<void> {
    this.notifications.onReconnect(() => this.lookNow());
    this.stops.push(
      await this.notifications.listen('kvarter_map', (payload) => {
        const cut = payload.lastIndexOf('|');
        for (const watcher of this.of(payload.slice(0, cut))) watcher.reached?.(Number(payload.slice(cut + 1)));
      }),
      await this.notifications.listen('kvarter_area', (key) => {
        for (const watcher of this.of(key)) watcher.changed?.();
      }),
      await this.notifications.listen('kvarter_access', () => this.lookNow()),
    );
    this.timer = setInterval(() => this.lookNow(), lookEvery).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    for (const stop of this.stops) stop();
    this.watchers.clear();
    await this.looking;
  }

  /** Watches an area until the returned function is called. */
  watch(tenantId: string, areaId: string, watcher: Watcher): () => void {
    const key = areaKey(tenantId, areaId);
    const watchers = this.watchers.get(key) ?? new Set<Watcher>();
    this.watchers.set(key, watchers.add(watcher));
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0 && this.watchers.get(key) === watchers) this.watchers.delete(key);
    };
  }

  /** Looks at all open areas in one statement; asked for meanwhile, once more afterwards. */
  lookNow(): void {
    if (this.looking) {
      this.again = true;
      return;
    }
    if (this.watchers.size === 0) return;
    this.looking = this.look()
      .catch((error: unknown) => log.warn('could not look at open areas, trying again', { error }))
      .finally(() => {
        this.looking = undefined;
        if (!this.again) return;
        this.again = false;
        this.lookNow();
      });
  }

  private async look(): Promise<void> {
    const keys = [...this.watchers.keys()].map((key) => key.split('|'));
    const values = [keys.map(([tenant]) => tenant), keys.map(([, area]) => area)];
    const rows = await this.db.run(null, 'subscribe', () => this.db.final<SeqRow>(seqsOf, values), { readOnly: true });
    for (const row of rows) {
      for (const watcher of this.of(areaKey(row.tenant_id, row.area_id))) watcher.reached?.(row.seq, Number(row.epoch));
    }
  }

  private of(key: string): Iterable<Watcher> {
    return this.watchers.get(key) ?? [];
  }
}
