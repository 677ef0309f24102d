/** A real mailbox for tests, and somebody who looks into it as its owner would. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { type Mailserver, startDovecot } from '../../infra/local/services/dovecot.mjs';

export interface Seen {
  readonly messageId: string | undefined;
  readonly subject: string | undefined;
  readonly flags: readonly string[];
}

export class TestMailbox {
  private constructor(
    readonly server: Mailserver,
    private readonly client: ImapFlow,
  ) {}

  /** Servers begun afterwards trust its certificate. */
  static async start(): Promise<TestMailbox> {
    const server = await startDovecot(join(tmpdir(), `kvarter-imap-${randomUUID().slice(0, 8)}`));
    if (!server) throw new Error('no dovecot here');
    const { host, tlsPort: port, user, password, certificateFile } = server;
    process.env['NODE_EXTRA_CA_CERTS'] = certificateFile;
    const auth = { user, pass: password };
    const client = new ImapFlow({
      host: '127.0.0.1',
      servername: host,
      port,
      secure: true,
      auth,
      logger: false,
      disableAutoIdle: true,
      tls: { ca: readFileSync(certificateFile) },
    });
    client.on('error', () => undefined);
    await client.connect();
    return new TestMailbox(server, client);
  }

  /** A mail comes. */
  async deliver(message: string): Promise<void> {
    await this.client.append('INBOX', message.replaceAll(/\r?\n/g, '\r\n'));
  }

  /** What lies in a folder, in the order it came; nothing of it is read. */
  async folder(path: string): Promise<Seen[]> {
    const { exists } = await this.client.mailboxOpen(path, { readOnly: true });
    const seen: Seen[] = [];
    for await (const { envelope, flags } of this.client.fetch(exists > 0 ? '1:*' : '', { envelope: true, flags: true }))
      seen.push({ messageId: envelope?.messageId, subject: envelope?.subject, flags: [...(flags ?? [])].filter((flag) => flag !== '\\Recent') });
    await this.client.mailboxClose();
    return seen;
  }

  async stop(): Promise<void> {
    delete process.env['NODE_EXTRA_CA_CERTS'];
    this.client.close();
    await this.server.stop();
  }
}
