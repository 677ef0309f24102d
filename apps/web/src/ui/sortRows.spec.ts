import { describe, expect, it } from 'vitest';
import { sortRows } from './sortRows';
import type { Column } from './Table';

type Row = { name: string; count: number | null };
const columns: Column<Row>[] = [
  { id: 'name', header: 'Navn', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { id: 'count', header: 'Antal', cell: ({ count }) => count, sortBy: ({ count }) => count },
  { id: 'menu', header: '', cell: () => null },
];
const rows: Row[] = [
  { name: 'Ådal', count: 2 },
  { name: 'Zoo', count: null },
  { name: 'Blok 10', count: 10 },
  { name: 'Blok 9', count: 2 },
  { name: 'Ærø', count: 1 },
];
const names = (column: string, descending: boolean) => sortRows(rows, columns, { column, descending }, 'da').map(({ name }) => name);

describe('sortRows', () => {
  it('sorts words by the Danish alphabet and numbers in them by size', () => {
    expect(names('name', false)).toEqual(['Blok 9', 'Blok 10', 'Zoo', 'Ærø', 'Ådal']);
  });

  it('puts rows without a value last either way, and keeps the order of equals', () => {
    expect(names('count', false)).toEqual(['Ærø', 'Ådal', 'Blok 9', 'Blok 10', 'Zoo']);
    expect(names('count', true)).toEqual(['Blok 10', 'Ådal', 'Blok 9', 'Ærø', 'Zoo']);
  });

  it('leaves the given order where nothing can be sorted by', () => {
    expect(sortRows(rows, columns, null, 'da')).toBe(rows);
    expect(sortRows(rows, columns, { column: 'menu', descending: false }, 'da')).toBe(rows);
  });
});
