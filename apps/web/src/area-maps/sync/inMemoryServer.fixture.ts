/** One area's map by the shared rules, for as many windows as a test opens; calls can be lost on either way. */
import { checkEdit, decide, type EditInput, type FeatureState, type FeatureVersion } from '@kvarter/geo';
import { CallFailed, type MapServer, type WireEdit, type WireFeature, type WireResult } from './MapServer';

export class InMemoryServer {
  readonly log: WireEdit[] = [];
  private readonly versions = new Map<string, FeatureVersion[]>();
  private readonly followers = new Set<() => void>();
  private isFrozen = false;

  get frozen(): boolean {
    return this.isFrozen;
  }

  set frozen(frozen: boolean) {
    this.isFrozen = frozen;
    for (const tell of this.followers) tell();
  }

  get seq(): number {
    return this.log.length;
  }

  head(id: string): FeatureVersion | null {
    return this.versions.get(id)?.at(-1) ?? null;
  }

  features(): WireFeature[] {
    return [...this.versions.keys()].map((id) => wire(id, this.head(id) as FeatureVersion));
  }

  apply(actor: string, edits: readonly EditInput[]): WireResult[] {
    if (this.frozen) throw new CallFailed('refused', 'FORBIDDEN', 'MAP_FROZEN', 'frosset');
    const results = edits.map((edit) => this.one(actor, edit));
    for (const tell of this.followers) tell();
    return results;
  }

  private one(actor: string, given: EditInput): WireResult {
    const known = this.log.find(({ editId }) => editId === given.editId);
    if (known) return result(given, 'DUPLICATE', { seq: known.seq, feature: known.feature });
    const { edit, faults } = checkEdit(given);
    if (faults[0]) return result(edit, 'REJECTED', { reason: faults[0].reason });
    const history = this.versions.get(edit.featureId) ?? [];
    const head = history.at(-1) ?? null;
    const decision = decide(edit, { head, base: history[edit.baseVersion - 1]?.state ?? null });
    if (decision.status === 'REJECTED') return result(edit, 'REJECTED', { reason: decision.fault.reason });
    if (decision.status === 'CONFLICT') {
      const feature = head && wire(edit.featureId, head);
      return result(edit, 'CONFLICT', { reason: decision.fault.reason, conflictFields: [...decision.conflictFields], feature });
    }
    const version = { version: (head?.version ?? 0) + 1, state: decision.after };
    this.versions.set(edit.featureId, [...history, version]);
    const feature = wire(edit.featureId, version);
    this.log.push({ seq: this.seq + 1, editId: edit.editId, op: edit.op, at: '2026-11-21T09:00:00.000Z', actorId: actor, actorName: actor, feature });
    return result(edit, decision.status, { seq: this.seq, feature });
  }

  /** The server as one window reaches it. */
  connect(actor: string): Link {
    return new Link(this, actor, this.followers);
  }
}

/** A connection that can be cut, and lose a call on its way there or back. */
export class Link implements MapServer {
  private readonly streams = new Set<{ afterSeq: () => number; heard: (edit: WireEdit) => void; ended: Ended }>();
  private readonly states = new Set<{ tell: () => void; ended: Ended }>();
  private readonly listeners = new Set<(connected: boolean) => void>();
  connected = true;
  /** What happens to the next call. */
  loses: 'nothing' | 'request' | 'answer' = 'nothing';
  /** What every call is answered with. */
  refuses: CallFailed | null = null;
  /** Refuses calls of more edits than these, or with one that is wrong in itself. */
  looksAt: (edits: readonly EditInput[]) => CallFailed | null = () => null;
  /** Edits of each call that came to the server. */
  readonly calls: number[] = [];
  readonly moves: unknown[] = [];
  private readonly tell = () => this.deliver();

  constructor(
    private readonly server: InMemoryServer,
    private readonly actor: string,
    followers: Set<() => void>,
  ) {
    followers.add(this.tell);
  }

  async load() {
    await Promise.resolve();
    if (!this.connected) throw unreachable();
    if (this.refuses) throw this.refuses;
    return { seq: this.server.seq, features: this.server.features() };
  }

  async apply(edits: readonly EditInput[]) {
    await Promise.resolve();
    const { loses } = this;
    this.loses = 'nothing';
    if (!this.connected || loses === 'request') throw unreachable();
    this.calls.push(edits.length);
    const refusal = this.refuses ?? this.looksAt(edits);
    if (refusal) throw refusal;
    const results = this.server.apply(this.actor, structuredClone(edits));
    if (loses === 'answer') throw unreachable();
    await Promise.resolve();
    return results;
  }

  edits(afterSeq: () => number, heard: (edit: WireEdit) => void, ended: Ended) {
    const stream = { afterSeq, heard, ended };
    this.streams.add(stream);
    this.deliver();
    return () => this.streams.delete(stream);
  }

  areaState(heard: Parameters<MapServer['areaState']>[0], ended: Ended) {
    const tell = () => heard({ mapSeq: this.server.seq, mayEdit: !this.server.frozen, openMeeting: null });
    const state = { tell, ended };
    this.states.add(state);
    if (this.connected) tell();
    return () => this.states.delete(state);
  }

  presence() {
    return () => undefined;
  }

  move(...told: unknown[]) {
    this.moves.push(told);
  }

  /** The server ends what this window follows, for good. */
  drop(failure: CallFailed): void {
    const all = [...this.streams, ...this.states];
    this.streams.clear();
    this.states.clear();
    for (const { ended } of all) ended(failure);
  }

  /** The server sends `edit` out of turn. */
  push(edit: WireEdit): void {
    for (const { heard } of this.streams) heard(edit);
  }

  connection(changed: (connected: boolean) => void) {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  cut(): void {
    this.connected = false;
    for (const changed of this.listeners) changed(false);
  }

  mend(): void {
    this.connected = true;
    for (const changed of this.listeners) changed(true);
    this.deliver();
  }

  /** What a stream has not heard yet, and once more something it has. */
  private deliver(): void {
    if (!this.connected) return;
    for (const { tell } of this.states) tell();
    for (const { afterSeq, heard } of this.streams) {
      for (const edit of this.server.log.slice(Math.max(0, afterSeq() - 1))) heard(structuredClone(edit));
    }
  }
}

type Ended = (failure: CallFailed) => void;

const unreachable = () => new CallFailed('unreachable', '', '', '');

const result = ({ editId }: EditInput, status: WireResult['status'], more: Partial<WireResult>): WireResult => ({
  editId,
  status,
  seq: null,
  errorCode: null,
  errorMessage: status === 'REJECTED' || status === 'CONFLICT' ? 'nej' : null,
  reason: null,
  conflictFields: null,
  warnings: [],
  feature: null,
  ...more,
});

function wire(id: string, { version, state }: { version: number; state: FeatureState }): WireFeature {
  const { details, voices, geometry, ...plain } = state;
  const none = { activity: null, audience: null, consent: null, contribution: null, couldHelp: null, group: null, openingHours: null, times: null };
  return {
    id,
    version,
    ...plain,
    geometry,
    details: { ...none, ...details } as WireFeature['details'],
    voices: [...voices],
    updatedAt: '2026-11-21T09:00:00.000Z',
    outsideBoundary: false,
  };
}
