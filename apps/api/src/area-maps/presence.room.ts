/** Who has one area's map open, as one process knows it: its own windows, and those others tell of. */
import type { Actor } from '../platform/auth/actor.js';
import type { DirectSink } from '../platform/graphql/direct-subscription.js';
import { log } from '../platform/log/log.js';
import { type AreaAccess, classOf, type Follower } from './area-access.js';
import { EpochGuard } from './epoch-guard.js';
import { Paced } from './paced.js';
import { colorOf } from './presence.color.js';
import type { PresenceMessage, Trace } from './presence.message.js';
import type { Presence } from './presence.type.js';

/** Milliseconds between two tellings, to browsers and to other processes. */
const pace = 200;
/** Milliseconds after which nobody believes what wasn't said again. */
const staleAfter = 15_000;

interface Here extends Trace {
  readonly actor: Actor;
  /** Subscriptions of this window; while there is one the window is there. */
  open: number;
  heardAt: number;
}

/** What a room needs of the outside. */
export interface RoomPorts {
  readonly access: Pick<AreaAccess, 'look' | 'verify'>;
  /** Tells other processes. */
  tell(news: Pick<PresenceMessage, 'here' | 'gone' | 'ask'>): Promise<void>;
  /** Names of members, asked as one of them. */
  names(as: Actor, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export class PresenceRoom {
  private readonly here = new Map<string, Here>();
  private readonly elsewhere = new Map<string, { trace: Trace; processId: string; heardAt: number }>();
  private readonly peers = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private readonly followers = new Set<Follower>();
  /** Followers whose right is being looked up. */
  private entering = 0;
  private readonly changed = new Set<string>();
  private readonly gone = new Set<string>();
  private readonly guard: EpochGuard;
  private readonly showing = new Paced(pace, () => this.show());
  private readonly telling = new Paced(pace, () => this.tell());

  constructor(
    private readonly areaId: string,
    private readonly ports: RoomPorts,
  ) {
    this.guard = new EpochGuard(ports.access, areaId, () => this.followers);
    void this.quietly(ports.tell({ here: [], gone: [], ask: true }));
  }

  /** Nobody of this process is in it. */
  get empty(): boolean {
    return this.here.size + this.followers.size + this.entering === 0;
  }

  /** Whether this window follows the room, so that its right is looked after already. */
  follows(clientId: string, personId: string): boolean {
    const there = this.here.get(clientId);
    return there !== undefined && there.open > 0 && there.actor.personId === personId;
  }

  /** Shows a window to everyone and everyone to it, until the returned function is called. */
  join(sink: DirectSink, actor: Actor, clientId: string): () => void {
    const follower: Follower = { sink, actor, verifiedEpoch: -1 };
    let inside = false;
    const enter = async (): Promise<void> => {
      const access = await this.ports.access.look(actor, this.areaId);
      if (access.refusal) return sink.fail(access.refusal);
      if (!sink.open) return;
      inside = true;
      follower.verifiedEpoch = access.epoch;
      this.followers.add(follower);
      const there = this.place(clientId, actor);
      there.open += 1;
      this.notice(clientId);
      this.guard.admitted(access.epoch);
      await this.nameAll();
      sink.send(await sink.executeSelection(this.everyone()));
    };
    this.entering += 1;
    enter()
      .catch((error: unknown) => sink.fail(error))
      .finally(() => {
        this.entering -= 1;
      });
    return () => {
      this.followers.delete(follower);
      const there = this.here.get(clientId);
      if (!inside || !there) return;
      there.open -= 1;
      if (there.open === 0) this.forget(clientId);
    };
  }

  /** A window moved. The caller has seen to its right. */
  move(clientId: string, actor: Actor, what: Pick<Trace, 'cursor' | 'editing'>): void {
    this.here.set(clientId, { ...this.place(clientId, actor), ...what, heardAt: performance.now() });
    this.notice(clientId);
  }

  /** Another process said something. */
  hear({ processId, here, gone, ask }: PresenceMessage): void {
    const heardAt = performance.now();
    const isNew = !this.peers.has(processId);
    this.peers.set(processId, heardAt);
    for (const trace of here) this.elsewhere.set(trace.clientId, { trace, processId, heardAt });
    for (const clientId of gone) this.elsewhere.delete(clientId);
    if (ask || isNew) this.retell();
    if (here.length + gone.length > 0) this.showing.ask();
  }

  raised(epoch: number): void {
    this.guard.raised(epoch);
  }

  /** Says everything again, so that nobody takes us for dead, and drops what wasn't heard of for long. */
  refresh(): void {
    const since = performance.now() - staleAfter;
    for (const [clientId, { open, heardAt }] of this.here) if (open === 0 && heardAt < since) this.forget(clientId);
    for (const [processId, heardAt] of this.peers) if (heardAt < since) this.peers.delete(processId);
    for (const [clientId, { heardAt }] of this.elsewhere) {
      if (heardAt >= since) continue;
      this.elsewhere.delete(clientId);
      this.showing.ask();
    }
    this.retell();
  }

  close(): void {
    this.showing.stop();
    this.telling.stop();
    if (this.gone.size > 0) void this.quietly(this.ports.tell({ here: [], gone: [...this.gone], ask: false }));
  }

  private place(clientId: string, actor: Actor): Here {
    const there = this.here.get(clientId) ?? { clientId, personId: actor.personId, actor, cursor: null, editing: null, open: 0, heardAt: performance.now() };
    this.here.set(clientId, there);
    this.names.set(actor.personId, actor.name);
    return there;
  }

  private forget(clientId: string): void {
    this.here.delete(clientId);
    this.changed.delete(clientId);
    this.gone.add(clientId);
    this.showing.ask();
    this.telling.ask();
  }

  private notice(clientId: string): void {
    this.gone.delete(clientId);
    this.changed.add(clientId);
    this.showing.ask();
    // Alone in the world there is nobody to tell; whoever comes asks.
    if (this.peers.size > 0) this.telling.ask();
  }

  private retell(): void {
    for (const clientId of this.here.keys()) this.changed.add(clientId);
    this.telling.ask();
  }

  private async tell(): Promise<void> {
    const here = [...this.changed].flatMap((clientId) => this.here.get(clientId) ?? []);
    const gone = [...this.gone];
    this.changed.clear();
    this.gone.clear();
    if (here.length + gone.length > 0) await this.quietly(this.ports.tell({ here, gone, ask: false }));
  }

  private async show(): Promise<void> {
    try {
      await this.nameAll();
      const everyone = this.everyone();
      const texts = new Map<string, Promise<string>>();
      for (const { sink, actor } of this.followers) {
        const key = `${classOf(actor)} ${sink.selectionKey}`;
        const text = texts.get(key) ?? sink.executeSelection(everyone);
        texts.set(key, text);
        sink.send(await text);
      }
    } catch (error) {
      log.warn('could not show who is there', { error });
    }
  }

  private everyone(): Presence[] {
    const traces: Trace[] = [...this.here.values(), ...[...this.elsewhere.values()].map(({ trace }) => trace)];
    return traces
      .filter(({ personId }) => this.names.has(personId))
      .map(({ clientId, personId, cursor, editing }) => ({
        clientId,
        personId,
        name: this.names.get(personId) ?? '',
        color: colorOf(personId),
        cursor,
        editing,
      }))
      .sort((one, other) => one.clientId.localeCompare(other.clientId));
  }

  /** Processes tell each other ids only: names are read here, as somebody who is in the room. */
  private async nameAll(): Promise<void> {
    const unknown = [...new Set([...this.elsewhere.values()].map(({ trace }) => trace.personId))].filter((personId) => !this.names.has(personId));
    const [asker] = this.followers;
    if (unknown.length === 0 || !asker) return;
    for (const [personId, name] of await this.ports.names(asker.actor, unknown)) this.names.set(personId, name);
  }

  private async quietly(told: Promise<void>): Promise<void> {
    await told.catch((error: unknown) => log.warn('could not tell other processes who is there', { error }));
  }
}
