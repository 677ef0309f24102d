import type { Code } from './codes.js';
import type { Locale } from './locales.js';

/**
 * Why something was refused, in words for the person: what happened, what is safe, what to do now.
 * `{name}` in a text is a placeholder; both languages use the same ones.
 */
export type ReasonText = { readonly code: Code } & Readonly<Record<Locale, string>>;
