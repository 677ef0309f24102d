/** A mutation of several root fields as several of one each, so that each has a transaction of its own. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** One root field: the key it answers under, and a document that asks for nothing else. */
export interface RootField {
  readonly key: string;
  readonly document: DocumentNode;
}

/**
 * The root fields in the order they have to run in. Fragments are followed, @skip and @include obeyed,
 * and selections of the same key belong together, as GraphQL collects fields.
 * @param variables as coerced, with defaults
 */
export function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): RootField[] {
  const fragments = fragmentsOf(document);
  const fields = rootNodesOf(document, operation, variables);
  if (fields.size === 1 && operation.selectionSet.selections.every((node) => node.kind === Kind.FIELD)) {
    return [...fields.keys()].map((key) => ({ key, document }));
  }
  return [...fields].map(([key, selections]) => ({
    key,
    document: {
      kind: Kind.DOCUMENT,
      definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }, ...fragments],
    },
  }));
}

/** The selections of each root field, by the key they answer under. */
export function rootNodesOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Map<string, FieldNode[]> {
  const fragments = fragmentsOf(document);
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const visit = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!isIncluded(node, variables)) continue;
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        fields.set(key, [...(fields.get(key) ?? []), node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        visit(node.selectionSet);
      } else if (!spread.has(node.name.value)) {
        spread.add(node.name.value);
        const fragment = fragments.find(({ name }) => name.value === node.name.value);
        if (fragment) visit(fragment.selectionSet);
      }
    }
  };
  visit(operation.selectionSet);
  return fields;
}

const fragmentsOf = (document: DocumentNode): FragmentDefinitionNode[] => document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);

function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
}
