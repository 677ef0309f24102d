/** Meetings as calendars know them. */
import { Injectable } from '@nestjs/common';
import { config } from '../config.js';
import { currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { calendarFile } from './calendar-file.js';
import { calendarMeeting, meetingPath } from './meeting-invitation.js';
import type { MeetingEntity } from './meeting.entity.js';
import { MeetingsService } from './meetings.service.js';

/** $1 tenant, $2 area: whether it is kept to its named members. Primary key. */
const restrictedArea = 'select 1 from open_room.area where tenant_id = $1 and area_id = $2 and restricted';

@Injectable()
export class CalendarService {
  constructor(
    private readonly db: Db,
    private readonly meetings: MeetingsService,
  ) {}

  /** A file of one meeting, without anybody to answer to. @throws NOT_FOUND */
  async file(meetingId: string): Promise<string> {
    const meeting = await this.meetings.one(meetingId);
    const url = config().publicUrl + meetingPath(currentTenant().slug, meetingId);
    return calendarFile(calendarMeeting(meeting, url, await this.isSensitive(meeting)), new Date());
  }

  /** Whether calendars and mails tell no more of it than its title: its area is kept to some. */
  async isSensitive({ tenantId, areaId }: MeetingEntity): Promise<boolean> {
    return areaId !== null && (await this.db.query(restrictedArea, [tenantId, areaId])).length > 0;
  }
}
