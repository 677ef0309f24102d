/** From a document's text to an operation that may run: looked up, parsed, measured, validated, and remembered. */
import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { refuse } from './errors.js';
import { limits } from './limits/limits.js';
import { measure } from './limits/measure.js';
import type { PersistedDocuments } from './persisted-documents.js';
import type { PreparedOperation } from './prepared-operation.js';
import type { RequestParams } from './request-params.js';

interface Parsed {
  readonly document: DocumentNode;
  readonly hash: string;
  readonly operations: Map<string, PreparedOperation>;
}

const remembered = 500;
const longestRemembered = 32 * 1024;

export class Documents {
  private readonly parsed = new Map<string, Parsed>();
  private readonly rules;

  /** @param open takes any document and introspection; otherwise registered documents only */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly persisted: PersistedDocuments,
    private readonly open: boolean,
  ) {
    this.rules = open ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  }

  /**
   * The operation that is asked for.
   * @throws Refusal: not registered, over a limit, or not a valid document of this schema; what is wrong is said in general only
   */
  prepare({ query, documentId, operationName }: RequestParams): PreparedOperation {
    const parsed = this.parse(this.textOf(query, documentId));
    const known = parsed.operations.get(operationName ?? '');
    if (known) return known;
    const operation = getOperationAST(parsed.document, operationName);
    if (!operation) throw refuse('REQUEST_MALFORMED', {}, { field: 'operationName' });
    this.checkLimits(parsed.document, operation);
    if (parsed.operations.size === 0) this.checkValid(parsed.document);
    const prepared: PreparedOperation = {
      document: parsed.document,
      operation,
      operationName: operation.name?.value,
      hash: parsed.hash,
      label: (this.persisted.has(parsed.hash) ? operation.name?.value : undefined) ?? 'other',
    };
    parsed.operations.set(operationName ?? '', prepared);
    return prepared;
  }

  private textOf(query: string | undefined, documentId: string | undefined): string {
    const registered = documentId === undefined ? undefined : this.persisted.text(documentId);
    if (registered !== undefined) return registered;
    if (!query && documentId === undefined) throw refuse('REQUEST_MALFORMED', {}, { field: 'query' });
    if (!query || !(this.open || this.persisted.has(sha256(query)))) throw refuse('DOCUMENT_NOT_ALLOWED');
    if (query.length > limits.documentLength) throw refuse('REQUEST_TOO_LARGE', { max: limits.documentLength });
    return query;
  }

  private parse(text: string): Parsed {
    const known = this.parsed.get(text);
    if (known) {
      this.parsed.delete(text);
      this.parsed.set(text, known);
      return known;
    }
    const parsed: Parsed = { document: parsedWithin(text), hash: sha256(text), operations: new Map() };
    if (text.length <= longestRemembered) {
      this.parsed.set(text, parsed);
      if (this.parsed.size > remembered) this.parsed.delete(this.parsed.keys().next().value as string);
    }
    return parsed;
  }

  private checkLimits(document: DocumentNode, operation: OperationDefinitionNode): void {
    const { depth, fields, aliases, cost } = measure(this.schema, document, operation);
    if (depth > limits.depth) throw refuse('QUERY_TOO_DEEP', { max: limits.depth });
    if (aliases > limits.aliases) throw refuse('TOO_MANY_ALIASES', { max: limits.aliases });
    if (fields > limits.fields) throw refuse('QUERY_TOO_COSTLY', { max: limits.fields });
    if (cost > limits.cost) throw refuse('QUERY_TOO_COSTLY', { max: limits.cost });
  }

  private checkValid(document: DocumentNode): void {
    // Each of several operations in a document is measured when asked for, but all are validated together.
    for (const node of document.definitions) if (node.kind === Kind.OPERATION_DEFINITION) this.checkLimits(document, node);
    let faults: readonly GraphQLError[];
    try {
      faults = validate(this.schema, document, this.rules, { maxErrors: 1 });
    } catch {
      faults = [new GraphQLError('')]; // nested too deeply for the validator
    }
    if (faults.length > 0) throw refuse('REQUEST_MALFORMED', {}, { field: 'query' });
  }
}

function parsedWithin(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: limits.tokens, noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes(`more that ${limits.tokens} tokens`)) throw refuse('REQUEST_TOO_LARGE', { max: limits.tokens });
    // The parser goes down with the document, until its stack ends.
    if (error instanceof RangeError) throw refuse('QUERY_TOO_DEEP', { max: limits.depth });
    throw refuse('REQUEST_MALFORMED', {}, { field: 'query' });
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
