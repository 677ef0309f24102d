import { persist } from './persist.mjs';

/** `{id: text}` of every document, for the api's list of what it may execute. */
export function plugin(_schema, files) {
  const texts = persist(files).map(({ id, text }) => [id, text]);
  return JSON.stringify(Object.fromEntries(texts.sort()), null, 1);
}
