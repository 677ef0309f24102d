import { persist } from './persist.mjs';

/**
 * Typed documents that carry only the id of their text. urql then sends `documentId` and no query:
 * the bundle holds no GraphQL, and the production api takes nothing else.
 */
export function plugin(_schema, files) {
  const documents = persist(files).map(({ name, kind, id }) => {
    const kindName = kind[0].toUpperCase() + kind.slice(1);
    const types = `Types.TypedDocumentNode<${name}${kindName}, ${name}${kindName}Variables>`;
    return `export const ${name}Document = { kind: 'Document', definitions: [], documentId: '${id}' } as unknown as ${types};`;
  });
  return { prepend: ["import type * as Types from 'urql';"], content: documents.join('\n') };
}
