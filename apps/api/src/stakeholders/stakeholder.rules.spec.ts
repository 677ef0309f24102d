import { localDate } from '@kvarter/cadence';
import { describe, expect, it } from 'vitest';
import { checkedFields, contactAfter, endsOf, noContact, notAhead, similarPairs } from './stakeholder.rules.js';
import { RelationKind, StakeholderKind } from './stakeholder.type.js';

const today = localDate('2026-05-14');
const after = (given: Parameters<typeof contactAfter>[1], before = noContact) => contactAfter(before, given, 'me', today);
const consent = { consentOn: '2026-05-01', consentFor: 'At holdet må ringe om fodbolden' };

describe('a private person', () => {
  it('is kept with their consent, and who noted it', () => {
    expect(after({ privatePerson: true, name: 'Jens', phone: '12345678', ...consent })).toMatchObject({ name: 'Jens', ...consent, consentNotedBy: 'me' });
  });

  it.each([{ name: 'Jens' }, { email: 'a@b.dk' }, { phone: '12345678' }])('is not kept without, with the reason: %o', (given) => {
    expect(() => after({ privatePerson: true, ...given })).toThrow('CONSENT_MISSING');
    expect(() => after({ privatePerson: true }, { ...noContact, ...given })).toThrow('CONSENT_MISSING');
  });

  it('takes their details along when they withdraw', () => {
    const before = after({ privatePerson: true, name: 'Jens', ...consent });
    expect(() => after({ consentOn: null, consentFor: null }, before)).toThrow('CONSENT_MISSING');
    expect(after({ consentOn: null, consentFor: null, name: null }, before)).toEqual({ ...noContact, privatePerson: true });
  });

  it('consents on a day that has come, and to something', () => {
    expect(() => after({ privatePerson: true, name: 'Jens', ...consent, consentOn: '2026-05-15' })).toThrow('DATE_AHEAD');
    expect(() => after({ privatePerson: true, name: 'Jens', consentOn: '2026-05-14' })).toThrow('CONSENT_INCOMPLETE');
    expect(() => after({ consentFor: 'Noget' })).toThrow('CONSENT_INCOMPLETE');
  });

  it('is noted anew only where the consent is another', () => {
    const before = { ...after({ privatePerson: true, name: 'Jens', ...consent }), consentNotedBy: 'somebody' };
    expect(after({ phone: '12345678' }, before).consentNotedBy).toBe('somebody');
    expect(after({ consentFor: 'Noget mere' }, before).consentNotedBy).toBe('me');
  });
});

describe('somebody at work', () => {
  it('is reached without a consent; what is left out stays, null clears', () => {
    const before = after({ name: 'Amina Yusuf', email: 'amina@klub.example' });
    expect(after({ phone: '12345678', email: null }, before)).toMatchObject({ name: 'Amina Yusuf', email: null, phone: '12345678', consentNotedBy: null });
  });
});

describe('the fields', () => {
  it('are those given; a kind is never cleared', () => {
    expect(checkedFields({ name: ' Klub ', kind: null, motivation: '', featureId: null })).toEqual({ name: 'Klub', motivation: null, featureId: null });
    expect(checkedFields({ kind: StakeholderKind.CLUB })).toEqual({ kind: 'CLUB' });
    expect(() => checkedFields({ name: null })).toThrow('NAME_EMPTY');
    expect(() => checkedFields({ contribution: '010190-1234' })).toThrow('CPR_NUMBER');
  });

  it('hold days that have come', () => {
    expect(() => notAhead('2026-05-14', 'saidOn', today)).not.toThrow();
    for (const day of ['2026-05-15', '0026-05-14']) expect(() => notAhead(day, 'saidOn', today)).toThrow('DATE_AHEAD');
  });
});

describe('a relation', () => {
  it('stands once where it goes both ways, and keeps its direction where it has one', () => {
    for (const kind of [RelationKind.WORKS_WITH, RelationKind.SAME_TASK]) {
      expect(endsOf('b', 'a', kind)).toEqual(['a', 'b']);
      expect(endsOf('a', 'b', kind)).toEqual(['a', 'b']);
    }
    expect(endsOf('b', 'a', RelationKind.DEPENDS_ON)).toEqual(['b', 'a']);
    expect(() => endsOf('a', 'a', RelationKind.DEPENDS_ON)).toThrow('RELATION_SELF');
  });
});

describe('those that may be one', () => {
  it('are found two by two', () => {
    const named = ['Klub Lunden', 'Lundeskolen', 'klub lunden', 'Klub-Lunden'].map((name) => ({ name }));
    expect(similarPairs(named).map(([one, other]) => [named.indexOf(one), named.indexOf(other)])).toEqual([
      [0, 2],
      [0, 3],
      [2, 3],
    ]);
  });
});
