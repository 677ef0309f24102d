import type { FeatureKind, FieldKey, TimeOfDay, Voice } from '@kvarter/geo';
import { useCallback } from 'react';
import { useFeatureText } from './featureText';
import { useMapTexts } from './useMapTexts';

/** The value of a field in words, for conflicts, history and comparison. */
export function useValueText(): (field: FieldKey, value: unknown) => string {
  const { conflict, feature, draw, table } = useMapTexts();
  const { one } = useFeatureText();
  return useCallback(
    (field, value) => {
      if (value === null || value === undefined || value === '') return conflict.empty;
      // The field says the type of its value.
      if (field === 'kind') return one(value as FeatureKind);
      if (field === 'geometry') return shapeName((value as { type: string }).type, draw);
      if (field === 'details.times') return (value as TimeOfDay[]).map((time) => feature.time[time].toLocaleLowerCase()).join(', ') || conflict.empty;
      if (field.startsWith('voices.')) return (value as Voice).capacity;
      if (typeof value === 'boolean') return value ? table.yes.toLocaleLowerCase() : table.no.toLocaleLowerCase();
      return typeof value === 'string' ? `»${value}«` : conflict.empty;
    },
    [conflict, feature, draw, table, one],
  );
}

function shapeName(type: string, draw: { Point: string; LineString: string; Polygon: string }): string {
  const plain = type.replace('Multi', '') as 'Point' | 'LineString' | 'Polygon';
  return (draw[plain] ?? type).toLocaleLowerCase();
}
