/** Which mails one wants, how often, and which of one's own didn't arrive. */
import { Injectable } from '@nestjs/common';
import { config } from '../../config.js';
import { currentActor, currentTenant } from '../auth/actor.js';
import { Db } from '../db/db.js';
import { refuse } from '../graphql/errors.js';
import type { MailPreferencesInput } from './mail.input.js';
import { MailLocale, type MailPreferences, MailRhythm, type UndeliveredMail } from './mail.type.js';
import { MailRegistry } from './mail-registry.js';
import { Post } from './post.js';

/** $1 tenant, $2 person. Primary keys. */
const preferencesOf = `
  select m.email as address, p.digest, p.locale, coalesce(p.muted, '{}') as muted
  from open_room.membership m left join open_room.mail_preference p on p.tenant_id = m.tenant_id and p.person_id = m.person_id
  where m.tenant_id = $1 and m.person_id = $2`;

/** $1 tenant, $2 person, $3 rhythm, $4 language, $5 kinds. Primary key. */
const keepPreferences = `
  insert into open_room.mail_preference (tenant_id, person_id, digest, locale, muted) values ($1, $2, $3, $4, $5)
  on conflict (tenant_id, person_id) do update
    set digest = excluded.digest, locale = excluded.locale, muted = excluded.muted, updated_at = now()`;

/** $1 tenant, $2 person, $3 whether everybody's: what failed within a month. Index outbox_failed. */
const undelivered = `
  with failed as (
    select mail_id, kind, person_id, address_name, error, greatest(created_at, not_before - interval '15 minutes') as at
    from open_room.outbox
    where tenant_id = $1 and state = 'FAILED' and created_at > now() - interval '30 days' and ($3 or created_by = $2)
    order by created_at desc limit 100
  )
  select f.mail_id as id, f.kind, coalesce(n.name, f.address_name, '') as "to", f.error as reason, f.at
  from failed f left join open_room.names_of(array(select person_id from failed)) n on n.person_id = f.person_id
  order by f.at desc, f.mail_id`;

@Injectable()
export class MailPreferencesService {
  constructor(
    private readonly db: Db,
    private readonly registry: MailRegistry,
    private readonly post: Post,
  ) {}

  async mine(): Promise<MailPreferences> {
    const { personId, locale } = currentActor();
    const [row] = await this.db.query<{ address: string | null; digest: MailRhythm | null; locale: MailLocale | null; muted: string[] }>(preferencesOf, [
      currentTenant().id,
      personId,
    ]);
    const muted = row?.muted ?? [];
    return {
      address: row?.address ?? null,
      digest: row?.digest ?? MailRhythm.EACH,
      locale: row?.locale ?? MailLocale.da,
      kinds: this.registry
        .kinds(locale)
        .map(({ kind, name, duty, digest }) => ({ kind, name: name[locale], duty, digest, muted: !duty && muted.includes(kind) })),
      sending: this.post.configured,
      demo: config().demo,
    };
  }

  /** @throws INVALID_INPUT for a kind that isn't there or can't be turned off */
  async set({ digest, locale, muted }: MailPreferencesInput): Promise<MailPreferences> {
    const wanted = [...new Set(muted)].sort();
    if (wanted.some((kind) => this.registry.get(kind)?.kind.duty !== false)) throw refuse('MAIL_KIND_UNKNOWN', {}, { field: 'muted' });
    await this.db.query(keepPreferences, [currentTenant().id, currentActor().personId, digest, locale, wanted]);
    return this.mine();
  }

  /** What the caller caused and did not arrive, newest first; for coordinators, what anybody did. */
  async undelivered(): Promise<UndeliveredMail[]> {
    const { personId, roles, locale } = currentActor();
    const rows = await this.db.query<UndeliveredMail & { kind: string }>(undelivered, [currentTenant().id, personId, roles.includes('coordinator')]);
    return rows.map(({ kind, ...row }) => ({ ...row, kindName: this.registry.get(kind)?.kind.name[locale] ?? kind }));
  }
}
