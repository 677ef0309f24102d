import { describe, expect, it } from 'vitest';
import { changesOf, emptyRound, missingIn } from './roundForm';

const words = { nameMissing: 'navn', dayMissing: 'dag', reversed: 'omvendt', partMissing: 'del' };
const full = { ...emptyRound, name: 'Efterår', startsOn: '2026-11-01', endsOn: '2026-12-01' };

describe('the form of a round', () => {
  it('misses a name, both days in order, and a part that was promised', () => {
    expect(missingIn(emptyRound, words).map(({ field }) => field)).toEqual(['name', 'startsOn', 'endsOn']);
    expect(missingIn({ ...full, endsOn: '2026-10-01' }, words)).toEqual([{ field: 'endsOn', message: 'omvendt' }]);
    expect(missingIn({ ...full, where: 'part' }, words)).toEqual([{ field: 'delimitation', message: 'del' }]);
    expect(missingIn(full, words)).toEqual([]);
  });

  it('sends what was changed and nothing else', () => {
    expect(changesOf(full, full)).toEqual({});
    expect(changesOf(full, { ...full, localGroups: ' Unge uden klub \n\nNye', missingKnowledge: ' ' })).toEqual({
      localGroups: ['Unge uden klub', 'Nye'],
      missingKnowledge: null,
    });
    const part = { type: 'Polygon' as const, coordinates: [] };
    expect(changesOf(full, { ...full, where: 'part', delimitation: part })).toEqual({ delimitation: part });
    expect(changesOf({ ...full, where: 'part', delimitation: part }, { ...full, where: 'area', delimitation: part })).toEqual({ delimitation: null });
  });
});
