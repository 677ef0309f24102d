/** A document that was parsed, validated and found within the limits, and the one operation of it that is asked for. */
import type { DocumentNode, OperationDefinitionNode } from 'graphql';

export interface PreparedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As in the document's text; absent for an anonymous operation. */
  readonly operationName: string | undefined;
  /** SHA-256 of the document's text, hex. */
  readonly hash: string;
  /** The name to count and log under: of a persisted document's operation, else "other". */
  readonly label: string;
}
