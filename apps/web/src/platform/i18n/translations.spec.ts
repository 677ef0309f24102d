import { describe, expect, it } from 'vitest';

type Texts = { [key: string]: string | ((...params: unknown[]) => string) | Texts };

const danish = import.meta.glob<{ da: Texts }>('../../**/*.da.ts', { eager: true });
const english = import.meta.glob<{ en: Texts }>('../../**/*.en.ts', { eager: true });

/** `key.of.text: shape`, where a function's shape is how many things it is told. */
const outline = (texts: Texts, at = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) => {
    if (typeof text === 'object') return outline(text, `${at}${key}.`);
    return [`${at}${key}: ${typeof text === 'function' ? `function of ${text.length}` : 'text'}`];
  });

const plainTexts = (texts: Texts): string[] =>
  Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : typeof text === 'object' ? plainTexts(text) : []));

describe('texts', () => {
  it('exist for every capability in both languages', () => {
    expect(Object.keys(danish).length).toBeGreaterThan(5);
    expect(Object.keys(english)).toEqual(Object.keys(danish).map((path) => path.replace('.da.ts', '.en.ts')));
  });

  it.each(Object.keys(danish))('of %s have the same keys and parameters in English', (path) => {
    const { da } = danish[path] ?? { da: {} };
    const { en } = english[path.replace('.da.ts', '.en.ts')] ?? { en: {} };
    expect(outline(en).sort()).toEqual(outline(da).sort());
  });

  it('are never empty and have no stray spaces', () => {
    const all = [...Object.values(danish).map(({ da }) => da), ...Object.values(english).map(({ en }) => en)].flatMap(plainTexts);
    expect(all.filter((text) => text.trim() !== text || text === '' || text.includes('  '))).toEqual([]);
  });
});
