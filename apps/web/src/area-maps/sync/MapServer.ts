import type { EditInput } from '@kvarter/geo';
import type {
  ApplyMapEditsMutation,
  AreaStateSubscription,
  MapEditsSubscription,
  MapFeaturePartsFragment,
  MapPresenceSubscription,
} from '../../generated/graphql';

export type WireFeature = MapFeaturePartsFragment;
export type WireEdit = MapEditsSubscription['mapEdits'];
export type WireResult = ApplyMapEditsMutation['applyMapEdits'][number];
export type WireAreaState = AreaStateSubscription['areaState'];
export type WirePresence = MapPresenceSubscription['mapPresence'];

/** Why a call came to nothing. `unreachable` may have been carried out all the same. */
export class CallFailed extends Error {
  constructor(
    readonly kind: 'unreachable' | 'refused',
    readonly code: string,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

/** What the shared map asks of the server. */
export interface MapServer {
  /** The newest map. @throws CallFailed */
  load(): Promise<{ seq: number; features: readonly WireFeature[] }>;
  /** @throws CallFailed */
  apply(edits: readonly EditInput[]): Promise<readonly WireResult[]>;
  /**
   * Every edit after the seq that `afterSeq` names at the moment of (re)connecting. Like the other two it comes
   * back by itself when the connection does; `ended` means that it won't.
   * @returns how to end it
   */
  edits(afterSeq: () => number, heard: (edit: WireEdit) => void, ended: (failure: CallFailed) => void): () => void;
  areaState(heard: (state: WireAreaState) => void, ended: (failure: CallFailed) => void): () => void;
  presence(heard: (people: WirePresence) => void, ended: (failure: CallFailed) => void): () => void;
  move(cursor: readonly [number, number] | null, editing: string | null): void;
  /** Calls with whether the socket is connected, at once and at every change. */
  connection(changed: (connected: boolean) => void): () => void;
}
