import { describe, expect, it } from 'vitest';
import { blankForm, inputOf, laidOver } from './stakeholderForm';

describe('the form of a stakeholder', () => {
  const before = { ...blankForm, name: 'Klubben', contribution: 'Lokaler', contactName: 'Amina', phone: '12345678' };

  it('sends what was changed and nothing else', () => {
    expect(inputOf(before, before)).toEqual({});
    expect(inputOf(before, { ...before, contribution: ' Lokaler ', motivation: 'Flere ' })).toEqual({ motivation: 'Flere' });
    expect(inputOf(before, { ...before, contribution: '', kind: 'CLUB' })).toEqual({ contribution: null, kind: 'CLUB' });
  });

  it('keeps another’s change of a field one did not touch', () => {
    const typed = { ...before, motivation: 'Min' };
    const standing = { ...before, contribution: 'Deres', motivation: 'Også deres' };
    expect(laidOver(standing, before, typed)).toEqual({ ...before, contribution: 'Deres', motivation: 'Min' });
  });

  it('clears details one by one, and puts a consent aside where none is needed', () => {
    expect(inputOf(before, { ...before, contactName: '' })).toEqual({ contact: { name: null } });
    const personal = { ...before, privatePerson: true, consentOn: '2026-05-01', consentFor: 'At ringe' };
    expect(inputOf(before, personal)).toEqual({ contact: { privatePerson: true, consentOn: '2026-05-01', consentFor: 'At ringe' } });
    expect(inputOf(personal, { ...personal, privatePerson: false })).toEqual({ contact: { privatePerson: false, consentOn: null, consentFor: null } });
  });
});
