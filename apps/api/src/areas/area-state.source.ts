import type { AreaAccess } from '../area-maps/area-access.js';
import type { AreaWatch } from '../area-maps/area-watch.js';
import type { Actor } from '../platform/auth/actor.js';
import type { AreaState } from './area-state.type.js';

type Event = { readonly areaState: AreaState };

/** Somebody's state of an area: at once, then whenever its meetings, guests or anybody's rights change. Ends with an error when the area is no longer theirs to see. */
export class AreaStateSource implements AsyncIterableIterator<Event> {
  private due = true;
  private open = true;
  private epoch = -1;
  private wake: (() => void) | undefined;
  private readonly unwatch: () => void;

  constructor(
    private readonly access: Pick<AreaAccess, 'look'>,
    watch: Pick<AreaWatch, 'watch'>,
    private readonly actor: Actor,
    private readonly areaId: string,
  ) {
    this.unwatch = watch.watch(actor.tenant?.id ?? '', areaId, {
      changed: () => this.notice(),
      reached: (_seq, epoch = 0) => {
        if (epoch > this.epoch) this.notice();
      },
    });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Event>> {
    while (this.open && !this.due) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (!this.open) return { done: true, value: undefined };
    this.due = false;
    const { refusal, epoch, seq, mayEdit } = await this.access.look(this.actor, this.areaId);
    if (refusal) {
      await this.return();
      throw refusal;
    }
    this.epoch = epoch;
    return { done: false, value: { areaState: { areaId: this.areaId, mapSeq: seq, mayEdit } } };
  }

  async return(): Promise<IteratorResult<Event>> {
    this.open = false;
    this.unwatch();
    this.wake?.();
    return { done: true, value: undefined };
  }

  private notice(): void {
    this.due = true;
    this.wake?.();
  }
}
