/** The languages every text exists in. Danish comes first and is the default. */
export const locales = ['da', 'en'] as const;

export type Locale = (typeof locales)[number];
