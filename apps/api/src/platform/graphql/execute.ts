/**
 * Runs operations, and with them the transactions: a query has one that only reads, each root field of
 * a mutation one of its own, and nothing is answered before it is committed.
 */
import { execute, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema, getVariableValues, GraphQLError } from 'graphql';
import type { Db } from '../db/db.js';
import { formatError } from './format-error.js';
import { type OperationContext, withinOperation } from './operation-context.js';
import { type RootField, rootFieldsOf } from './split-mutation.js';
import { variableFault } from './variable-fault.js';

/** What is sent, its errors in their final words. Without `data` the operation never began. */
export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

type Transactions = Pick<Db, 'run'>;

export class Executor {
  constructor(
    readonly schema: GraphQLSchema,
    private readonly db: Transactions,
  ) {}

  /** Runs a query or mutation. Never rejects: what goes wrong is in the answer. */
  async run(context: OperationContext): Promise<Answer> {
    let result: ExecutionResult;
    try {
      result = await (context.operation.operation.operation === 'mutation' ? this.mutate(context) : this.query(context));
    } catch (error) {
      result = { data: null, errors: [asGraphQL(error)] };
    }
    if (context.response?.hit) return { data: null }; // the kept response is sent instead
    return this.answer(context, result);
  }

  /** Runs one event of a subscription through its selection, in a transaction that reads if it needs one. */
  async event(context: OperationContext, event: unknown): Promise<Answer> {
    try {
      return this.answer(
        context,
        await withinOperation(context, () => this.db.run(context.actor, 'read', async () => this.select(context, event), { readOnly: true })),
      );
    } catch (error) {
      return this.answer(context, { data: null, errors: [asGraphQL(error)] });
    }
  }

  /** As `event`, without a transaction: for events that hold all that a selection can ask. */
  async selection(context: OperationContext, root: Record<string, unknown>): Promise<Answer> {
    return this.answer(context, await withinOperation(context, async () => this.select(context, root)));
  }

  /** Writes errors in their final words. */
  answer(context: OperationContext, { data, errors }: ExecutionResult): Answer {
    if (!errors || errors.length === 0) return { data };
    const notBegun = data === undefined && errors.every(({ path }) => path === undefined);
    const faults = notBegun ? [variableFault(this.schema, context.operation.operation, context.variables)] : errors;
    const { locale, correlationId, operation } = context;
    const formatted = faults.map((error) => formatError(error, { locale, correlationId, operation: operation.label }));
    return data === undefined ? { errors: formatted } : { errors: formatted, data };
  }

  private query(context: OperationContext): Promise<ExecutionResult> {
    return withinOperation(context, () => this.db.run(context.actor, 'read', async () => this.select(context), { readOnly: true }));
  }

  private async mutate(context: OperationContext): Promise<ExecutionResult> {
    const { document, operation } = context.operation;
    const { coerced, errors: faults } = getVariableValues(this.schema, operation.variableDefinitions ?? [], context.variables, { maxErrors: 1 });
    if (faults) return { errors: faults };
    const data: Record<string, unknown> = {};
    const errors: GraphQLError[] = [];
    for (const field of rootFieldsOf(document, operation, coerced)) {
      const result = await this.mutateOne(context, field);
      errors.push(...(result.errors ?? []));
      // A field that may not be null takes the whole answer with it, and those after it don't run.
      if (!result.data) return { data: null, errors };
      Object.assign(data, result.data);
    }
    return errors.length > 0 ? { data, errors } : { data };
  }

  /** One root field in its transaction. An error anywhere below it undoes all of it, and then nothing of it is shown. */
  private async mutateOne(context: OperationContext, { key, document }: RootField): Promise<ExecutionResult> {
    try {
      return await withinOperation(context, () =>
        this.db.run(context.actor, 'write', async () => {
          const result = await this.select(context, undefined, document);
          if (result.errors) throw new RolledBack(result);
          return result;
        }),
      );
    } catch (error) {
      if (!(error instanceof RolledBack)) return { data: null, errors: [asGraphQL(error, [key])] };
      const { data, errors } = error.result;
      return data && data[key] === null ? { data, errors } : { data: null, errors };
    }
  }

  private async select(context: OperationContext, rootValue?: unknown, document = context.operation.document): Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document,
      operationName: context.operation.operationName,
      rootValue,
      contextValue: context,
      variableValues: context.variables,
    });
  }
}

/** Carries the result out of a transaction that must not be committed. */
class RolledBack extends Error {
  constructor(readonly result: ExecutionResult) {
    super('rolled back');
  }
}

/** An error from around the execution (BEGIN, COMMIT, a lost connection) as one of its own. */
const asGraphQL = (error: unknown, path: readonly string[] = []): GraphQLError =>
  error instanceof GraphQLError && error.path ? error : new GraphQLError('', { originalError: error instanceof Error ? error : new Error('thrown'), path });
