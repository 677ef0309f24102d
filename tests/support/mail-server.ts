/** A mail server that keeps what it is given, and refuses or hesitates where a test wants that. */
import { once } from 'node:events';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  /** Envelope, as handed over. */
  readonly to: string;
  /** As it came, line ends and all. */
  readonly raw: string;
  readonly parsed: Email;
}

export class MailServer {
  readonly received: ReceivedMail[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly server: SMTPServer;
  /** What it says to a recipient; undefined: welcome. */
  answerTo: (address: string) => { code: number; words: string } | undefined = () => undefined;
  /** Called with a message it has taken, before it says so. */
  beforeYes: (mail: ReceivedMail) => Promise<void> = async () => undefined;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const answer = this.answerTo(address);
        done(answer ? Object.assign(new Error(answer.words), { responseCode: answer.code }) : null);
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => void this.take(Buffer.concat(chunks), session.envelope.rcptTo[0]?.address ?? '', done));
      },
    });
    // A client that was killed.
    this.server.on('error', () => undefined);
  }

  static async start(): Promise<MailServer> {
    const server = new MailServer();
    server.server.listen(0, '127.0.0.1');
    await once(server.server.server, 'listening');
    return server;
  }

  get url(): string {
    const address = this.server.server.address();
    return `smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
  }

  /** Resolves when so many mails have come to an address. */
  until(address: string, count = 1): Promise<ReceivedMail[]> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.received.filter(({ to }) => to === address);
        if (found.length < count) return;
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(raw: Buffer, to: string, done: () => void): Promise<void> {
    const mail = { to, raw: raw.toString('latin1'), parsed: await PostalMime.parse(raw) };
    this.received.push(mail);
    for (const look of this.waiting) look();
    await this.beforeYes(mail);
    done();
  }
}
