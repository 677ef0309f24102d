/** What is not yet sent, kept on this device: sealed, for one person on one area, one record a window. */
import type { MapConflict, RefusedEdit } from './areaMap.types';
import type { Queued } from './edits';
import { blindName, seal, unseal } from '../../platform/seal';
import { canKeep, mayKeep, openUnsent, unsentKeyOf } from '../../platform/unsent';

export interface Kept {
  readonly queue: readonly Queued[];
  readonly refused: readonly RefusedEdit[];
  readonly conflicts: readonly MapConflict[];
}

export interface Drawer {
  /**
   * Opens it, once. `found` gets what windows that are gone have left behind: before this resolves, and whenever
   * one goes later. From then on it is the caller's to keep.
   */
  open(found: (kept: Kept) => void): Promise<void>;
  /** @returns whether it lies on the disk now; never rejects: without a disk it lives as long as the page */
  keep(kept: Kept): Promise<boolean>;
  /** Leaves what lies there to other windows. */
  close(): void;
}

const lookEvery = 5_000;

/** The drawer of one person on one area in this window. */
export class DeviceDrawer implements Drawer {
  private readonly windowId = crypto.randomUUID();
  private readonly names: Promise<{ owner: string; place: string }>;
  /** How to give back the records held here: this window's own, and those of windows that are gone. */
  private readonly held = new Map<string, () => void>();
  /** Records of others whose content was handed over: they go when that is written here. */
  private readonly handedOver = new Set<string>();
  private timer: ReturnType<typeof setInterval> | undefined;
  private writing: Promise<boolean> = Promise.resolve(true);
  /** What is to be written next; each writing takes the newest there is. */
  private newest: { readonly kept: Kept; readonly taken: readonly string[] } | undefined;
  private closed = false;

  constructor(
    private readonly personId: string,
    scope: string,
  ) {
    this.names = Promise.all([blindName(personId), blindName(`${personId}/${scope}`)]).then(([owner, place]) => ({ owner, place }));
  }

  async open(found: (kept: Kept) => void): Promise<void> {
    if (!canKeep()) return;
    // Held for as long as this window lives: that is how others see that it still does.
    void this.hold(this.windowId);
    this.timer = setInterval(() => void this.look(found), lookEvery);
    await this.look(found);
  }

  keep(kept: Kept): Promise<boolean> {
    if (!canKeep()) return Promise.resolve(false);
    this.newest = { kept, taken: [...this.handedOver] };
    this.writing = this.writing.then((isWritten) => (this.newest ? this.writeNewest(this.newest) : isWritten));
    return this.writing;
  }

  close(): void {
    this.closed = true;
    clearInterval(this.timer);
    // What is still being written belongs to this window until then.
    void this.writing.then(() => {
      for (const key of this.held.keys()) this.letGo(key);
    });
  }

  private async writeNewest({ kept, taken }: { readonly kept: Kept; readonly taken: readonly string[] }): Promise<boolean> {
    this.newest = undefined;
    try {
      await this.write(kept, taken);
      return true;
    } catch {
      return false;
    }
  }

  private async write({ queue, refused, conflicts }: Kept, taken: readonly string[]): Promise<void> {
    const [db, { owner, place }] = await Promise.all([openUnsent(), this.names]);
    const empty = queue.length + refused.length + conflicts.length === 0;
    const sealed = empty ? null : await seal(await unsentKeyOf(db, owner), place, { queue, refused, conflicts });
    if (!mayKeep()) return;
    // In one step: at no moment is what was taken over nowhere. On the disk, and not only on its way there.
    const { store, done } = db.transaction('drawers', 'readwrite', { durability: 'strict' });
    await Promise.all([
      sealed ? store.put({ ...sealed, owner, place }, this.windowId) : store.delete(this.windowId),
      ...taken.map((key) => store.delete(key)),
      done,
    ]);
    for (const key of taken) this.letGo(key);
  }

  /** Takes over the records of windows that are gone. */
  private async look(found: (kept: Kept) => void): Promise<void> {
    try {
      const [db, { place }] = await Promise.all([openUnsent(), this.names]);
      for (const key of await db.getAllKeysFromIndex('drawers', 'place', place)) {
        if (this.held.has(key) || !(await this.hold(key))) continue;
        const kept = await this.read(key);
        if (this.closed) return;
        if (!kept) this.letGo(key);
        else {
          this.handedOver.add(key);
          found(kept);
        }
      }
    } catch {
      // A browser that keeps nothing has nothing.
    }
  }

  /** What a record says, or null where there is none that can be read. */
  private async read(key: string): Promise<Kept | null> {
    const [db, { owner, place }] = await Promise.all([openUnsent(), this.names]);
    const stored = await db.get('drawers', key);
    if (!stored) return null;
    try {
      // Sealed by `write`, so of its shape.
      return (await unseal(await unsentKeyOf(db, owner), place, stored)) as Kept;
    } catch {
      // Sealed under a key that is gone: of no use to anyone any more.
      await db.delete('drawers', key);
      return null;
    }
  }

  /** @returns whether the record is this window's now; no other may take it until it is let go */
  private hold(key: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(`kvarter.window.${key}`, { ifAvailable: true }, (lock) => {
          const isFree = lock !== null && !this.closed;
          resolve(isFree);
          return isFree ? new Promise<void>((release) => this.held.set(key, release)) : undefined;
        })
        .catch(reject);
    });
  }

  private letGo(key: string): void {
    this.held.get(key)?.();
    this.held.delete(key);
    this.handedOver.delete(key);
  }
}
