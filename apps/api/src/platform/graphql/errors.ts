/** Saying no: a refusal has a reason from the contract; its words are written when it leaves, in the reader's language. */
import { codeOf, type ParamsOf, type Reason } from '@kvarter/contract';
import { GraphQLError } from 'graphql';

/** Where in the input it lies; never what stood there. */
export interface At {
  /** The argument or input field: `name`, `input.title`. */
  readonly field?: string;
  /** Within that: `coordinates[0][3]`. */
  readonly path?: string;
}

type NoParams = Record<string, never>;
type Rest<R extends Reason> = keyof ParamsOf<R> extends never ? [params?: NoParams, at?: At] : [params: ParamsOf<R>, at?: At];

/** A refusal on purpose. Everything else that is thrown leaves as INTERNAL. */
export class Refusal extends GraphQLError {
  constructor(
    readonly reason: Reason,
    readonly params: Readonly<Record<string, unknown>>,
    at: At = {},
  ) {
    const { field, path } = at;
    super(reason, {
      extensions: {
        code: codeOf(reason),
        reason,
        ...(Object.keys(params).length > 0 ? { params } : {}),
        ...(field === undefined ? {} : { field }),
        ...(path === undefined ? {} : { path }),
      },
    });
    this.name = 'Refusal';
  }
}

/**
 * The error to throw for a reason: `throw refuse('NAME_TOO_LONG', { max: 120 }, { field: 'name' })`.
 * @param params what the reason's text needs: numbers and names of ours, never a user's text
 */
export function refuse<R extends Reason>(reason: R, ...[params, at]: Rest<R>): Refusal {
  return new Refusal(reason, params ?? {}, at);
}
