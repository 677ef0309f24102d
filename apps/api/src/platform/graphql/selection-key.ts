/** When two subscriptions of the same field get the same payloads: same selection, same variables in it. */
import { type FieldNode, type FragmentDefinitionNode, Kind, print, visit } from 'graphql';
import type { OperationContext } from './operation-context.js';
import type { PreparedOperation } from './prepared-operation.js';

interface Selection {
  readonly text: string;
  readonly variables: readonly string[];
}

const known = new WeakMap<PreparedOperation, Selection>();

/** Leaves out the field's own arguments: they choose the source, not what is said of an event. */
export function selectionKeyOf({ operation, variables }: OperationContext): string {
  let selection = known.get(operation);
  if (!selection) known.set(operation, (selection = selectionOf(operation)));
  return JSON.stringify([selection.text, selection.variables.map((name) => variables[name] ?? null)]);
}

function selectionOf({ document, operation }: PreparedOperation): Selection {
  const fragments = new Map(
    document.definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const used = new Map<string, FragmentDefinitionNode>();
  const names = new Set<string>();
  const noticed = {
    FragmentSpread: ({ name }: { name: { value: string } }) => {
      const fragment = fragments.get(name.value);
      if (!fragment || used.has(name.value)) return;
      used.set(name.value, fragment);
      visit(fragment, noticed);
    },
    Variable: ({ name }: { name: { value: string } }) => {
      names.add(name.value);
    },
  };
  // Where the field stands in a fragment its arguments stay: that shares less, never wrongly.
  const root = visit(operation.selectionSet, {
    Field: (node: FieldNode) => (isRoot(node, operation.selectionSet.selections) ? { ...node, arguments: [] } : undefined),
  });
  visit(root, noticed);
  const defaults = (operation.variableDefinitions ?? []).filter(({ variable }) => names.has(variable.name.value));
  return { text: [root, ...defaults, ...used.values()].map(print).join('\n'), variables: [...names].sort() };
}

const isRoot = (node: FieldNode, selections: readonly unknown[]): boolean => selections.includes(node);
