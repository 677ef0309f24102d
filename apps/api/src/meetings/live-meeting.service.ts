/** Leading an open meeting: how far it has come, shown alike on every screen. */
import { Injectable } from '@nestjs/common';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { type MeetingEntity, type MeetingPhase, MeetingState } from './meeting.entity.js';
import { MeetingsService } from './meetings.service.js';

export const mostQuestions = 50;

/** $1 tenant, $2 meeting, $3 phase, $4 question, $5 agenda item: where the meeting is now; a new item's clock begins. Primary key. */
const leadTo = `
  update open_room.meeting set phase = $3, question = $4, item_since = case when item_id is not distinct from $5 then item_since when $5 is not null then now() end, item_id = $5
  where tenant_id = $1 and meeting_id = $2 and state = 'OPEN'`;

/** $1 tenant, $2 meeting, $3 item. Primary key. */
const itemThere = 'select 1 from open_room.agenda_item where tenant_id = $1 and meeting_id = $2 and item_id = $3';

@Injectable()
export class LiveMeetingService {
  constructor(
    private readonly db: Db,
    private readonly meetings: MeetingsService,
  ) {}

  /**
   * Goes to a phase, a question of its set and, where there is one, an item of the agenda.
   * @throws FORBIDDEN where the meeting isn't open, NOT_FOUND for the item
   */
  async lead(meetingId: string, phase: MeetingPhase, question: number, itemId: string | null): Promise<MeetingEntity> {
    const meeting = await this.meetings.toCome(meetingId);
    if (meeting.state !== MeetingState.OPEN) throw refuse('MEETING_NOT_OPEN');
    if (question < 0 || question > mostQuestions) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'question', min: 0, max: mostQuestions }, { field: 'question' });
    if (itemId && (await this.db.query(itemThere, [meeting.tenantId, meetingId, itemId])).length === 0)
      throw refuse('AGENDA_ITEM_NOT_FOUND', {}, { field: 'itemId' });
    await this.db.query(leadTo, [meeting.tenantId, meetingId, phase, question, itemId]);
    return this.meetings.one(meetingId);
  }
}
