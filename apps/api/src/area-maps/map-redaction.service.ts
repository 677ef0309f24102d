/** Taking texts out of a mark's whole history: consent withdrawn, or a name that should never have been there. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type FeatureState, textLimits } from '@kvarter/geo';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { checkedText } from '../platform/text/checked-text.js';
import type { RedactionReceipt } from './area-map.type.js';
import type { Head } from './map-edit.rules.js';
import { MapEditStatus } from './map-edit.type.js';
import { MapEditsService } from './map-edits.service.js';

/** What stands where a text was. */
export const redactedText = '[fjernet]';

interface Redacted extends Record<string, unknown> {
  redaction_id: string;
  redacted_at: Date;
  rows_changed: number;
  state: FeatureState;
}

/** $1 area, $2 feature, $3 text instead, $4 reason: see the function. */
const redactFeature = 'select * from open_room.redact_feature($1, $2, $3, $4)';

@Injectable()
export class MapRedactionService {
  constructor(
    private readonly db: Db,
    private readonly edits: MapEditsService,
  ) {}

  /**
   * Replaces name, note, details and capacities in every row of the feature. An edit is appended, so that whoever
   * shows or keeps the old state gets the new one. Ends the transaction.
   * @throws NOT_FOUND; INVALID_INPUT for the reason
   */
  async redact(areaId: string, featureId: string, reason: string): Promise<RedactionReceipt> {
    const why = checkedText(reason, 'reason', textLimits.reason);
    if (why === null) throw refuse('FIELD_EMPTY', { field: 'reason' }, { field: 'reason' });
    const looked = await this.edits.look(areaId, [{ edit: { editId: randomUUID(), featureId, baseVersion: 0, op: 'UPDATE' }, faults: [] }]);
    const head = looked.heads.get(featureId);
    const [receipt] = head ? await this.db.query<Redacted>(redactFeature, [areaId, featureId, redactedText, why]) : [];
    if (!head || !receipt) throw refuse('FEATURE_NOT_FOUND');
    const after: Head = { ...head, version: head.version + 1, state: receipt.state, updatedAt: looked.at };
    const line = { seq: looked.seq + 1, editId: randomUUID(), op: 'UPDATE', status: MapEditStatus.APPLIED, after } as const;
    await this.edits.write(areaId, [line], new Map([[featureId, after]]), looked);
    return { id: receipt.redaction_id, featureId, redactedAt: receipt.redacted_at, rows: receipt.rows_changed };
  }
}
