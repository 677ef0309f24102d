import { localDate } from '@kvarter/cadence';
import { describe, expect, it } from 'vitest';
import { checkDueOn, checkedGroups, checkedKind, checkedLocalGroups, preparationTitle, preparedBy } from './round.rules.js';
import { MappingStep, TargetGroup } from './round.type.js';

const reasonOf = (work: () => unknown) => {
  try {
    work();
    return 'done';
  } catch (error) {
    return (error as { reason?: string }).reason;
  }
};

describe('a round', () => {
  it('is prepared a week before its meeting, and no check of it begins late', () => {
    expect(preparedBy(localDate('2026-12-02'))).toBe('2026-11-25');
    expect(checkDueOn(localDate('2026-11-25'), localDate('2026-11-20'))).toBe('2026-11-25');
    expect(checkDueOn(localDate('2026-11-25'), localDate('2026-11-28'))).toBe('2026-11-28');
  });

  it('names the model’s groups in one order and each once, and local ones in the words given', () => {
    expect(checkedGroups([TargetGroup.FAMILIES, TargetGroup.YOUNGER_SIBLINGS, TargetGroup.FAMILIES])).toEqual(['YOUNGER_SIBLINGS', 'FAMILIES']);
    expect(checkedGroups(null)).toEqual([]);
    expect(checkedLocalGroups([' Nye tilflyttere ', 'Nye tilflyttere'])).toEqual(['Nye tilflyttere']);
    expect(reasonOf(() => checkedLocalGroups(['']))).toBe('FIELD_EMPTY');
    expect(reasonOf(() => checkedLocalGroups(['010190-1234']))).toBe('CPR_NUMBER');
    expect(reasonOf(() => checkedLocalGroups(Array.from({ length: 11 }, (_, index) => `Gruppe ${index}`)))).toBe('TOO_MANY_LOCAL_GROUPS');
  });

  it('prepares resources for the first meeting and challenges for the second', () => {
    expect(checkedKind('ASSOCIATION', MappingStep.RESOURCES)).toBe('ASSOCIATION');
    expect(checkedKind('CONCERNING_MILIEU', MappingStep.CHALLENGES)).toBe('CONCERNING_MILIEU');
    for (const [kind, step] of [
      ['UNSAFE_ZONE', MappingStep.RESOURCES],
      ['ASSOCIATION', MappingStep.CHALLENGES],
      ['NOTE', MappingStep.RESOURCES],
      ['ELSE', MappingStep.RESOURCES],
    ] as const)
      expect(reasonOf(() => checkedKind(kind, step))).toBe('PREPARATION_KIND');
  });

  it('calls a preparation after its meeting, however long that is called', () => {
    expect(preparationTitle('Ressourcemøde', 'da')).toBe('Forbered: Ressourcemøde');
    const long = preparationTitle('æ'.repeat(120), 'en');
    expect(long.startsWith('Prepare: æ')).toBe(true);
    expect([...long]).toHaveLength(120);
  });
});
