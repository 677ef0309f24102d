import type { MailboxInput, MailboxTls, ReplyMailboxFragment } from '../generated/graphql';

/** What is typed, the password apart: that one is kept in no draft. */
export interface MailboxForm {
  address: string;
  host: string;
  tls: MailboxTls;
  port: string;
  user: string;
}

const usualPort: Readonly<Record<MailboxTls, string>> = { IMPLICIT: '993', STARTTLS: '143' };

export const formOf = (mailbox: ReplyMailboxFragment | null): MailboxForm =>
  mailbox
    ? { address: mailbox.address, host: mailbox.host, tls: mailbox.tls, port: String(mailbox.port), user: mailbox.user }
    : { address: '', host: '', tls: 'IMPLICIT', port: usualPort.IMPLICIT, user: '' };

/** Another security; a port that was the usual one goes along. */
export const withSecurity = (form: MailboxForm, tls: MailboxTls): MailboxForm => ({
  ...form,
  tls,
  port: form.port === usualPort[form.tls] ? usualPort[tls] : form.port,
});

/** @returns null where the port is no number */
export function inputOf({ address, host, tls, port, user }: MailboxForm, password: string): MailboxInput | null {
  if (!/^\d{1,5}$/.test(port.trim())) return null;
  return { address, host, tls, port: Number(port), user, password: password === '' ? null : password };
}
