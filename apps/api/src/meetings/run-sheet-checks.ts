/**
 * Each item of a run sheet before and after its meeting has a check of its own, where somebody is responsible: on their
 * desk, chased until it is done. What is done during it, the meeting itself leads through.
 */
import { type LocalDate, localDate } from '@kvarter/cadence';
import { textLimits } from '@kvarter/geo';
import type { Locale } from '@kvarter/contract';
import { Injectable } from '@nestjs/common';
import { FollowUpsService, type Keeper } from '../follow-ups/follow-ups.service.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import type { MeetingEntity } from './meeting.entity.js';
import { wordsFor } from './run-sheet.catalogue.js';
import { isPast } from './run-sheet.rules.js';
import { RunSheetStage } from './run-sheet.type.js';
import { checkOffItem, meetingsOfItems, moveItem, type RunSheetRow } from './run-sheet.sql.js';

const subjectType = 'RUN_SHEET_ITEM';
const longestTitle = textLimits.name;

/** What stands on a desk: the item and its meeting. */
export function titleOfCheck({ key, title }: Pick<RunSheetRow, 'key' | 'title'>, meeting: string, locale: Locale): string {
  const words = `${title ?? wordsFor(key ?? '', locale)} – ${meeting}`;
  return words.length > longestTitle ? `${words.slice(0, longestTitle - 1)}…` : words;
}

/** What a check says of the meeting its item is about. */
export type MeetingOfItem = Pick<MeetingEntity, 'title' | 'areaId'>;

@Injectable()
export class RunSheetChecks implements Keeper {
  constructor(
    private readonly db: Db,
    private readonly followUps: FollowUpsService,
  ) {
    followUps.keptBy(subjectType, this);
  }

  /** Brings the check of each item in step with it: begun, moved, somebody else's, or ended. */
  async keep(meeting: MeetingOfItem, items: readonly RunSheetRow[]): Promise<void> {
    for (const item of items) if (item.stage !== RunSheetStage.DURING) await this.keepOne(meeting, item);
  }

  /** Their meeting was called off, or the item taken out. */
  async drop(itemIds: readonly string[]): Promise<void> {
    for (const subjectId of itemIds) await this.followUps.closeOf({ subjectType, subjectId }, 'SKIPPED', null);
  }

  async closed(itemId: string): Promise<void> {
    await this.db.query(checkOffItem, [currentTenant().id, itemId, currentActor().personId]);
  }

  async moved(itemId: string, dueOn: LocalDate): Promise<void> {
    await this.db.query(moveItem, [currentTenant().id, itemId, dueOn]);
  }

  /** That of their meeting. */
  async pages(itemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; meetingId: string }>(meetingsOfItems, [currentTenant().id, itemIds]);
    return new Map(rows.map(({ id, meetingId }) => [id, `meetings/${meetingId}`]));
  }

  private async keepOne({ title, areaId }: MeetingOfItem, item: RunSheetRow): Promise<void> {
    const { id, key, title: own, dueOn, responsible, done } = item;
    if (done || responsible === null || isPast(item)) return this.followUps.closeOf({ subjectType, subjectId: id }, done ? 'DONE' : 'SKIPPED', null);
    const words = titleOfCheck({ key, title: own }, title, currentActor().locale);
    const subject = { subjectType, subjectId: id, areaId, title: words, responsibleId: responsible };
    const open = await this.followUps.ofSubject(subjectType, id);
    if (open) await this.followUps.follow(subject, localDate(dueOn));
    else await this.followUps.one(subject, localDate(dueOn));
  }
}
