/** Servers that are no mailbox to sign in to: each is told no password, and named by a word of ours. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { asFailure, ImapSession, type ImapSettings, MailboxFailure } from './imap-session.js';
import { MailboxFault, MailboxTls } from './mailbox.type.js';

const allowed = ['localhost'];
const visit = (settings: ImapSettings, longest = 20_000) =>
  ImapSession.visit(settings, allowed, longest, async () => 'there').catch((error: unknown) => (error instanceof MailboxFailure ? error.fault : error));

describe('a server', () => {
  const answering = async (greeting: string, answer: (line: string) => string) => {
    const heard: string[] = [];
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write(greeting);
      socket.setEncoding('utf8').on('data', (text: string) => {
        heard.push(text);
        socket.write(answer(text));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = (server.address() as AddressInfo).port;
    return { settings: { host: 'localhost', port, tls: MailboxTls.STARTTLS, user: 'kvarter', password: 'hemmelig' }, heard, stop: () => server.close() };
  };
  const tagged = (line: string) => `${line.split(' ')[0]} OK done\r\n`;

  it.each([
    ['that knows no TLS', '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hello\r\n'],
    ['that says one is signed in already', '* PREAUTH [CAPABILITY IMAP4rev1] hello\r\n'],
  ])('%s is told no password', async (_what, greeting) => {
    const { settings, heard, stop } = await answering(greeting, (line) =>
      /CAPABILITY/.test(line) ? `* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tagged(line)}` : tagged(line),
    );
    expect(await visit(settings)).toBe(MailboxFault.NO_TLS);
    expect(heard.join('')).not.toMatch(/hemmelig|AUTHENTICATE|LOGIN|aGVtbWVsaWc/);
    stop();
  });

  it('that says nothing at all is left in time', async () => {
    const { settings, stop } = await answering('', () => '');
    expect(await visit(settings, 300)).toBe(MailboxFault.TIMEOUT);
    stop();
  });

  it('that is none is none', async () => {
    const { settings, stop } = await answering('HTTP/1.1 400 Bad Request\r\n\r\n', () => '');
    expect(Object.values(MailboxFault)).toContain(await visit(settings, 2_000));
    stop();
  });
});

it('a host within is not gone to', async () => {
  expect(await visit({ host: '127.0.0.1', port: 993, tls: MailboxTls.IMPLICIT, user: 'kvarter', password: 'hemmelig' })).toBe(MailboxFault.HOST_UNKNOWN);
});

it('faults of anybody else’s stay what they are', () => {
  const error = new Error('the database');
  expect(asFailure(error)).toBe(error);
});
