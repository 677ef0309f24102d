/**
 * Whole responses of unchanged data, kept as gzip bytes: an unchanged map asked for again costs one
 * look at its seq. What may be reused is decided inside the transaction that would have read it.
 */
import { Kind } from 'graphql';
import { currentOperation, type OperationContext } from './operation-context.js';
import type { PreparedOperation } from './prepared-operation.js';

/** What one response became: filled by `reuse`, read by the HTTP transport. */
export interface ResponseSlot {
  key?: string;
  /** Set on a hit; what was executed is then thrown away. */
  hit?: Buffer;
}

const mebibyte = 1024 * 1024;
const longestKey = 8_192;

/** Whether the answer is one field's alone: a query of one root field, always asked for. */
export function isReusable({ operation: { operation, selectionSet, directives } }: PreparedOperation): boolean {
  const [field, ...others] = selectionSet.selections;
  return operation === 'query' && field?.kind === Kind.FIELD && others.length === 0 && !field.directives?.length && !directives?.length;
}

export class ResponseCache {
  private readonly entries = new Map<string, Buffer>();
  private bytes = 0;

  /** @param limit bytes of all kept responses and their keys together; the least recently used go first */
  constructor(private readonly limit: number = 64 * mebibyte) {}

  /**
   * For the resolver of a root query field, as the last thing it does. `version` names everything the
   * field's data depends on besides tenant, permissions, document and variables, and has to be read
   * (and the right to it checked) in this very transaction: area id and seq, for instance.
   * On a hit `read` isn't called and the field's value is of no consequence. Where a response can't be
   * kept (socket, several root fields, a client without gzip) it simply calls `read`.
   */
  async reuse<T>(version: readonly (string | number)[], read: () => Promise<T>): Promise<T> {
    const context = currentOperation();
    const slot = context?.response;
    if (!context || !slot || slot.key !== undefined) return read();
    const key = keyOf(context, version);
    if (key === undefined) return read();
    slot.key = key;
    const kept = this.entries.get(key);
    if (!kept) return read();
    this.entries.delete(key);
    this.entries.set(key, kept);
    slot.hit = kept;
    return undefined as T; // never sent: the transport answers with the kept bytes
  }

  /** Keeps the gzip bytes of a response without errors. */
  keep(key: string, gzip: Buffer): void {
    const size = gzip.length + key.length;
    if (size > this.limit / 4) return;
    this.drop(key);
    this.entries.set(key, gzip);
    this.bytes += size;
    for (const oldest of this.entries.keys()) {
      if (this.bytes <= this.limit) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const kept = this.entries.get(key);
    if (!kept) return;
    this.entries.delete(key);
    this.bytes -= kept.length + key.length;
  }
}

function keyOf({ actor, operation, variables }: OperationContext, version: readonly (string | number)[]): string | undefined {
  const permissions = actor ? [...actor.permissions].sort() : [];
  const key = JSON.stringify([actor?.tenant?.id ?? null, permissions, version, operation.hash, operation.operationName ?? null, variables]);
  return key.length > longestKey ? undefined : key;
}
