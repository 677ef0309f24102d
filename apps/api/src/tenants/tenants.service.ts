import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/auth/actor.js';
import { CentreDb } from '../platform/db/db.js';
import type { TenantTotals } from './tenant.type.js';

@Injectable()
export class TenantsService {
  constructor(private readonly db: CentreDb) {}

  /** Totals of all municipalities, by the centre's own login. */
  totals(): Promise<TenantTotals[]> {
    return this.db.run(
      currentActor(),
      'read',
      () => this.db.query<TenantTotals & Record<string, unknown>>('select slug, name, areas, closed_meetings as "closedMeetings" from centre.tenant_totals()'),
      { readOnly: true },
    );
  }
}
