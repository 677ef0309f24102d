import { useLocale } from './locale';

type Text = string | ((...params: never[]) => string);
type Texts = { readonly [key: string]: Text | Texts };

/** The same keys, and functions of the same parameters, in another language. */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...params: infer P) => string ? (...params: P) => string : Translation<T[K]>;
};

/**
 * The texts of one capability in the language of the user.
 *
 * Each capability has `<name>.da.ts` (`export const da = {…}`) and `<name>.en.ts`
 * (`export const en: Translation<typeof da> = {…}`); a missing key does not compile.
 */
export function useTexts<T extends Texts>(texts: { da: T; en: Translation<T> }): Translation<T> {
  const { locale } = useLocale();
  // Danish is what the translation was typed after; TypeScript can't see that through the mapped type.
  return locale === 'da' ? (texts.da as unknown as Translation<T>) : texts.en;
}

/** `one` for exactly one, else `many`: Danish and English have the same two forms. */
export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);
