/** In a demonstration no mail is sent; here is what would be. It is written when it is looked at, and kept nowhere. */
import { Injectable } from '@nestjs/common';
import { config } from '../../config.js';
import { actAs, currentActor, currentTenant } from '../auth/actor.js';
import { systemActor, systemPerson } from '../auth/system.js';
import { Db } from '../db/db.js';
import { refuse } from '../graphql/errors.js';
import { linesOf } from './letter.js';
import { MailDesk, type MailTenant } from './mail-desk.js';
import type { MailContent, MailLine } from './mail.js';
import { MailRegistry } from './mail-registry.js';
import type { MailWithContent } from './mail-sorting.js';
import { type DemoMail, type DemoMailLine, MailLineKind, type MailState } from './mail.type.js';
import { type ClaimedRow, type RecipientRow, recipientsOf, tenantNamed } from './outbox.sql.js';

interface DemoRow extends ClaimedRow {
  state: MailState;
  at: Date;
}

/** $1 tenant, $2 person or null for everybody's that may be seen, newest first. Index outbox_by_person. */
const mailsOf = `
  select mail_id as "mailId", kind, person_id as "personId", address, address_name as "addressName", ids, not_before as "dueSince",
    attempts, handovers, message_id as "messageId", created_at as "createdAt", state, coalesce(sent_at, greatest(created_at, not_before)) as at
  from open_room.outbox where tenant_id = $1 and ($2::uuid is null or person_id = $2)
  order by created_at desc, mail_id limit 50`;

@Injectable()
export class DemoMailbox {
  constructor(
    private readonly db: Db,
    private readonly registry: MailRegistry,
    private readonly desk: MailDesk,
  ) {}

  /**
   * Mails to the caller; for a coordinator, to everybody or to `personId`.
   * @throws NOT_FOUND where this is no demonstration
   */
  async mails(personId?: string): Promise<DemoMail[]> {
    if (!config().demo) throw refuse('DEMO_OFF');
    const actor = currentActor();
    const tenantId = currentTenant().id;
    const whose = actor.roles.includes('coordinator') ? (personId ?? null) : actor.personId;
    const rows = await this.db.query<DemoRow>(mailsOf, [tenantId, whose]);
    const made: DemoMail[] = [];
    await this.asKvarter(tenantId, async () => {
      const [tenant] = await this.db.query<{ id: string; slug: string; name: string }>(tenantNamed, [tenantId]);
      const people = [...new Set(rows.flatMap((row) => row.personId ?? []))];
      const recipients = new Map((await this.db.query<RecipientRow>(recipientsOf, [people])).map((recipient) => [recipient.personId, recipient]));
      for (const row of rows) {
        const mail = tenant && (await this.written(tenant, row, recipients.get(row.personId ?? '')));
        if (mail) made.push(mail);
      }
    });
    return made;
  }

  private async written(tenant: MailTenant, row: DemoRow, recipient: RecipientRow | undefined): Promise<DemoMail | null> {
    const registered = this.registry.get(row.kind);
    if (!registered || (row.personId !== null && !recipient)) return null;
    const locale = recipient?.locale ?? 'da';
    const to = { personId: row.personId, name: recipient?.name ?? row.addressName ?? '', address: recipient?.email ?? row.address ?? '' };
    const content = await registered.write({ ids: row.ids, locale, to, tenant });
    if (!content) return null;
    const mail: MailWithContent = { row, kind: registered.kind, to, locale, rhythm: 'EACH', content };
    const { subject, text } = this.desk.message(tenant, { messageId: row.mailId, mails: [mail] });
    return { id: row.mailId, to: to.name, subject, state: row.state, at: row.at, lines: linesShown(content, locale), text };
  }

  /** As the worker would write them, within the caller's transaction: in a demonstration anybody may be anybody anyway. */
  private async asKvarter(tenantId: string, work: () => Promise<void>): Promise<void> {
    const become = (personId: string) => this.db.query("select set_config('kvarter.person', $1, true)", [personId]);
    await become(systemPerson);
    try {
      await actAs(systemActor(tenantId), work);
    } finally {
      await become(currentActor().personId);
    }
  }
}

const linesShown = (content: MailContent, locale: 'da' | 'en'): DemoMailLine[] => linesOf(content, locale).map(lineShown);

const lineShown = (line: MailLine): DemoMailLine => ({
  kind: { paragraph: MailLineKind.PARAGRAPH, item: MailLineKind.ITEM, button: MailLineKind.BUTTON }[line.kind],
  text: line.text,
  path: line.kind === 'paragraph' ? null : (line.path ?? null),
});
