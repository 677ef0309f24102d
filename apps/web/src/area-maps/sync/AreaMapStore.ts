import { checkEdit, type EditInput, editsTowards, type FieldKey, overlay } from '@kvarter/geo';
import type { AreaMapActions, AreaMapView, Changes, OthersChange, RefusedEdit, SavingState } from './areaMap.types';
import type { Drawer, Kept } from './Drawer';
import { Connection, isDenied } from './Connection';
import { Courier } from './Courier';
import { toHead, toState } from './edits';
import type { CallFailed, MapServer, WireAreaState, WireEdit, WireFeature, WireResult } from './MapServer';
import { Outbox } from './Outbox';
import { type Change, OwnChanges } from './OwnChanges';
import { SharedMap } from './SharedMap';
import { Whereabouts } from './Whereabouts';

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
 * The shared map in this window: what the server tells is shown, one's own edits are sent, and everything unsent is
 * kept on the device. Made for one area and one person.
 */
export class AreaMapStore implements AreaMapActions {
  private readonly outbox = new Outbox();
  private readonly map = new SharedMap(this.outbox);
  private readonly own = new OwnChanges();
  private readonly courier: Courier;
  private readonly connection: Connection;
  private readonly whereabouts: Whereabouts;
  private readonly listeners = new Set<() => void>();
  private view: AreaMapView;
  /** The server's last word on whether this person may edit; a refused call can know it sooner. */
  private mayEdit: boolean;
  private opened = false;
  private closed = false;
  private drawing = false;

