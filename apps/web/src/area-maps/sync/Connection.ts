import { CallFailed, type MapServer, type WireAreaState, type WireEdit, type WireFeature, type WirePresence } from './MapServer';
import { Retry } from './Retry';

/** What the map hears from its connection. */
export interface Listener {
  /** The newest seq this window has. */
  readonly seq: () => number;
  /** The whole map, instead of all that was known. */
  readonly loaded: (map: { seq: number; features: readonly WireFeature[] }) => void;
  readonly edit: (edit: WireEdit) => void;
  readonly state: (state: WireAreaState) => void;
  readonly people: (people: WirePresence) => void;
  readonly online: (online: boolean) => void;
  /** The map is loaded and followed: what waits can be sent. Also each time it is tried again. */
  readonly ready: () => void;
  /** The map is not for this person; `message` says why. */
  readonly denied: (message: string) => void;
}

/** Loads the map, follows what happens on it, and comes back when that was lost. */
export class Connection {
  private readonly retry = new Retry(() => this.resume());
  /** The streams of the server at the moment; null where they were lost. */
  private streams: (() => void)[] | null = null;
  private loading: Promise<void> | null = null;
  private loaded = false;
  private closed = false;
  private stopWatching: () => void = () => undefined;

  constructor(
    private readonly server: MapServer,
    private readonly listener: Listener,
  ) {}

  get isLoaded(): boolean {
    return this.loaded;
  }

  get isFollowing(): boolean {
    return this.streams !== null;
  }

  /** Resolves after the first attempt to load. */
  open(): Promise<void> {
    this.stopWatching = this.server.connection((online) => {
      this.listener.online(online);
      if (online) this.now();
    });
    return this.load();
  }

  close(): void {
    this.closed = true;
    this.retry.stop();
    this.stopWatching();
    this.leave();
  }

  /** Tries again now what is not as it should be. */
  now(): void {
    this.retry.now();
  }

  later(): void {
    this.retry.later();
  }

  /** A call came through: the next failure is a first one. */
  worked(): void {
    this.retry.worked();
  }

  /** Follows the log anew from where this window is. */
  join(): void {
    this.leave();
    const { server, listener } = this;
    const streams: (() => void)[] = [];
    this.streams = streams;
    // One that is ended from here has nothing more to say.
    const current =
      <News>(told: (news: News) => void) =>
      (news: News) => {
        if (this.streams === streams) told(news);
      };
    const ended = current((failure: CallFailed) => this.lost(failure));
    streams.push(
      server.edits(listener.seq, current(listener.edit), ended),
      server.areaState(current(listener.state), ended),
      server.presence(current(listener.people), ended),
    );
  }

  private leave(): void {
    const streams = this.streams ?? [];
    this.streams = null;
    for (const end of streams) end();
  }

  private resume(): void {
    if (!this.loaded) return void this.load();
    if (!this.streams) this.join();
    this.listener.ready();
  }

  private load(): Promise<void> {
    this.loading ??= this.loadOnce().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  private async loadOnce(): Promise<void> {
    try {
      const map = await this.server.load();
      if (this.closed) return;
      this.loaded = true;
      this.listener.loaded(map);
      this.resume();
    } catch (error) {
      const { code, message } = asFailed(error);
      if (code === 'UNAUTHENTICATED') return; // goes on when signed in again
      if (isDenied(code)) return this.listener.denied(message);
      this.listener.online(false);
      this.later();
    }
  }

  /** A stream has ended for good. */
  private lost({ kind, code }: CallFailed): void {
    this.leave();
    if (code === 'UNAUTHENTICATED') return; // goes on when signed in again
    // Loading the whole map tells why; or begins anew, where the server's log has been set back.
    if (kind === 'refused') this.loaded = false;
    this.later();
  }
}

/** Whether a code says that this is not for this person, at least not now. */
export const isDenied = (code: string): boolean => code === 'FORBIDDEN' || code === 'NOT_FOUND';

/** Whatever else goes wrong on the way is as if the server could not be reached. */
export const asFailed = (error: unknown): CallFailed => (error instanceof CallFailed ? error : new CallFailed('unreachable', '', '', ''));
