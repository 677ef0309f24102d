/** What is not yet sent, kept on this device: sealed, for one person on one area, one record a window. */
import type { MapConflict, RefusedEdit } from './areaMap.types';
import type { Queued } from './edits';
import { blindName, seal, unseal } from '../../platform/seal';
import { canKeep, openUnsent, unsentKeyOf } from '../../platform/unsent';

export interface Kept {
  readonly queue: readonly Queued[];
  readonly refused: readonly RefusedEdit[];
  readonly conflicts: readonly MapConflict[];
}

export interface Drawer {
  /** What earlier windows left behind. */
  open(): Promise<Kept>;
  /** Resolves when it lies on the disk; never rejects: without a disk it lives as long as the page. */
  keep(kept: Kept): Promise<void>;
  /** Calls when another window of the same person is gone and has left something. */
  onAdopted(found: (kept: Kept) => void): () => void;
  close(): void;
}

const nothing: Kept = { queue: [], refused: [], conflicts: [] };
const lookEvery = 5_000;

/** The drawer of one person on one area in this window. */
export class DeviceDrawer implements Drawer {
  private readonly windowId = crypto.randomUUID();
  private release: () => void = () => undefined;
  private readonly found = new Set<(kept: Kept) => void>();
  private timer: ReturnType<typeof setInterval> | undefined;
  private writing: Promise<void> = Promise.resolve();
  /** Windows whose records were taken over, until this window has written its own. */
  private readonly adopted = new Map<string, () => void>();
  private readonly names: Promise<{ owner: string; place: string }>;

  constructor(
    private readonly personId: string,
    scope: string,
  ) {
    this.names = Promise.all([blindName(personId), blindName(`${personId}/${scope}`)]).then(([owner, place]) => ({ owner, place }));
  }

  async open(): Promise<Kept> {
    if (!canKeep()) return nothing;
    // Held for as long as this window lives: that is how others see that it still does.
    void navigator.locks.request(lockOf(this.windowId), () => new Promise<void>((resolve) => (this.release = resolve)));
    this.timer = setInterval(() => void this.look(), lookEvery);
    return this.adopt();
  }

  keep(kept: Kept): Promise<void> {
    if (!canKeep()) return Promise.resolve();
    this.writing = this.writing.then(() => this.write(kept)).catch(() => undefined);
    return this.writing;
  }

  onAdopted(found: (kept: Kept) => void): () => void {
    this.found.add(found);
    return () => this.found.delete(found);
  }

  close(): void {
    clearInterval(this.timer);
    this.found.clear();
    // What is still being written belongs to this window until then.
    void this.writing.then(() => this.release());
  }

  private async write({ queue, refused, conflicts }: Kept): Promise<void> {
    const [db, { owner, place }] = await Promise.all([openUnsent(), this.names]);
    const empty = queue.length + refused.length + conflicts.length === 0;
    const sealed = empty ? null : await seal(await unsentKeyOf(db, owner), place, { queue, refused, conflicts });
    const taken = [...this.adopted];
    // In one step: at no moment is what was taken over nowhere.
    const { store, done } = db.transaction('drawers', 'readwrite');
    await Promise.all([
      sealed ? store.put({ ...sealed, owner, place }, this.windowId) : store.delete(this.windowId),
      ...taken.map(([key]) => store.delete(key)),
      done,
    ]);
    for (const [key, release] of taken) {
      this.adopted.delete(key);
      release();
    }
  }

  private async look(): Promise<void> {
    const kept = await this.adopt();
    if (kept.queue.length + kept.refused.length + kept.conflicts.length > 0) for (const found of this.found) found(kept);
  }

  /** Takes over the records of windows that are gone. */
  private async adopt(): Promise<Kept> {
    try {
      const [db, { owner, place }] = await Promise.all([openUnsent(), this.names]);
      const all: Kept[] = [];
      for (const key of await db.getAllKeysFromIndex('drawers', 'place', place)) {
        if (key === this.windowId || this.adopted.has(key) || !(await this.grab(key))) continue;
        const stored = await db.get('drawers', key);
        // Sealed by `write`, so of its shape; what can't be opened is another key's and of no use to anyone.
        if (stored) all.push((await unseal(await unsentKeyOf(db, owner), place, stored).catch(() => nothing)) as Kept);
      }
      return { queue: all.flatMap(({ queue }) => queue), refused: all.flatMap(({ refused }) => refused), conflicts: all.flatMap(({ conflicts }) => conflicts) };
    } catch {
      return nothing;
    }
  }

  /** Whether the window is gone; from then on no other may take its record. */
  private grab(key: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(lockOf(key), { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock ? new Promise<void>((release) => this.adopted.set(key, release)) : undefined;
        })
        .catch(reject);
    });
  }
}

const lockOf = (windowId: string): string => `kvarter.window.${windowId}`;
