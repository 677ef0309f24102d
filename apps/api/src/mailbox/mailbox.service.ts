/** The mailbox of a municipality, as its administrators set it up. Its password comes in here, and never out. */
import { Injectable } from '@nestjs/common';
import { config } from '../config.js';
import { actAs, currentTenant } from '../platform/auth/actor.js';
import { systemActor } from '../platform/auth/system.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { TokenBuckets } from '../platform/http/token-buckets.js';
import { ImapSession, type ImapSettings, MailboxFailure } from './imap-session.js';
import type { MailboxInput } from './mailbox.input.js';
import { type CheckedMailbox, checkedMailbox } from './mailbox.rules.js';
import { changeMailbox, changePassword, deleteMailbox, insertMailbox, type MailboxRow, mailboxOf, sealedPassword } from './mailbox.sql.js';
import { type Mailbox, MailboxFault, type MailboxTrial } from './mailbox.type.js';
import { openPassword, sealPassword } from './sealed-password.js';

/** Milliseconds a try may take: somebody waits for it. */
const longestTrial = 20_000;

@Injectable()
export class MailboxService {
  /** Tries of a tenant: enough for typing errors, too few to guess passwords or look for servers by. */
  private readonly trials = new TokenBuckets(10, 0.1, 10_000);

  constructor(private readonly db: Db) {}

  /** Null where there is none. */
  async mine(): Promise<Mailbox | null> {
    return (await this.row()) ?? null;
  }

  /**
   * Sets the mailbox up, or changes it. On another server or for another user it is another mailbox, and wants its
   * own password: the one that is kept goes nowhere it wasn't given for.
   * @throws INVALID_INPUT
   */
  async set(input: MailboxInput): Promise<Mailbox> {
    const { id: tenantId } = currentTenant();
    const { host, port, tls, user, password, address } = checkedMailbox(input);
    const before = await this.row();
    const same = before !== undefined && goesTo(before, { host, user });
    if (password === null && !same) throw refuse('MAILBOX_PASSWORD_NEEDED', {}, { field: 'password' });
    const sealed = password === null ? null : this.sealed(tenantId, password);
    if (same) {
      await this.db.query(changeMailbox, [tenantId, port, tls, address]);
      if (sealed) await this.db.query(changePassword, [tenantId, sealed]);
    } else {
      await this.db.query(deleteMailbox, [tenantId]);
      await this.db.query(insertMailbox, [tenantId, host, port, tls, user, sealed, address]);
    }
    return (await this.row()) as Mailbox;
  }

  /** @returns whether there was one */
  async remove(): Promise<boolean> {
    return (await this.db.query(deleteMailbox, [currentTenant().id])).length > 0;
  }

  /**
   * Goes to the mailbox as these settings say, with the password that is kept where none is given. Nothing is saved,
   * and no transaction is open meanwhile: a mailbox is waited for.
   * @throws INVALID_INPUT, LIMIT_EXCEEDED after too many tries
   */
  async try(input: MailboxInput): Promise<MailboxTrial> {
    const { id: tenantId } = currentTenant();
    const checked = checkedMailbox(input);
    const seconds = this.trials.take(tenantId);
    if (seconds > 0) throw refuse('RATE_LIMITED', { seconds });
    const password = checked.password ?? (await this.keptPassword(tenantId, checked));
    if (password === null) return { fault: MailboxFault.PASSWORD_LOST };
    return { fault: await faultOf({ ...checked, password }) };
  }

  /** Which address invitations name; null where there is no mailbox. For administrators and Kvarter. */
  async address(): Promise<string | null> {
    return (await this.row())?.address ?? null;
  }

  /** As Kvarter: how its mailbox is signed in to. @returns null where there is none, the fault where its password can't be opened */
  async signIn(tenantId: string): Promise<ImapSettings | MailboxFault.PASSWORD_LOST | null> {
    const row = await this.row();
    const [kept] = row ? await this.db.query<{ sealed: Buffer | null }>(sealedPassword) : [];
    if (!row || !kept?.sealed) return null;
    const password = openPassword(config().masterKey, tenantId, kept.sealed);
    return password === null ? MailboxFault.PASSWORD_LOST : { ...row, password };
  }

  /** The password that is kept, for whom it was given for. @throws INVALID_INPUT where there is none */
  private async keptPassword(tenantId: string, given: CheckedMailbox): Promise<string | null> {
    const kvarter = systemActor(tenantId);
    // Nothing was asked of the caller's own transaction yet, so it holds no connection that this one could wait for.
    const kept = await this.db.apart(() => actAs(kvarter, () => this.db.run(kvarter, 'job', () => this.signIn(tenantId))));
    if (kept === MailboxFault.PASSWORD_LOST) return null;
    if (!kept || !goesTo(kept, given)) throw refuse('MAILBOX_PASSWORD_NEEDED', {}, { field: 'password' });
    return kept.password;
  }

  private async row(): Promise<MailboxRow | undefined> {
    return (await this.db.query<MailboxRow>(mailboxOf, [currentTenant().id]))[0];
  }

  private sealed(tenantId: string, password: string): Buffer {
    const { masterKey } = config();
    if (!masterKey) throw refuse('MAILBOX_UNSEALABLE');
    return sealPassword(masterKey, tenantId, password);
  }
}

type Account = Pick<ImapSettings, 'host' | 'user'>;

const goesTo = (one: Account, other: Account): boolean => one.host === other.host && one.user === other.user;

async function faultOf(settings: ImapSettings): Promise<MailboxFault | null> {
  try {
    await ImapSession.visit(settings, config().mailboxHosts, longestTrial, async () => undefined);
    return null;
  } catch (error) {
    if (error instanceof MailboxFailure) return error.fault;
    throw error;
  }
}
