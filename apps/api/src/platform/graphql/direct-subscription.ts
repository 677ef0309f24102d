/**
 * The short way from an event to many sockets: the source executes a selection once and hands the same
 * text to every socket that asked for it, instead of one execution and one serialisation for each.
 *
 *     @Subscription(() => MapEdit)
 *     mapEdits(...) { return new DirectStream((sink) => this.feed.join(areaId, afterSeq, sink)); }
 */
import type { OperationContext } from './operation-context.js';

/** One subscription of one socket, as its source sees it. */
export interface DirectSink {
  readonly context: OperationContext;
  /** Equal for subscriptions whose executed payloads are equal: the selection with its fragments and the variables used in it; not the field's own arguments. The source adds what else matters, such as the permission class. */
  readonly selectionKey: string;
  /** False once it ended from either side. */
  readonly open: boolean;
  /**
   * Executes the selection on `event` (the value of the subscription field) as this sink's actor.
   * @returns the payload `{"data":...}` or `{"errors":[...]}` as JSON text, for `send` of every sink with the same key
   */
  executeSelection(event: unknown): Promise<string>;
  /** Writes one payload. Does nothing when the subscription has ended. A socket that reads too slowly is closed, told to come back and resume. */
  send(payloadText: string): void;
  /** Ends it with an error. */
  fail(error: unknown): void;
  /** Ends it. */
  complete(): void;
}

/** Takes a subscriber in. Returns how to let it go, called once however the subscription ends. */
export type Join = (sink: DirectSink) => () => void;

/**
 * What a subscription's resolver returns to write to the socket itself. `join` is called outside any
 * transaction, when the subscription certainly is open; what it throws ends the subscription.
 */
export class DirectStream implements AsyncIterable<never> {
  constructor(readonly join: Join) {}

  /** GraphQL insists on an async iterable; the socket transport never iterates it. */
  [Symbol.asyncIterator](): AsyncIterator<never> {
    throw new Error('a DirectStream is joined, not iterated');
  }
}
