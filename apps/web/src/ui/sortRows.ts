import type { Column, Sorting } from './Table';

/**
 * The rows in the order of one column; rows without a value come last either way, and rows with the same
 * value keep the order they came in.
 */
export function sortRows<T>(rows: readonly T[], columns: readonly Column<T>[], sorting: Sorting | null, locale: string): readonly T[] {
  const sortBy = columns.find(({ id }) => id === sorting?.column)?.sortBy;
  if (!sorting || !sortBy) return rows;
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = sorting.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: sortBy(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return sign * compare(a.value, b.value, collator);
    })
    .map(({ row }) => row);
}

function compare(a: string | number, b: string | number, collator: Intl.Collator): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
