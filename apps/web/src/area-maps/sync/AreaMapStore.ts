import { checkEdit, type EditInput, editsTowards, type FeatureState, type FieldKey, overlay } from '@kvarter/geo';
import type { AreaMapActions, AreaMapView, Changes, OthersChange, RefusedEdit, SavingState, SharedFeature } from './areaMap.types';
import type { Drawer, Kept } from './Drawer';
import { type Head, toHead } from './edits';
import { CallFailed, type MapServer, type WireEdit, type WireResult } from './MapServer';
import { Outbox } from './Outbox';
import { type Change, OwnChanges } from './OwnChanges';

/** Milliseconds between two attempts to send; doubles up to the longest. */
const shortestPause = 500;
const longestPause = 15_000;
/** Cursors sent at most every so many milliseconds. */
const pointEvery = 200;

export interface StoreOptions {
  readonly server: MapServer;
  readonly drawer: Drawer;
  readonly me: string;
  /** What the page knows already; the server says so again when it changes. */
  readonly known: Pick<AreaMapView, 'mayEdit' | 'openMeeting'>;
  /** Puts changes of one frame together. */
  readonly schedule: (task: () => void) => void;
  readonly newId: () => string;
}

/**
 * The shared map in this window: the server's log applied in order, one's own edits laid over it until they
 * are acknowledged, and everything unsent kept on the device. Made for one area and one person.
 */
