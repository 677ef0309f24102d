/** Opens a subscription and carries its events to a socket. */
import { createSourceEventStream, type GraphQLFormattedError } from 'graphql';
import type { Db } from '../db/db.js';
import { type DirectSink, DirectStream } from './direct-subscription.js';
import type { Executor } from './execute.js';
import { refuse } from './errors.js';
import { formatError } from './format-error.js';
import { type OperationContext, withinOperation } from './operation-context.js';
import { stringify } from './raw-json.js';
import { selectionKeyOf } from './selection-key.js';
import { rootNodesOf } from './split-mutation.js';

/** Where the messages of one subscription go. */
export interface Wire {
  next(payload: string): void;
  error(errors: readonly GraphQLFormattedError[]): void;
}

/** Runs from the first `next` until the source or the client ends it; yields nothing, for payloads go over the wire. */
export interface Carrier extends AsyncIterableIterator<never> {
  /** Ends it; also before it began. */
  return(): Promise<IteratorResult<never>>;
  /** Resolves when it ended, from whichever side. */
  readonly ended: Promise<void>;
}

/**
 * Asks the field's resolver for its source, inside a transaction.
 * @returns a carrier to run, or undefined where it was refused and the wire has been told
 */
export async function openSubscription(executor: Executor, db: Pick<Db, 'run'>, context: OperationContext, wire: Wire): Promise<Carrier | undefined> {
  const { document, operationName } = context.operation;
  try {
    // @skip may have left nothing to follow, which the library takes for granted.
    if (fieldNameOf(context) === undefined) throw refuse('REQUEST_MALFORMED', {}, { field: 'query' });
    const source = await withinOperation(context, () =>
      db.run(
        context.actor,
        'subscribe',
        () => createSourceEventStream({ schema: executor.schema, document, operationName, contextValue: context, variableValues: context.variables }),
        { readOnly: true },
      ),
    );
    if (!(Symbol.asyncIterator in source)) {
      wire.error(executor.answer(context, source).errors ?? []);
      return undefined;
    }
    return source instanceof DirectStream ? directCarrier(source, executor, context, wire) : pumpCarrier(source, executor, context, wire);
  } catch (error) {
    wire.error([formatted(error, context)]);
    return undefined;
  }
}

function directCarrier(stream: DirectStream, executor: Executor, context: OperationContext, wire: Wire): Carrier {
  const name = fieldNameOf(context) ?? '';
  let open = true;
  let leave: (() => void) | undefined;
  const stop = (): void => {
    if (!open) return;
    open = false;
    leave?.();
  };
  return carrier(stop, (end) => {
    const sink: DirectSink = {
      context,
      selectionKey: selectionKeyOf(context),
      get open() {
        return open;
      },
      executeSelection: async (event) => stringify(await executor.selection(context, { [name]: event })),
      send: (payload) => {
        if (open) wire.next(payload);
      },
      fail: (error) => {
        if (!open) return;
        stop();
        wire.error([formatted(error, context)]);
        end();
      },
      complete: () => {
        stop();
        end();
      },
    };
    try {
      const left = stream.join(sink);
      if (open) leave = left;
      else left();
    } catch (error) {
      sink.fail(error);
    }
  });
}

function pumpCarrier(source: AsyncIterable<unknown>, executor: Executor, context: OperationContext, wire: Wire): Carrier {
  const events = source[Symbol.asyncIterator]();
  let open = true;
  const stop = (): void => {
    if (!open) return;
    open = false;
    // A source that fails while it ends has nobody left to tell.
    Promise.resolve(events.return?.()).catch(() => undefined);
  };
  const pump = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await events.next();
      if (done || !open) return;
      const answer = await executor.event(context, value);
      if (open) wire.next(stringify(answer));
    }
  };
  return carrier(stop, (end) => {
    pump()
      .catch((error: unknown) => {
        if (open) wire.error([formatted(error, context)]);
      })
      .finally(end);
  });
}

/**
 * @param stop lets the source go
 * @param start called once, at the first `next`, with what to call when the source ends it
 */
function carrier(stop: () => void, start: (end: () => void) => void): Carrier {
  let end!: () => void;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let started = false;
  const done: IteratorResult<never> = { done: true, value: undefined };
  return {
    ended,
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (!started) start(end);
      started = true;
      await ended;
      return done;
    },
    async return() {
      stop();
      end();
      return done;
    },
  };
}

/** The name of the subscription field, whatever it is called in the answer; undefined where it is skipped. */
function fieldNameOf({ operation: { document, operation }, variables }: OperationContext): string | undefined {
  const [[field] = []] = rootNodesOf(document, operation, variables).values();
  return field?.name.value;
}

const formatted = (error: unknown, { locale, correlationId, operation }: OperationContext): GraphQLFormattedError =>
  formatError(error, { locale, correlationId, operation: operation.label });
