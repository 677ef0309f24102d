import { describe, expect, it } from 'vitest';
import { checkedTexts } from './member.rules.js';

describe('what is said of a member', () => {
  it('is cleaned; what is left out stays out, what is empty is cleared', () => {
    expect(checkedTexts({ organisation: '  Gadeteamet ', function: '', email: null })).toEqual({ organisation: 'Gadeteamet', function: null, email: null });
  });

  it.each(['a@b.dk', 'fornavn.efternavn@kommune.example', "o'neill+ssp@xn--bjrn-gra.dk"])('takes the address %s', (email) => {
    expect(checkedTexts({ email })).toEqual({ email });
  });

  it.each(['a', 'a@b', '@b.dk', 'a@', 'a b@c.dk', 'a@b..dk', 'a@b.dk, c@d.dk', 'Navn <a@b.dk>'])('refuses the address %s', (email) => {
    expect(() => checkedTexts({ email })).toThrow('EMAIL_INVALID');
  });

  it.each(['12345678', '12 34 56 78', '+45 12 34 56 78', '(0045) 12345678'])('takes the number %s', (phone) => {
    expect(checkedTexts({ phone })).toEqual({ phone });
  });

  it.each(['1234567', 'ring til mig', '12345678 lok. 4', '+', '1234567890123456'])('refuses the number %s', (phone) => {
    expect(() => checkedTexts({ phone })).toThrow('PHONE_INVALID');
  });

  it('never holds a CPR number', () => {
    expect(() => checkedTexts({ functionDescription: 'Kontakt 010190-1234' })).toThrow('CPR_NUMBER');
    expect(() => checkedTexts({ phone: '010190 1234' })).toThrow('CPR_NUMBER');
  });
});
