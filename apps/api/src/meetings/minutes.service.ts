/** The minutes of a meeting: several write, nobody over another. */
import { Injectable } from '@nestjs/common';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { MeetingState } from './meeting.entity.js';
import { meetingText, meetingTexts } from './meeting.rules.js';
import { MeetingsService } from './meetings.service.js';
import type { MeetingMinutes, MinutesResult } from './minutes.type.js';

type Row = MeetingMinutes & Record<string, unknown>;

const columns = 'text, version, written_by as "writtenBy", written_at as "writtenAt"';

/** $1 tenant, $2 meeting. Primary key. */
const minutesOf = `select ${columns} from open_room.meeting_minutes where tenant_id = $1 and meeting_id = $2`;

/** $1 tenant, $2 meeting, $3 text, $4 person: the first words; no row where somebody was quicker. Primary key. */
const beginMinutes = `
  insert into open_room.meeting_minutes (tenant_id, meeting_id, text, written_by) values ($1, $2, $3, $4)
  on conflict do nothing returning ${columns}`;

/** $1 tenant, $2 meeting, $3 text, $4 person, $5 the version it was written on; no row where there is a newer one. Primary key. */
const writeMinutes = `
  update open_room.meeting_minutes set text = $3, version = version + 1, written_by = $4, written_at = now()
  where tenant_id = $1 and meeting_id = $2 and version = $5 returning ${columns}`;

const nothing: MeetingMinutes = { text: '', version: 0, writtenBy: null, writtenAt: null };

@Injectable()
export class MinutesService {
  constructor(
    private readonly db: Db,
    private readonly meetings: MeetingsService,
  ) {}

  async of(meetingId: string): Promise<MeetingMinutes> {
    const [row] = await this.db.query<Row>(minutesOf, [currentTenant().id, meetingId]);
    return row ?? nothing;
  }

  /**
   * Saves what is written, where nobody saved since `baseVersion`; else says so and gives back what stands.
   * @throws CONFLICT where the meeting is over, FORBIDDEN where it isn't open yet, INVALID_INPUT for a CPR number
   */
  async save(meetingId: string, text: string, baseVersion: number): Promise<MinutesResult> {
    const meeting = await this.meetings.toCome(meetingId);
    if (meeting.state !== MeetingState.OPEN) throw refuse('MEETING_NOT_OPEN');
    const written = meetingText(text, 'summary', meetingTexts.summary) ?? '';
    const values = [meeting.tenantId, meetingId, written, currentActor().personId];
    const [saved] = baseVersion === 0 ? await this.db.query<Row>(beginMinutes, values) : await this.db.query<Row>(writeMinutes, [...values, baseVersion]);
    if (saved) return { saved: true, minutes: saved };
    const minutes = await this.of(meetingId);
    return { saved: minutes.text === written, minutes };
  }
}
