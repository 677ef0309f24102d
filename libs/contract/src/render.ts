import { type FieldName, fieldNames } from './field-names.js';
import { type Locale, locales } from './locales.js';
import { type ParamsOf, type Reason, reasons } from './reasons.js';

/**
 * The text of a reason in a language, with its params put in: field names in that language, numbers in its
 * way of writing (20.000 in Danish, at most six decimals). A param that is missing at run time (an answer
 * from another version) leaves an ellipsis, never "undefined".
 */
export function render<R extends Reason>(reason: R, params: ParamsOf<R>, locale: Locale): string {
  const given: Readonly<Record<string, unknown>> = params;
  const text = reasons[reason][locale].replace(/\{(\w+)\}/g, (_, name: string) => wordFor(name, given[name], locale));
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

function wordFor(name: string, value: unknown, locale: Locale): string {
  if (name === 'field') return isFieldName(value) ? fieldNames[value][locale] : '…';
  if (typeof value === 'number' && Number.isFinite(value)) {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value);
  }
  return typeof value === 'string' ? value : '…';
}

const isFieldName = (value: unknown): value is FieldName => typeof value === 'string' && Object.hasOwn(fieldNames, value);

/**
 * The language a browser asks for (`accept-language`, or a bare `da`/`en`): the first of ours it names in
 * its order of preference, else Danish.
 */
export function localeOf(acceptLanguage: string | undefined | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',', 20)
    .map((part) => {
      const [tag = '', ...settings] = part.trim().toLowerCase().split(';');
      const quality = settings.find((setting) => setting.trim().startsWith('q='));
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality.trim().slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const ours = locales.find((locale) => locale === language);
    if (ours) return ours;
  }
  return 'da';
}