  constructor(private readonly options: StoreOptions) {
    this.view = {
      phase: 'loading',
      failure: null,
      seq: 0,
      features: this.map.draw(),
      ...options.known,
      online: true,
      saving: { state: 'saved', waiting: 0, message: null, kept: true },
      refused: [],
      conflicts: [],
      people: [],
      canUndo: false,
      canRedo: false,
      othersChange: null,
      warning: null,
    };
    this.mayEdit = options.known.mayEdit;
    this.connection = new Connection(options.server, {
      seq: () => this.map.seq,
      loaded: (map) => this.begin(map),
      edit: (edit) => this.hear(edit),
      state: (state) => this.allow(state),
      people: (people) => this.change({ people: people.filter(({ personId }) => personId !== options.me) }),
      online: (online) => {
        this.change({ online });
        if (online) this.whereabouts.sayAgain();
      },
      ready: () => void this.send(),
      denied: (failure) => this.change({ phase: 'failed', failure }),
    });
    this.whereabouts = new Whereabouts((at, open) => {
      if (this.view.online && this.connection.isFollowing) options.server.move(at, open);
    });
    this.courier = new Courier(this.outbox, {
      apply: (edits) => options.server.apply(edits),
      keep: () => this.keep(),
      settled: (result, edit) => this.settle(result, edit),
      arrived: () => this.arrived(),
      failed: (failure) => this.callFailed(failure),
      refused: (edit, failure) => this.refuse(edit, failure.reason, failure.message),
      show: () => this.emit(),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): AreaMapView => this.view;

  /** Loads the map, takes up what waited on this device, and follows the log. */
  async open(): Promise<void> {
    if (this.opened) return;
    this.opened = true;
    await Promise.all([this.options.drawer.open((kept) => this.takeUp(kept)), this.connection.open()]);
  }

  /** Leaves the map. What can be sent is sent still; the rest stays on the device for the next window. */
  close(): void {
    this.closed = true;
    this.connection.close();
    this.whereabouts.stop();
    this.listeners.clear();
    void this.send().then(() => this.options.drawer.close());
  }

  private begin({ seq, features }: { seq: number; features: readonly WireFeature[] }): void {
    this.map.begin(seq, features);
    this.outbox.reached(seq);
    this.change({ phase: 'ready', failure: null, online: true });
    this.whereabouts.sayAgain();
  }

  private allow({ mayEdit, openMeeting }: WireAreaState): void {
    const thawed = mayEdit && !this.view.mayEdit;
    this.mayEdit = mayEdit;
    this.change({ mayEdit, openMeeting });
    if (thawed) this.retryNow();
  }

  private hear(heard: WireEdit): void {
    if (this.closed || heard.seq <= this.map.seq) return;
    // The server sends the log without gaps; one would mean that something was lost on the way.
    if (heard.seq > this.map.seq + 1) return this.connection.join();
    const { feature, editId, actorId, actorName, op } = heard;
    this.map.follow(heard);
    // The log can be faster than the answer to the call, or come in its stead.
    if (this.outbox.acknowledged(editId, toHead(feature), heard.seq, heard.seq)) void this.keep();
    this.outbox.reached(heard.seq);
    this.outbox.changed(feature.id, toState(feature), actorName);
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
    this.do([{ ...changes, editId: this.options.newId(), ...this.map.baseOf(featureId), op: 'UPDATE' }]);
  }

  remove(featureId: string): void {
    // A mark that the server never took goes without it.
    const refused = this.outbox.refusedOf(featureId);
    if (refused) this.discard(refused.edit.editId);
    if (this.map.stateOf(featureId)) this.doOp(featureId, 'REMOVE');
  }

  restore(featureId: string): void {
    this.doOp(featureId, 'RESTORE');
  }

  private doOp(featureId: string, op: 'REMOVE' | 'RESTORE'): void {
    this.do([{ editId: this.options.newId(), ...this.map.baseOf(featureId), op }]);
  }

  undo(): string | null {
    const refused = this.outbox.refusedOf(this.own.last ?? '');
    if (refused) {
      this.discard(refused.edit.editId);
      return refused.edit.featureId;
    }
    return this.step(this.own.undone((id) => this.map.stateOf(id)));
  }

  redo(): string | null {
    return this.step(this.own.redone((id) => this.map.stateOf(id)));
  }

  private step(change: Change | null): string | null {
    if (!change) {
      this.emit();
      return null;
    }
    const { featureId, from, to } = change;
    this.put(editsTowards(from, to, this.map.baseOf(featureId), this.options.newId));
    return featureId;
  }

  /** Edits made by hand: they can be undone. */
  private do(made: readonly EditInput[]): void {
    // As the server will keep it, so that what is seen now is what comes back.
    const edits = made.map((edit) => checkEdit(edit).edit);
    for (const edit of edits) {
      const before = this.map.stateOf(edit.featureId);
      const after = overlay(before, [edit]);
      if (after) this.own.made({ featureId: edit.featureId, before, after });
    }
    this.put(edits);
  }

  private put(edits: readonly EditInput[]): void {
    for (const edit of edits) {
      this.outbox.add(edit, this.map.stateOf(edit.featureId));
      this.map.touch(edit.featureId);
    }
    void this.keep();
    this.change({ warning: null });
    void this.send();
  }

  private async send(): Promise<void> {
    if (this.connection.isLoaded) await this.courier.carry();
  }

  resolve(editId: string, mine: readonly FieldKey[]): void {
    const featureId = this.view.conflicts.find(({ edit }) => edit.editId === editId)?.edit.featureId;
    if (featureId === undefined) return;
    this.map.touch(featureId);
    const now = this.map.stateOf(featureId);
    const wanted = this.outbox.resolve(editId, mine, now);
    this.put(now && wanted ? editsTowards(now, wanted, this.map.baseOf(featureId), this.options.newId) : []);
  }

  discard(editId: string): void {
    const featureId = this.outbox.discard(editId, (id) => this.map.head(id) !== null);
    if (featureId === null) return;
    this.map.touch(featureId);
    this.own.forget(featureId);
    this.put([]);
  }

  private mend(refused: RefusedEdit, changes: Changes): void {
    const { edit } = refused;
    const { featureId } = edit;
    const details = edit.details || changes.details ? { details: { ...edit.details, ...changes.details } } : {};
    const mended = checkEdit({ ...edit, ...changes, ...details, editId: this.options.newId() }).edit;
    const before = this.map.head(featureId)?.state ?? null;
    this.outbox.mend(refused, mended, before);
    this.own.forget(featureId);
    const after = overlay(before, [mended]);
    if (after) this.own.made({ featureId, before, after });
    this.map.touch(featureId);
    this.put([]);
  }

  pointAt(position: readonly [number, number] | null): void {
    this.whereabouts.pointAt(position);
  }

  openFeature(featureId: string | null): void {
    this.whereabouts.openFeature(featureId);
  }

  retryNow(): void {
    this.connection.now();
  }

  // The server's word

  private arrived(): void {
    this.connection.worked();
    this.change({ saving: { ...this.view.saving, message: null }, online: true, mayEdit: this.mayEdit });
  }

  private callFailed({ kind, code, message }: CallFailed): void {
    this.change({ saving: { ...this.view.saving, message: message || null } });
    if (code === 'UNAUTHENTICATED') return; // goes on when signed in again
    if (kind === 'unreachable') this.change({ online: false });
    // The map takes no edits now; it tells when it does, but that word and this one may have crossed.
    if (isDenied(code)) this.change({ mayEdit: false });
    this.connection.later();
  }

  private settle(result: WireResult, { editId, featureId, op }: EditInput): void {
    this.map.touch(featureId);
    if (result.warnings[0] && op !== 'REMOVE') this.change({ warning: { featureId, kind: result.warnings[0] } });
    switch (result.status) {
      case 'APPLIED':
      case 'MERGED':
      case 'DUPLICATE':
        if (result.feature && result.seq !== null) this.outbox.acknowledged(editId, toHead(result.feature), result.seq, this.map.seq);
        else this.outbox.done(editId);
        break;
      case 'CONFLICT':
        this.own.forget(featureId);
        this.outbox.meet(result, this.map.head(featureId), this.map.editor(featureId));
        break;
      case 'REJECTED':
        this.outbox.refuse(editId, result.reason ?? '', result.errorMessage ?? '');
    }
  }

  private refuse({ editId, featureId }: EditInput, reason: string, message: string): void {
    this.map.touch(featureId);
    this.outbox.refuse(editId, reason, message);
  }

  // Keeping and showing

  private async keep(): Promise<void> {
    const isKept = await this.options.drawer.keep(this.outbox.kept);
    if (isKept !== this.view.saving.kept) this.change({ saving: { ...this.view.saving, kept: isKept } });
  }

  private takeUp(kept: Kept): void {
    const featureIds = this.outbox.takeUp(kept);
    if (featureIds.length === 0) return;
    for (const id of featureIds) this.map.touch(id);
    this.put([]);
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
    const { refused, conflicts } = this.outbox.kept;
    this.view = {
      ...this.view,
      seq: this.map.seq,
      features: this.map.draw(),
      refused,
      conflicts,
      canUndo: this.own.canUndo,
      canRedo: this.own.canRedo,
      saving: { ...this.view.saving, state: this.savingState(), waiting: this.outbox.waiting },
    };
  }

  private savingState(): SavingState {
    if (this.outbox.undecided > 0) return 'trouble';
    if (this.outbox.waiting === 0) return 'saved';
    if (!this.view.online) return 'waiting';
    return this.view.mayEdit ? 'saving' : 'held';
  }
}
