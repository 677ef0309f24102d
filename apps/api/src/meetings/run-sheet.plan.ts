/** Gives each new meeting the run sheet of its kind, and moves the days when the meeting moves. */
import { Injectable } from '@nestjs/common';
import { currentRules } from '../follow-ups/follow-up-rules.sql.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import type { MeetingEntity } from './meeting.entity.js';
import { templatesFor } from './run-sheet.catalogue.js';
import { RunSheetChecks } from './run-sheet-checks.js';
import { dueOn } from './run-sheet.rules.js';
import { moveDueDays, type RunSheetRow, runSheetsOf, writeRunSheet } from './run-sheet.sql.js';

@Injectable()
export class RunSheetPlan {
  constructor(
    private readonly db: Db,
    private readonly checks: RunSheetChecks,
  ) {}

  /** Whoever plans a meeting is responsible for its items until somebody else is. */
  async begin(meetings: readonly Pick<MeetingEntity, 'id' | 'kind' | 'startsAt' | 'title' | 'areaId'>[]): Promise<void> {
    const { personId } = currentActor();
    const rules = await currentRules(this.db);
    const lines = meetings.flatMap(({ id, kind, startsAt }) =>
      templatesFor(kind, rules).map((item) => ({ id, ...item, due: dueOn(startsAt, { key: item.key, offsetDays: item.days }) })),
    );
    await this.db.query(writeRunSheet, [
      currentTenant().id,
      lines.map(({ id }) => id),
      lines.map(({ stage }) => stage),
      lines.map(({ key }) => key),
      lines.map(() => null),
      lines.map(({ days }) => days),
      lines.map(({ due }) => due),
      lines.map(() => personId),
    ]);
    for (const meeting of meetings) await this.checks.keep(meeting, await this.itemsOf(meeting.id));
  }

  /** What is done keeps its day. */
  async move(meeting: MeetingEntity): Promise<void> {
    const { tenantId, id, startsAt } = meeting;
    const items = (await this.itemsOf(id)).filter(({ done }) => !done).map((item) => ({ ...item, dueOn: dueOn(startsAt, item) }));
    await this.db.query(moveDueDays, [tenantId, id, items.map((item) => item.id), items.map((item) => item.dueOn)]);
    await this.checks.keep(meeting, items);
  }

  /** The meeting is over: what was to be done before it waits no longer. */
  async end(meeting: MeetingEntity): Promise<void> {
    await this.checks.keep(meeting, await this.itemsOf(meeting.id));
  }

  /** The meeting was called off: nothing is left to do for it. */
  async drop({ id }: MeetingEntity): Promise<void> {
    await this.checks.drop((await this.itemsOf(id)).map((item) => item.id));
  }

  private itemsOf(meetingId: string): Promise<RunSheetRow[]> {
    return this.db.query<RunSheetRow>(runSheetsOf, [currentTenant().id, [meetingId]]);
  }
}
