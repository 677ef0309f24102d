import { type EditInput, type FeatureState, overlay } from '@kvarter/geo';
import type { SharedFeature } from './areaMap.types';
import { type Head, toHead } from './edits';
import type { WireEdit, WireFeature } from './MapServer';
import type { Outbox } from './Outbox';

/** The marks as this window sees them: the server's log applied in order, one's own edits laid over it until they are acknowledged. */
export class SharedMap {
  private readonly heads = new Map<string, Head>();
  private readonly editors = new Map<string, string>();
  private readonly touched = new Set<string>();
  private drawn: ReadonlyMap<string, SharedFeature> = new Map();
  /** How far the server's log has come here. */
  seq = 0;

  constructor(private readonly outbox: Outbox) {}

  /** As the server has it now, whatever was here. */
  begin(seq: number, features: readonly WireFeature[]): void {
    this.heads.clear();
    for (const feature of features) this.heads.set(feature.id, toHead(feature));
    this.seq = seq;
    for (const id of [...this.drawn.keys(), ...this.heads.keys()]) this.touched.add(id);
  }

  /** The next of the log. */
  follow({ seq, feature, actorName }: WireEdit): void {
    this.seq = seq;
    this.heads.set(feature.id, toHead(feature));
    this.editors.set(feature.id, actorName);
    this.touched.add(feature.id);
  }

  head(id: string): Head | null {
    return this.heads.get(id) ?? null;
  }

  /** Who changed it last, where that was heard. */
  editor(id: string): string | null {
    return this.editors.get(id) ?? null;
  }

  /** What an edit of it is made from. */
  baseOf(featureId: string): Pick<EditInput, 'featureId' | 'baseVersion'> {
    return { featureId, baseVersion: this.heads.get(featureId)?.version ?? 0 };
  }

  /** With one's own edits laid over. */
  stateOf(id: string): FeatureState | null {
    return overlay(this.heads.get(id)?.state ?? null, this.outbox.over(id));
  }

  /** Something of it may look different. */
  touch(id: string): void {
    this.touched.add(id);
  }

  /** The marks, those that look the same with the same identity. */
  draw(): ReadonlyMap<string, SharedFeature> {
    if (this.touched.size > 0) {
      const next = new Map(this.drawn);
      for (const id of this.touched) {
        const feature = this.show(id);
        if (feature) next.set(id, feature);
        else next.delete(id);
      }
      this.touched.clear();
      this.drawn = next;
    }
    return this.drawn;
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
}
