import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.js';

const key = 'a'.repeat(43);
const mail = { KVARTER_MASTER_KEY: key, KVARTER_SMTP_URL: 'smtps://kvarter:secret@mail.example.dk:465' };

describe('settings', () => {
  it('send no mail where no server is named', () => {
    expect(readConfig({}).smtp).toBeUndefined();
    expect(readConfig({ KVARTER_MAIL_FROM: 'kvarter@example.dk' }).smtp).toBeUndefined();
  });

  it.each([
    ['kvarter@example.dk', { name: 'Kvarter', address: 'kvarter@example.dk' }],
    ['Kvarter i Åkøbing <kvarter@example.dk>', { name: 'Kvarter i Åkøbing', address: 'kvarter@example.dk' }],
  ])('read who sends: %s', (KVARTER_MAIL_FROM, from) => expect(readConfig({ ...mail, KVARTER_MAIL_FROM }).smtp?.from).toEqual(from));

  it('read which mail servers within the house mailboxes may be on', () => {
    expect(readConfig({}).mailboxHosts).toEqual([]);
    expect(readConfig({ KVARTER_MAILBOX_HOSTS: 'IMAP.huset.local, localhost' }).mailboxHosts).toEqual(['imap.huset.local', 'localhost']);
  });

  it.each([
    { ...mail },
    { ...mail, KVARTER_MAIL_FROM: 'Kvarter' },
    { ...mail, KVARTER_MAIL_FROM: 'Kvarter <kvarter@example.dk>\r\nBcc: alle@example.dk' },
    { ...mail, KVARTER_MAIL_FROM: 'kvarter@example.dk', KVARTER_SMTP_URL: 'http://mail.example.dk' },
    { KVARTER_SMTP_URL: mail.KVARTER_SMTP_URL, KVARTER_MAIL_FROM: 'kvarter@example.dk' },
    { KVARTER_MASTER_KEY: 'too short' },
  ])('refuse what can’t be used, without a word of the values: %j', (env) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).not.toThrow(/secret|too short|Bcc/);
  });

  it('put Kvarter on another day for trials alone', () => {
    const trial = { KVARTER_DEMO: '1', KVARTER_DEMO_CLOCK: '/tmp/now' };
    expect(readConfig(trial).clockFile).toBe('/tmp/now');
    expect(readConfig({ ...trial, KVARTER_DEMO_CLOCK: '' }).clockFile).toBeUndefined();
    for (const env of [
      { ...trial, KVARTER_DEMO: '0' },
      { ...trial, KVARTER_DEMO: undefined },
      { ...trial, KVARTER_HOST: '0.0.0.0' },
    ])
      expect(() => readConfig(env)).toThrow(ConfigError);
  });
});
