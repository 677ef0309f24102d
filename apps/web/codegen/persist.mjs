import { createHash } from 'node:crypto';
import { Kind, print, visit } from 'graphql';

/**
 * Every operation with the fragments it uses, as the one text that is hashed and sent.
 * @param {{ document?: import('graphql').DocumentNode }[]} files
 * @returns {{ name: string, kind: string, id: string, text: string }[]} `id` is `sha256:<hex of text>`
 */
export function persist(files) {
  const definitions = files.flatMap((file) => file.document?.definitions ?? []);
  const fragments = new Map(definitions.filter((node) => node.kind === 'FragmentDefinition').map((node) => [node.name.value, node]));
  return definitions
    .filter((node) => node.kind === 'OperationDefinition')
    .map((operation) => {
      const parts = [operation, ...fragmentsOf(operation, fragments)];
      const text = parts.map((part) => print(withTypenames(part))).join('\n\n');
      const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
      return { name: operation.name.value, kind: operation.operation, id, text };
    });
}

/** The client's cache knows by the type names of an answer which mutation makes it stale. */
function withTypenames(definition) {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  return visit(definition, {
    SelectionSet(node, _key, parent) {
      if (parent?.kind === Kind.OPERATION_DEFINITION) return undefined;
      return { ...node, selections: [...node.selections, typename] };
    },
  });
}

function fragmentsOf(node, fragments, found = new Set()) {
  for (const [, name] of print(node).matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
    const fragment = fragments.get(name);
    if (!fragment) throw new Error(`fragment ${name} does not exist`);
    if (found.has(fragment)) continue;
    found.add(fragment);
    fragmentsOf(fragment, fragments, found);
  }
  return found;
}
