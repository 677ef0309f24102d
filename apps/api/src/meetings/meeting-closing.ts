/** What the end of a meeting brings with it, in one transaction. */
import { addMonths, localDateOf } from '@kvarter/cadence';
import { Injectable } from '@nestjs/common';
import { MapSnapshotsService } from '../area-maps/map-snapshots.service.js';
import { currentRules } from '../follow-ups/follow-up-rules.sql.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { currentActor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { carryOver } from './agenda.sql.js';
import { type MeetingEntity, MeetingKind, MeetingState } from './meeting.entity.js';
import { MeetingMails } from './meeting-mails.js';
import { hasMap } from './meeting.rules.js';
import { MeetingsService } from './meetings.service.js';
import { RunSheetPlan } from './run-sheet.plan.js';

/** Its map, which is opened again by a meeting that is planned where the area is shown. */
const subjectType = 'AREA';

@Injectable()
export class MeetingClosing {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly meetings: MeetingsService,
    private readonly runSheets: RunSheetPlan,
    private readonly mapSnapshots: MapSnapshotsService,
    private readonly followUps: FollowUpsService,
    private readonly mails: MeetingMails,
  ) {
    followUps.keptBy(subjectType, { pages: (areaIds) => Promise.resolve(new Map(areaIds.map((id) => [id, `areas/${id}`]))) });
  }

  /**
   * Ends the meeting, takes the snapshot of its map, where it has one, lets go what was to be done before it, hands what was left open to the next one, sends
   * what it arrived at to those who were there, and sees to it that an area's map is opened again.
   * @throws NOT_FOUND, CONFLICT where it isn't open
   */
  async close(id: string): Promise<MeetingEntity> {
    const meeting = await this.meetings.one(id);
    await this.meetings.move(meeting, MeetingState.OPEN, MeetingState.CLOSED);
    const { areaId, title, kind } = meeting;
    if (areaId && hasMap(meeting)) await this.mapSnapshots.takeAtClosing({ id, areaId, title });
    if (areaId && kind === MeetingKind.AREA) await this.openMapAgain(areaId);
    await this.runSheets.end(meeting);
    const next = await this.meetings.next(meeting);
    if (next) await this.db.query(carryOver, [meeting.tenantId, id, next.id]);
    await this.mails.summary(meeting);
    return this.meetings.one(id);
  }

  /** Half a year from now or what the rules say (domain section 9, area map), unless a cadence of the area's own sees to it. */
  private async openMapAgain(areaId: string): Promise<void> {
    const subject = { subjectType, subjectId: areaId, areaId, title: null, responsibleId: currentActor().personId };
    const dueOn = addMonths(localDateOf(this.clock.now()), (await currentRules(this.db)).mapMonths);
    const open = await this.followUps.ofSubject(subjectType, areaId);
    if (!open) await this.followUps.one(subject, dueOn);
    else if (!open.cadenceId) await this.followUps.follow(subject, dueOn);
  }
}
