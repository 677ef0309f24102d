import type { EditInput } from '@kvarter/geo';
import { asFailed } from './Connection';
import type { CallFailed, WireResult } from './MapServer';
import type { Outbox } from './Outbox';

/** Edits in one call at most; the server takes more, but people wait for the answer. */
const mostInCall = 100;

/** What the courier needs of the map it carries for. */
export interface Errand {
  /** @throws CallFailed */
  readonly apply: (edits: readonly EditInput[]) => Promise<readonly WireResult[]>;
  /** Puts the outbox on the disk as it is now. */
  readonly keep: () => Promise<unknown>;
  /** The server's word about one edit. */
  readonly settled: (result: WireResult, edit: EditInput) => void;
  /** A call came through. */
  readonly arrived: () => void;
  /** A call came to nothing; what it carried still waits. */
  readonly failed: (failure: CallFailed) => void;
  /** A single edit the server would not even look at. */
  readonly refused: (edit: EditInput, failure: CallFailed) => void;
  /** Something has changed that may be shown. */
  readonly show: () => void;
}

/** Carries what waits to the server, in order and one call at a time. */
export class Courier {
  private most = mostInCall;
  private wanted = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly errand: Errand,
  ) {}

  /** Sends until nothing is left or a call comes to nothing; then it is done. */
  carry(): Promise<void> {
    this.wanted = true;
    this.running ??= this.run();
    return this.running;
  }

  private async run(): Promise<void> {
    let goesOn = true;
    while (goesOn || this.wanted) {
      this.wanted = false;
      goesOn = await this.call();
    }
    this.running = undefined;
    this.errand.show();
  }

  /** @returns whether to go on at once */
  private async call(): Promise<boolean> {
    const { errand, outbox } = this;
    const batch = outbox.send(this.most);
    if (batch.length === 0) return false;
    // On the disk as sent before it is sent: after a crash it is repeated with the same id, which does nothing twice.
    await errand.keep();
    errand.show();
    const goesOn = await this.hand(batch);
    await errand.keep();
    errand.show();
    return goesOn;
  }

  private async hand(batch: readonly EditInput[]): Promise<boolean> {
    try {
      const results = await this.errand.apply(batch);
      for (const edit of batch) {
        const result = results.find(({ editId }) => editId === edit.editId);
        if (result) this.errand.settled(result, edit);
      }
      this.most = Math.min(mostInCall, this.most * 2);
      this.errand.arrived();
      return results.length > 0;
    } catch (error) {
      const failure = asFailed(error);
      const [only] = batch;
      const lone = only && batch.length === 1;
      // Too much at once, or one edit among them that spoils the call: fewer at a time find out.
      this.most = Math.max(1, Math.ceil(batch.length / 2));
      if (!concernsEdits(failure)) this.errand.failed(failure);
      else if (lone) this.errand.refused(only, failure);
      return concernsEdits(failure);
    }
  }
}

/** Whether the call failed for what was in it, and not for who called, when, or how the server is. */
const concernsEdits = ({ kind, code, reason }: CallFailed): boolean => kind === 'refused' && !callerCodes.has(code) && !callReasons.has(reason);

const callerCodes = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INTERNAL']);
const callReasons = new Set(['RATE_LIMITED', 'REQUEST_MALFORMED', 'TENANT_MISSING']);
