import { describe, expect, it } from 'vitest';
import { type AgreementForm, agreementFrom, changesOf, emptyAgreement, missingIn } from './agreementForm';

const words = { titleMissing: 'titel', responsibleMissing: 'ansvarlig', dueOnMissing: 'frist' };
const whole: AgreementForm = { title: 'Lys på stien', detail: 'Den bag vaskeriet', personId: 'a', dueOn: '2026-12-01' };

describe('the form of an agreement', () => {
  it('says what is missing, each at its field', () => {
    expect(missingIn({ ...emptyAgreement, title: ' ' }, words)).toEqual([
      { field: 'title', message: 'titel' },
      { field: 'responsible', message: 'ansvarlig' },
      { field: 'dueOn', message: 'frist' },
    ]);
    expect(missingIn(whole, words)).toEqual([]);
  });

  it('begins with what was said, all of it kept where it is too long for a title', () => {
    expect(agreementFrom(' Lys på  stien. ')).toEqual({ ...emptyAgreement, title: 'Lys på stien' });
    const long = `${'Lys på stien bag vaskeriet, '.repeat(6)}siger mange.`;
    const { title, detail } = agreementFrom(long);
    expect(title.length).toBeLessThanOrEqual(120);
    expect(title).toMatch(/ \S+…$/);
    expect(detail).toBe(long);
    expect(agreementFrom('a'.repeat(130)).title).toBe(`${'a'.repeat(119)}…`);
  });

  it('sends only what was changed, and nothing for a text that was emptied', () => {
    expect(changesOf(whole, whole)).toEqual({});
    expect(changesOf(whole, { ...whole, detail: ' ', dueOn: '2026-12-02' })).toEqual({ detail: null, dueOn: '2026-12-02' });
    expect(changesOf(whole, { ...whole, title: 'Lys', personId: 'b' })).toEqual({ title: 'Lys', responsiblePersonId: 'b' });
  });
});
