import { describe, expect, it } from 'vitest';
import { ancestorsOf, inTreeOrder } from './areaTree';

const areas = [
  { id: 'blok', parentId: 'lund', name: 'Blok 7' },
  { id: 'aadal', parentId: null, name: 'Ådalen' },
  { id: 'lund', parentId: 'birk', name: 'Lunden' },
  { id: 'birk', parentId: null, name: 'Birkelunden' },
  { id: 'torv', parentId: 'birk', name: 'Torvet 10' },
  { id: 'torv2', parentId: 'birk', name: 'Torvet 2' },
];

describe('inTreeOrder', () => {
  it('puts each area after what it lies in, siblings by name in Danish order', () => {
    const rows = inTreeOrder(areas, 'da').map(({ area, depth }) => `${depth} ${area.name}`);
    expect(rows).toEqual(['0 Birkelunden', '1 Lunden', '2 Blok 7', '1 Torvet 2', '1 Torvet 10', '0 Ådalen']);
  });

  it('knows the way to each', () => {
    expect(inTreeOrder(areas, 'da').find(({ area }) => area.id === 'blok')?.path).toEqual(['Birkelunden', 'Lunden']);
  });

  it('shows an area whose parent one may not see at the top', () => {
    expect(inTreeOrder([areas[0]!], 'da')).toMatchObject([{ area: { id: 'blok' }, depth: 0, path: [] }]);
  });
});

describe('ancestorsOf', () => {
  it('goes from the outermost in', () => {
    expect(ancestorsOf(areas, 'blok').map(({ id }) => id)).toEqual(['birk', 'lund']);
    expect(ancestorsOf(areas, 'aadal')).toEqual([]);
  });

  it('ends where a tree bites its tail', () => {
    const ring = [
      { id: 'a', parentId: 'b', name: 'A' },
      { id: 'b', parentId: 'a', name: 'B' },
    ];
    expect(ancestorsOf(ring, 'a').length).toBeLessThanOrEqual(2);
  });
});
