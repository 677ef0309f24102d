import { describe, expect, it } from 'vitest';
import { phases, questionsFor } from './questionSets';

describe('questionsFor', () => {
  it('has something to ask in every phase of every kind, in both languages', () => {
    for (const kind of ['AREA', 'WALK', 'TEAM', 'NETWORK'] as const)
      for (const focus of [null, 'RESOURCES', 'CHALLENGES'] as const)
        for (const phase of phases) {
          const [da, en] = [questionsFor({ kind, focus }, phase, 'da'), questionsFor({ kind, focus }, phase, 'en')];
          expect(da.length).toBeGreaterThan(0);
          expect(en).toHaveLength(da.length);
        }
  });

  it('asks about the good or about the unsafe where an area is mapped, and about neither in the team', () => {
    const about = (kind: 'AREA' | 'TEAM', focus: 'RESOURCES' | 'CHALLENGES' | null) => questionsFor({ kind, focus }, 'SITUATION', 'da').join(' ');
    expect(about('AREA', 'CHALLENGES')).toContain('utrygge');
    expect(about('AREA', null)).toContain('lide at være');
    expect(about('TEAM', null)).not.toMatch(/utrygge|lide at være/);
  });
});
