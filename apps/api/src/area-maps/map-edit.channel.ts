/**
 * Carries new edits of one area to everyone who follows it in this process: read once for each permission class, as
 * one of its members, and executed once for each selection of that class. Everyone gets every edit after the one
 * they named exactly once and in order.
 */
import type { Actor } from '../platform/auth/actor.js';
import type { DirectSink } from '../platform/graphql/direct-subscription.js';
import { Refusal, refuse } from '../platform/graphql/errors.js';
import { log } from '../platform/log/log.js';
import { type AreaAccess, classOf, type Follower } from './area-access.js';
import { EpochGuard } from './epoch-guard.js';
import type { MapEdit } from './map-edit.type.js';

/** Edits read at a time: what a channel holds in memory is bounded by it. */
export const pageSize = 200;

interface MapFollower extends Follower {
  /** The last edit sent. */
  lastSeq: number;
}

/** Followers with the same permissions. All selections stand at the same place in the log. */
interface PermissionClass {
  position: number;
  readonly groups: Map<string, Set<MapFollower>>;
  pumping: boolean;
}

export class MapEditChannel {
  private readonly classes = new Map<string, PermissionClass>();
  private readonly followers = new Set<MapFollower>();
  private heardSeq = 0;
  private readonly guard: EpochGuard;

  /** @param access asks the database as a follower */
  constructor(
    private readonly access: Pick<AreaAccess, 'editsAfter' | 'verify'>,
    private readonly areaId: string,
  ) {
    this.guard = new EpochGuard(access, areaId, () => [...this.classes.values()].flatMap(membersOf));
  }

  get size(): number {
    return this.followers.size;
  }

  /** Takes somebody in who has every edit up to `afterSeq`. Returns how to let them go. */
  join(sink: DirectSink, actor: Actor, afterSeq: number): () => void {
    const follower: MapFollower = { sink, actor, verifiedEpoch: -1, lastSeq: afterSeq };
    this.followers.add(follower);
    this.catchUp(follower).catch((error: unknown) => sink.fail(error));
    return () => this.leave(follower);
  }

  /** The log has reached `seq`; rights were last taken away at `epoch`. */
  reached(seq: number, epoch = 0): void {
    this.heardSeq = Math.max(this.heardSeq, seq);
    for (const [key, one] of this.classes) if (one.position < this.heardSeq) this.pump(key, one);
    this.guard.raised(epoch); // without a new edit too: whoever lost the right is told so
  }

  /** From the table first, until what was read reaches what the class is about to get live. */
  private async catchUp(follower: MapFollower): Promise<void> {
    const { sink, actor } = follower;
    while (sink.open) {
      const { edits, newest, epoch } = await this.access.editsAfter(actor, this.areaId, follower.lastSeq, pageSize);
      if (follower.lastSeq > newest) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'seq', min: 0, max: newest }, { field: 'afterSeq' });
      follower.verifiedEpoch = epoch;
      for (const edit of edits) {
        const text = await sink.executeSelection(edit);
        sink.send(text);
        follower.lastSeq = edit.seq;
      }
      if (edits.length < pageSize && sink.open && this.goLive(follower)) return;
    }
  }

  /** Whether the follower misses nothing between the table and what comes live. From here to the end no await. */
  private goLive(follower: MapFollower): boolean {
    const key = classOf(follower.actor);
    const one = this.classes.get(key) ?? { position: follower.lastSeq, groups: new Map<string, Set<MapFollower>>(), pumping: false };
    if (one.position > follower.lastSeq) return false;
    this.classes.set(key, one);
    const { selectionKey } = follower.sink;
    one.groups.set(selectionKey, (one.groups.get(selectionKey) ?? new Set()).add(follower));
    if (this.heardSeq > one.position) this.pump(key, one);
    this.guard.admitted(follower.verifiedEpoch);
    return true;
  }

  private leave(follower: MapFollower): void {
    this.followers.delete(follower);
    const key = classOf(follower.actor);
    const one = this.classes.get(key);
    const group = one?.groups.get(follower.sink.selectionKey);
    if (!one || !group?.delete(follower)) return;
    if (group.size === 0) one.groups.delete(follower.sink.selectionKey);
    if (one.groups.size === 0) this.classes.delete(key);
  }

  private pump(key: string, one: PermissionClass): void {
    if (one.pumping) return;
    one.pumping = true;
    this.deliverNew(key, one)
      // What couldn't be read now is read at the next look.
      .catch((error: unknown) => log.warn('could not read new map edits, trying again', { error }))
      .finally(() => {
        one.pumping = false;
      });
  }

  private async deliverNew(key: string, one: PermissionClass): Promise<void> {
    while (this.classes.get(key) === one && one.position < this.heardSeq) {
      const reader = membersOf(one)[0];
      if (!reader) return;
      let page;
      try {
        page = await this.access.editsAfter(reader.actor, this.areaId, one.position, pageSize);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        reader.sink.fail(error); // another member reads, if there is one
        continue;
      }
      this.heardSeq = Math.max(this.heardSeq, page.newest);
      if (page.edits.length === 0) return;
      await this.deliver(one, page.edits, page.epoch);
    }
  }

  /** Members and selections may come while others are verified or executed; it is sent only when none is left out. */
  private async deliver(one: PermissionClass, edits: readonly MapEdit[], epoch: number): Promise<void> {
    const texts = new Map<string, string[]>();
    for (;;) {
      if (membersOf(one).some((follower) => follower.verifiedEpoch < epoch)) {
        await this.access.verify(membersOf(one), this.areaId, epoch);
        continue;
      }
      const next = [...one.groups].find(([selection]) => !texts.has(selection));
      if (!next) break;
      const [selection, [member]] = next;
      if (!member) break;
      texts.set(selection, await executed(member.sink, edits));
    }
    for (const [selection, group] of one.groups) {
      for (const follower of group) {
        edits.forEach((edit, index) => {
          if (edit.seq <= follower.lastSeq) return;
          follower.sink.send(texts.get(selection)?.[index] as string);
          follower.lastSeq = edit.seq;
        });
      }
    }
    one.position = edits.at(-1)?.seq ?? one.position;
  }
}

const membersOf = (one: PermissionClass): MapFollower[] => [...one.groups.values()].flatMap((group) => [...group]).filter(({ sink }) => sink.open);

async function executed(sink: DirectSink, edits: readonly MapEdit[]): Promise<string[]> {
  const texts: string[] = [];
  for (const edit of edits) texts.push(await sink.executeSelection(edit));
  return texts;
}