export class AreaMapStore implements AreaMapActions {
  private readonly heads = new Map<string, Head>();
  private shared: ReadonlyMap<string, SharedFeature> = new Map();
  private readonly touched = new Set<string>();
  private readonly outbox = new Outbox();
  private readonly own = new OwnChanges();
  private seq = 0;
  private readonly ends: (() => void)[] = [];
  private readonly listeners = new Set<() => void>();
  private view: AreaMapView;
  private drawing = false;
  private closed = false;
  private sending = false;
  private pause = shortestPause;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private stopEdits: () => void = () => undefined;
  private readonly editors = new Map<string, string>();
  private pointed: { at: readonly [number, number] | null; open: string | null } = { at: null, open: null };
  private pointTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: StoreOptions) {
    this.view = {
      phase: 'loading',
      failure: null,
      seq: 0,
      features: this.shared,
      ...options.known,
      online: true,
      saving: { state: 'saved', waiting: 0, message: null },
      refused: [],
      conflicts: [],
      people: [],
      canUndo: false,
      canRedo: false,
      othersChange: null,
      warning: null,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): AreaMapView => this.view;

  /** Loads the map, takes up what waited on this device, and follows the log. */
  async open(): Promise<void> {
    const { server, drawer } = this.options;
    this.ends.push(
      server.areaState(({ mayEdit, openMeeting }) => {
        const thawed = mayEdit && !this.view.mayEdit;
        this.change({ mayEdit, openMeeting });
        if (thawed) this.retryNow();
      }),
      server.presence((people) => this.change({ people: people.filter(({ personId }) => personId !== this.options.me) })),
      server.connection((online) => {
        this.change({ online });
        if (online) this.retryNow();
      }),
      drawer.onAdopted((kept) => this.takeUp(kept)),
    );
    const [kept] = await Promise.all([drawer.open(), this.load()]);
    this.takeUp(kept);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    clearTimeout(this.pointTimer);
    this.stopEdits();
    for (const end of this.ends.splice(0)) end();
    this.options.drawer.close();
    this.listeners.clear();
  }

  /** Loads the map whole; tries again by itself while the server can't be reached. */
  private async load(): Promise<void> {
    try {
      const { seq, features } = await this.options.server.load();
      if (this.closed) return;
      this.heads.clear();
      for (const feature of features) this.heads.set(feature.id, toHead(feature));
      this.seq = seq;
      this.outbox.reached(seq);
      for (const id of [...this.shared.keys(), ...this.heads.keys()]) this.touched.add(id);
      this.change({ phase: 'ready', failure: null, online: true });
      this.follow();
    } catch (error) {
      const failed = asFailed(error);
      if (failed.kind === 'refused' && failed.code !== 'UNAUTHENTICATED') return this.change({ phase: 'failed', failure: failed.message });
      this.change({ online: false });
      this.later(() => void this.load());
    }
  }

  private follow(): void {
    this.stopEdits();
    this.stopEdits = this.options.server.edits(
      () => this.seq,
      (edit) => this.hear(edit),
      (failure) => {
        if (this.closed) return;
        if (failure.kind === 'refused' && failure.code !== 'UNAUTHENTICATED') this.change({ phase: 'failed', failure: failure.message });
      },
    );
  }

  private hear(heard: WireEdit): void {
    if (this.closed || heard.seq <= this.seq) return;
    // The server sends the log without gaps; one would mean that something was lost on the way.
    if (heard.seq > this.seq + 1) return this.follow();
    this.seq = heard.seq;
    const { feature, editId, actorId, actorName, op } = heard;
    this.heads.set(feature.id, toHead(feature));
    this.editors.set(feature.id, actorName);
    this.touched.add(feature.id);
    // The log can be faster than the answer to the call.
    this.outbox.acknowledged(editId, toHead(feature), heard.seq, this.seq);
    this.outbox.reached(this.seq);
    const othersChange: OthersChange | null =
      actorId === this.options.me ? this.view.othersChange : { seq: heard.seq, op, featureId: feature.id, name: feature.name, actorName };
    this.change({ othersChange });
  }

  // Own edits

  create(changes: Changes): string {
    const featureId = this.options.newId();
    this.do([{ ...changes, editId: this.options.newId(), featureId, baseVersion: 0, op: 'CREATE' }]);
    return featureId;
  }

  update(featureId: string, changes: Changes): void {
    const refused = this.outbox.refusedOf(featureId);
    // What was refused goes along in its mended form: as one edit, since the server knows nothing of it.
    if (refused) return this.mend(refused, changes);
    this.do([{ ...changes, editId: this.options.newId(), featureId, baseVersion: this.heads.get(featureId)?.version ?? 0, op: 'UPDATE' }]);
  }

  remove(featureId: string): void {
    this.doOp(featureId, 'REMOVE');
  }

  restore(featureId: string): void {
    this.doOp(featureId, 'RESTORE');
  }

  private doOp(featureId: string, op: 'REMOVE' | 'RESTORE'): void {
    this.do([{ editId: this.options.newId(), featureId, baseVersion: this.heads.get(featureId)?.version ?? 0, op }]);
  }

  undo(): string | null {
    return this.step(this.own.undone((id) => this.stateOf(id)));
  }

  redo(): string | null {
    return this.step(this.own.redone((id) => this.stateOf(id)));
  }

  private step(change: Change | null): string | null {
    if (!change) {
      this.emit();
      return null;
    }
    const { featureId, from, to } = change;
    const ids = { featureId, baseVersion: this.heads.get(featureId)?.version ?? 0 };
    this.put(editsTowards(from, to, ids, this.options.newId));
    return featureId;
  }

  /** Edits made by hand: they can be undone. */
  private do(made: readonly EditInput[]): void {
    // As the server will keep it, so that what is seen now is what comes back.
    const edits = made.map((edit) => checkEdit(edit).edit);
    for (const edit of edits) {
      const before = this.stateOf(edit.featureId);
      const after = overlay(before, [edit]);
      if (after) this.own.made({ featureId: edit.featureId, before, after });
    }
    this.put(edits);
  }

  private put(edits: readonly EditInput[]): void {
    for (const edit of edits) {
      this.outbox.add(edit, this.stateOf(edit.featureId));
      this.touched.add(edit.featureId);
    }
    void this.keep();
    this.change({ warning: null });
    void this.pump();
  }

  resolve(editId: string, mine: readonly FieldKey[]): void {
    const featureId = this.view.conflicts.find(({ edit }) => edit.editId === editId)?.edit.featureId;
    if (featureId === undefined) return;
    this.touched.add(featureId);
    const now = this.stateOf(featureId);
    const wanted = this.outbox.resolve(editId, mine, now);
    const ids = { featureId, baseVersion: this.heads.get(featureId)?.version ?? 0 };
    this.put(now && wanted ? editsTowards(now, wanted, ids, this.options.newId) : []);
  }

  discard(editId: string): void {
    const featureId = this.outbox.discard(editId, (id) => this.heads.has(id));
    if (featureId === null) return;
    this.touched.add(featureId);
    this.own.forget(featureId);
    this.put([]);
  }

  private mend(refused: RefusedEdit, changes: Changes): void {
    this.outbox.takeBack(refused);
    const { edit } = refused;
    const details = edit.details || changes.details ? { details: { ...edit.details, ...changes.details } } : {};
    this.put([checkEdit({ ...edit, ...changes, ...details, editId: this.options.newId() }).edit]);
  }

  pointAt(position: readonly [number, number] | null): void {
    this.pointed = { ...this.pointed, at: position };
    this.tellWhere();
  }

  openFeature(featureId: string | null): void {
    this.pointed = { ...this.pointed, open: featureId };
    this.tellWhere();
  }

  private tellWhere(): void {
    this.pointTimer ??= setTimeout(() => {
      this.pointTimer = undefined;
      if (this.view.online && this.view.phase === 'ready') this.options.server.move(this.pointed.at, this.pointed.open);
    }, pointEvery);
  }

  retryNow(): void {
    clearTimeout(this.retry);
    this.pause = shortestPause;
    if (this.view.phase === 'loading') void this.load();
    else void this.pump();
  }

  // Sending

  private async pump(): Promise<void> {
    if (this.sending || this.closed || this.view.phase !== 'ready') return;
    const batch = this.outbox.send();
    if (batch.length === 0) return this.emit();
    this.sending = true;
    // On the disk as sent before it is sent: after a crash it is repeated with the same id, which does nothing twice.
    await this.keep();
    this.emit();
    let again = true;
    try {
      const results = await this.options.server.apply(batch);
      for (const edit of batch) {
        const result = results.find(({ editId }) => editId === edit.editId);
        if (result) this.settle(result, edit);
      }
      this.pause = shortestPause;
      this.change({ saving: { ...this.view.saving, message: null }, online: true });
    } catch (error) {
      again = this.callFailed(asFailed(error), batch);
    } finally {
      this.sending = false;
    }
    await this.keep();
    this.emit();
    if (again) void this.pump();
  }

  /** @returns whether to go on at once */
  private callFailed(failed: CallFailed, batch: readonly EditInput[]): boolean {
    const message = failed.message || null;
    this.change({ saving: { ...this.view.saving, message } });
    if (failed.kind === 'unreachable') {
      this.change({ online: false });
      this.later(() => void this.pump());
      return false;
    }
    if (heldReasons.has(failed.reason) || failed.code === 'UNAUTHENTICATED' || failed.code === 'FORBIDDEN' || failed.code === 'NOT_FOUND') {
      // It waits until the map takes edits again; what is typed stays.
      this.change({ mayEdit: false });
      return false;
    }
    const [only] = batch;
    if (only && batch.length === 1 && failed.code !== 'INTERNAL' && failed.reason !== 'RATE_LIMITED') {
      this.outbox.refuse(only.editId, failed.reason, failed.message);
      this.touched.add(only.featureId);
      return true;
    }
    this.later(() => void this.pump());
    return false;
  }

  private later(task: () => void): void {
    clearTimeout(this.retry);
    if (this.closed) return;
    // Forty phones that lost the same server come back spread out in time.
    this.retry = setTimeout(task, this.pause * (0.5 + Math.random()));
    this.pause = Math.min(longestPause, this.pause * 2);
  }

  private settle(result: WireResult, { editId, featureId, op }: EditInput): void {
    this.touched.add(featureId);
    if (result.warnings[0] && op !== 'REMOVE') this.change({ warning: { featureId, kind: result.warnings[0] } });
    switch (result.status) {
      case 'APPLIED':
      case 'MERGED':
      case 'DUPLICATE':
        if (result.feature && result.seq !== null) this.outbox.acknowledged(editId, toHead(result.feature), result.seq, this.seq);
        else this.outbox.done(editId);
        break;
      case 'CONFLICT':
        this.own.forget(featureId);
        this.outbox.meet(result, this.heads.get(featureId)?.state ?? null, this.editors.get(featureId) ?? null);
        break;
      case 'REJECTED':
        this.outbox.refuse(editId, result.reason ?? '', result.errorMessage ?? '');
    }
  }

  // Keeping and showing

  private keep(): Promise<void> {
    return this.options.drawer.keep(this.outbox.kept);
  }

  private takeUp(kept: Kept): void {
    const featureIds = this.outbox.takeUp(kept);
    if (featureIds.length === 0) return;
    for (const id of featureIds) this.touched.add(id);
    this.put([]);
  }

  private stateOf(id: string): FeatureState | null {
    return overlay(this.heads.get(id)?.state ?? null, this.outbox.over(id));
  }

  private change(changes: Partial<AreaMapView>): void {
    this.view = { ...this.view, ...changes };
    this.emit();
  }

  private emit(): void {
    if (this.drawing || this.closed) return;
    this.drawing = true;
    this.options.schedule(() => {
      this.drawing = false;
      if (this.closed) return;
      this.redraw();
      for (const listener of this.listeners) listener();
    });
  }

  private redraw(): void {
    if (this.touched.size > 0) {
      const next = new Map(this.shared);
      for (const id of this.touched) {
        const feature = this.show(id);
        if (feature) next.set(id, feature);
        else next.delete(id);
      }
      this.touched.clear();
      this.shared = next;
    }
    const { refused, conflicts } = this.outbox.kept;
    this.view = {
      ...this.view,
      seq: this.seq,
      features: this.shared,
      refused,
      conflicts,
      canUndo: this.own.canUndo,
      canRedo: this.own.canRedo,
      saving: { state: this.savingState(), waiting: this.outbox.waiting, message: this.view.saving.message },
    };
  }

  private show(id: string): SharedFeature | null {
    const state = this.stateOf(id);
    if (!state) return null;
    const head = this.heads.get(id);
    return {
      id,
      version: head?.version ?? 0,
      state,
      updatedAt: head?.updatedAt ?? null,
      outsideBoundary: head?.outsideBoundary ?? false,
      pending: this.outbox.isPending(id),
      trouble: this.outbox.isTroubled(id),
    };
  }

  private savingState(): SavingState {
    if (this.outbox.undecided > 0) return 'trouble';
    if (this.outbox.waiting === 0) return 'saved';
    if (!this.view.online) return 'waiting';
    return this.view.mayEdit || this.sending ? 'saving' : 'held';
  }
}

/** The map is there but takes no edits now, or not from this person. */
const heldReasons = new Set(['MAP_FROZEN', 'MEETING_CLOSED', 'MEETING_NOT_OPEN', 'NOT_ALLOWED', 'GUEST_REMOVED']);

const asFailed = (error: unknown): CallFailed => (error instanceof CallFailed ? error : new CallFailed('unreachable', '', '', ''));
