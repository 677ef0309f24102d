/** What is to be done round a meeting: seen to be late, checked off, added to. */
import { Injectable } from '@nestjs/common';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { type MeetingEntity, MeetingState } from './meeting.entity.js';
import { MeetingMembers } from './meeting-members.js';
import { meetingTitle } from './meeting.rules.js';
import { MeetingsService } from './meetings.service.js';
import { wordsFor } from './run-sheet.catalogue.js';
import { RunSheetChecks } from './run-sheet-checks.js';
import { dueOn, isLate } from './run-sheet.rules.js';
import { assign, checkOff, dropRunSheetItem, type RunSheetRow, runSheetsOf, writeRunSheet } from './run-sheet.sql.js';
import type { RunSheetItem, RunSheetItemInput } from './run-sheet.type.js';

export const farthestDays = 365;
const mostItems = 100;

const runSheets = Symbol('run sheet by meeting');

@Injectable()
export class RunSheetService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly meetings: MeetingsService,
    private readonly members: MeetingMembers,
    private readonly checks: RunSheetChecks,
  ) {}

  /** In the order things are done. */
  of(meetingId: string): Promise<RunSheetItem[]> {
    return loadOne<RunSheetItem[]>(
      runSheets,
      meetingId,
      async (ids) => {
        const { locale } = currentActor();
        const today = this.clock.today();
        const rows = await this.db.query<RunSheetRow>(runSheetsOf, [currentTenant().id, [...new Set(ids)]]);
        const items = rows.map((row) => ({ ...row, title: row.title ?? wordsFor(row.key ?? '', locale), late: isLate(row, today) }));
        return new Map(ids.map((id) => [id, items.filter((item) => item.meetingId === id)]));
      },
      [],
    );
  }

  /** How many items should have been done by now. */
  async late(meetingId: string): Promise<number> {
    return (await this.of(meetingId)).filter(({ late }) => late).length;
  }

  /** @throws CONFLICT where the meeting was called off, INVALID_INPUT, and for a responsible who doesn't work here */
  async add(meetingId: string, { stage, title, offsetDays, responsiblePersonId }: RunSheetItemInput): Promise<MeetingEntity> {
    const meeting = await this.notCancelled(meetingId);
    const words = meetingTitle(title);
    if (Math.abs(offsetDays) > farthestDays)
      throw refuse('NUMBER_OUT_OF_RANGE', { field: 'offsetDays', min: -farthestDays, max: farthestDays }, { field: 'offsetDays' });
    if ((await this.of(meetingId)).length >= mostItems) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'count', min: 0, max: mostItems });
    const responsible = responsiblePersonId ?? null;
    await this.members.requireOnTeam(responsible);
    const due = dueOn(meeting.startsAt, { key: null, offsetDays });
    await this.db.query(writeRunSheet, [meeting.tenantId, [meetingId], [stage], [null], [words], [offsetDays], [due], [responsible]]);
    await this.keep(meeting);
    return meeting;
  }

  /** Checks an item off, or opens it again. @throws NOT_FOUND, CONFLICT where the meeting was called off */
  async check(meetingId: string, itemId: string, done: boolean): Promise<MeetingEntity> {
    const meeting = await this.notCancelled(meetingId);
    return this.changed(meeting, await this.db.query(checkOff, [meeting.tenantId, meetingId, itemId, done, currentActor().personId]));
  }

  /** @param personId null for nobody. @throws NOT_FOUND for the item, INVALID_INPUT for somebody who doesn't work here */
  async assign(meetingId: string, itemId: string, personId: string | null): Promise<MeetingEntity> {
    const meeting = await this.notCancelled(meetingId);
    await this.members.requireOnTeam(personId);
    return this.changed(meeting, await this.db.query(assign, [meeting.tenantId, meetingId, itemId, personId]));
  }

  /** @throws NOT_FOUND */
  async remove(meetingId: string, itemId: string): Promise<MeetingEntity> {
    const meeting = await this.notCancelled(meetingId);
    const dropped = await this.changed(meeting, await this.db.query(dropRunSheetItem, [meeting.tenantId, meetingId, itemId]));
    await this.checks.drop([itemId]);
    return dropped;
  }

  /** What comes after a meeting is done when it is closed. */
  private async notCancelled(id: string): Promise<MeetingEntity> {
    const meeting = await this.meetings.one(id);
    if (meeting.state === MeetingState.CANCELLED) throw refuse('MEETING_CANCELLED');
    return meeting;
  }

  private async changed(meeting: MeetingEntity, rows: readonly unknown[]): Promise<MeetingEntity> {
    if (rows.length === 0) throw refuse('RUN_SHEET_ITEM_NOT_FOUND', {}, { field: 'itemId' });
    await this.keep(meeting);
    return meeting;
  }

  private async keep(meeting: MeetingEntity): Promise<void> {
    await this.checks.keep(meeting, await this.db.query<RunSheetRow>(runSheetsOf, [meeting.tenantId, [meeting.id]]));
  }
}
