/** A tenant may call roles and fora what it is used to; what a role may do never changes by that (domain section 3). */
import { Injectable } from '@nestjs/common';
import { currentTenant } from '../platform/auth/actor.js';
import { roleNames } from '../platform/auth/roles.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { checkedText } from '../platform/text/checked-text.js';
import type { LocalName } from './local-name.type.js';
import { dropLocalName, localNames, setLocalName } from './team.sql.js';

/** Standing groups (domain section 2, Forum). */
const fora = ['forum.team', 'forum.steering', 'forum.infohus', 'forum.network'];
const terms: readonly string[] = [...roleNames.filter((role) => role !== 'centre_admin'), ...fora];
const longest = 60;

@Injectable()
export class LocalNamesService {
  constructor(private readonly db: Db) {}

  all(): Promise<LocalName[]> {
    return this.db.query<LocalName & Record<string, unknown>>(localNames, [currentTenant().id]);
  }

  /** Gives a role or forum a name of the tenant's own, or without a Danish one takes it back. @throws INVALID_INPUT */
  async set(term: string, given: { da?: string | null; en?: string | null }): Promise<LocalName[]> {
    if (!terms.includes(term)) throw refuse('TERM_UNKNOWN', {}, { field: 'term' });
    const tenant = currentTenant().id;
    const da = checkedText(given.da, 'localName', longest);
    const en = checkedText(given.en, 'localName', longest);
    if (da === null && en !== null) throw refuse('FIELD_EMPTY', { field: 'localName' }, { field: 'da' });
    if (da === null) await this.db.query(dropLocalName, [tenant, term]);
    else await this.db.query(setLocalName, [tenant, term, da, en]);
    return this.all();
  }
}
