import { type FeatureKind, featureKinds, type FieldKey } from '@kvarter/geo';
import { useMemo } from 'react';
import { useFormats } from '../platform/i18n/format';
import { useLocale } from '../platform/i18n/locale';
import { useMapTexts } from './useMapTexts';

/** Marks in words: the name of a kind, of a field, and the value of a field. */
export function useFeatureText() {
  const { locale } = useLocale();
  const texts = useMapTexts();
  const format = useFormats();
  return useMemo(() => {
    const fieldName = (field: FieldKey): string => {
      const key = field.startsWith('details.') ? field.slice(8) : field.startsWith('voices.') ? 'voices' : field;
      return texts.fields[key as keyof typeof texts.fields] ?? key;
    };
    return {
      one: (kind: FeatureKind) => featureKinds[kind].one[locale],
      many: (kind: FeatureKind) => featureKinds[kind].many[locale],
      guidance: (kind: FeatureKind) => featureKinds[kind].guidance[locale],
      fieldName,
      /** `navnet, beskrivelsen og stedet` */
      fieldNames: (fields: readonly FieldKey[]) => format.list([...new Set(fields.map(fieldName))]),
    };
  }, [locale, texts, format]);
}
