/** Who acts by a link in a mail: nobody is signed in, and what the link was sealed for is all they may. */
import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { actAs, type Actor, type Locale } from './actor.js';
import { systemActor } from './system.js';

export interface LinkHolder {
  readonly tenantId: string;
  /** The member it was sent to; null for somebody from outside, for whom Kvarter acts. */
  readonly personId: string | null;
  readonly locale: Locale;
}

@Injectable()
export class ActorOfLink {
  constructor(private readonly db: Db) {}

  /** In one transaction. A member's membership is looked up by the database: what they lost since, the link lost with them. */
  run<T>({ tenantId, personId, locale }: LinkHolder, work: () => Promise<T>): Promise<T> {
    const kvarter = systemActor(tenantId);
    const member: Actor = { ...kvarter, personId: personId ?? '', name: '', roles: [], permissions: new Set() };
    const actor = { ...(personId === null ? kvarter : member), locale };
    return actAs(actor, () => this.db.run(actor, 'sign-in', work));
  }
}
