import type { EditInput, FeatureState, FieldKey } from '@kvarter/geo';
import type { MapEditWarning, MeetingInBriefFragment, MapPresenceSubscription } from '../../generated/graphql';

export type Meeting = MeetingInBriefFragment;
export type Presence = MapPresenceSubscription['mapPresence'][number];

/** A mark as this person sees it: what the server has told, with one's own edits laid over. Unchanged marks keep their identity. */
export interface SharedFeature {
  readonly id: string;
  /** Of the server's own newest; 0 where it has none yet. */
  readonly version: number;
  readonly state: FeatureState;
  readonly updatedAt: string | null;
  readonly outsideBoundary: boolean;
  /** An edit of it is on its way. */
  readonly pending: boolean;
  /** An edit of it was refused or meets another's: a person has to decide. */
  readonly trouble: boolean;
}

/** `saved`: all is acknowledged. `waiting`: no connection. `held`: the map takes no edits now. `trouble`: something needs a decision. */
export type SavingState = 'saved' | 'saving' | 'waiting' | 'held' | 'trouble';

/** An edit the server said no to; what was typed is kept until its person mends or drops it. */
export interface RefusedEdit {
  readonly edit: EditInput;
  readonly reason: string;
  /** In the user's language. */
  readonly message: string;
}

/** Two people meant different things with the same field, or one removed what the other changed. */
export interface MapConflict {
  readonly edit: EditInput;
  readonly reason: string;
  readonly message: string;
  readonly fields: readonly FieldKey[];
  readonly mine: FeatureState;
  readonly theirs: FeatureState;
  /** Who changed it last, where known. */
  readonly by: string | null;
}

/** The newest change by somebody else, to be told and faded in. */
export interface OthersChange {
  readonly seq: number;
  readonly op: string;
  readonly featureId: string;
  readonly name: string;
  readonly actorName: string;
}

export interface AreaMapView {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Why it failed, in the user's language; empty where the server can't be reached. */
  readonly failure: string | null;
  readonly seq: number;
  readonly features: ReadonlyMap<string, SharedFeature>;
  readonly mayEdit: boolean;
  readonly openMeeting: Meeting | null;
  readonly online: boolean;
  readonly saving: {
    readonly state: SavingState;
    readonly waiting: number;
    readonly message: string | null;
    /** What is unsent outlives this page; false where this browser can't or won't keep it. */
    readonly kept: boolean;
  };
  readonly refused: readonly RefusedEdit[];
  readonly conflicts: readonly MapConflict[];
  readonly people: readonly Presence[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly othersChange: OthersChange | null;
  /** Of the last own edit: the server asks to look again at it. */
  readonly warning: { readonly featureId: string; readonly kind: MapEditWarning } | null;
}

/** The fields of a mark that a person sets; what is left out stays. */
export type Changes = Omit<EditInput, 'editId' | 'featureId' | 'baseVersion' | 'op'>;

export interface AreaMapActions {
  /** @returns the id of the new mark */
  create(changes: Changes): string;
  update(featureId: string, changes: Changes): void;
  remove(featureId: string): void;
  restore(featureId: string): void;
  /** Takes one's own last edit back. @returns the mark, or null where somebody else has changed it since */
  undo(): string | null;
  redo(): string | null;
  /** The fields to keep as one meant them; the others stay as they are now. */
  resolve(editId: string, mine: readonly FieldKey[]): void;
  discard(editId: string): void;
  pointAt(position: readonly [number, number] | null): void;
  openFeature(featureId: string | null): void;
  retryNow(): void;
}
