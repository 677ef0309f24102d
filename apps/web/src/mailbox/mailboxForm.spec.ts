import { expect, it } from 'vitest';
import { formOf, inputOf, withSecurity } from './mailboxForm';

it('the usual port follows the security, another stays', () => {
  const form = formOf(null);
  expect(withSecurity(form, 'STARTTLS').port).toBe('143');
  expect(withSecurity(withSecurity(form, 'STARTTLS'), 'IMPLICIT').port).toBe('993');
  expect(withSecurity({ ...form, port: '1993' }, 'STARTTLS').port).toBe('1993');
});

it('an empty password is none, and a port that is no number is seen before it is sent', () => {
  const form = { ...formOf(null), host: 'imap.kommune.dk' };
  expect(inputOf(form, '')).toMatchObject({ password: null, port: 993, host: 'imap.kommune.dk' });
  expect(inputOf(form, ' x ')).toMatchObject({ password: ' x ' });
  for (const port of ['', 'x', '9.9', '-1', '123456']) expect(inputOf({ ...form, port }, '')).toBeNull();
});
