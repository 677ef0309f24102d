/** Undoing what one person did in a meeting, by its host, without touching what others built on it. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type FeatureState, type LoggedEdit, takeBack } from '@kvarter/geo';
import { currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import type { TakeBackResult } from './area-map.type.js';
import { MapEditsService } from './map-edits.service.js';

/** $1 tenant, $2 meeting: its area. Primary key. */
const areaOfMeeting = 'select area_id from open_room.meeting where tenant_id = $1 and meeting_id = $2';

interface OwnEditRow extends Record<string, unknown> {
  feature_id: string;
  before: FeatureState | null;
  after: FeatureState;
}

/** $1 tenant, $2 meeting, $3 person: their edits in it, oldest first, with the state each met. Indexes map_edit_of_meeting, map_edit_of_feature. */
const editsInMeeting = `
  select e.feature_id, b.after as before, e.after
  from open_room.map_edit e
  left join open_room.map_edit b on b.tenant_id = e.tenant_id and b.area_id = e.area_id and b.feature_id = e.feature_id and b.version = e.version - 1
  where e.tenant_id = $1 and e.meeting_id = $2 and e.actor = $3
  order by e.seq`;

@Injectable()
export class MapTakeBackService {
  constructor(
    private readonly db: Db,
    private readonly edits: MapEditsService,
  ) {}

  /**
   * Takes back a person's edits of a meeting, as edits of the caller's own. Ends the transaction.
   * @throws NOT_FOUND: no such meeting, or nobody of that id edited in it
   */
  async takeBack(meetingId: string, personId: string): Promise<TakeBackResult> {
    const tenant = currentTenant().id;
    const [meeting] = await this.db.query<{ area_id: string }>(areaOfMeeting, [tenant, meetingId]);
    if (!meeting) throw refuse('MEETING_NOT_FOUND', {}, { field: 'meetingId' });
    const areaId = meeting.area_id;
    // Locked first: nothing may come in between the reading and the undoing.
    await this.edits.look(areaId, []);
    const logged = await this.db.query<OwnEditRow>(editsInMeeting, [tenant, meetingId, personId]);
    if (logged.length === 0) throw refuse('GUEST_NOT_FOUND', {}, { field: 'personId' });
    const { heads } = await this.edits.look(
      areaId,
      logged.map((row) => ({ edit: { editId: randomUUID(), featureId: row.feature_id, baseVersion: 0, op: 'UPDATE' }, faults: [] })),
    );
    const history = logged.map((row): LoggedEdit => ({ featureId: row.feature_id, before: row.before, after: row.after }));
    const { edits, takenBack, kept } = takeBack(history, heads, randomUUID);
    await this.edits.applyOwn(areaId, edits, true);
    return { takenBack, kept };
  }
}
