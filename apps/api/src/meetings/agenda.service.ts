/** What a meeting is to talk about: planned by its host, noted on by the team while it is open. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { type AgendaRow, dropOthers, finishItem, itemsOf, writeItems } from './agenda.sql.js';
import type { AgendaItem, AgendaItemInput } from './agenda.type.js';
import { type MeetingEntity, MeetingState } from './meeting.entity.js';
import { MeetingMembers } from './meeting-members.js';
import { meetingText, meetingTexts, meetingTitle } from './meeting.rules.js';
import { MeetingsService } from './meetings.service.js';

export const mostItems = 50;
const itemMinutes = { min: 1, max: 480 } as const;

const agendas = Symbol('agenda by meeting');

@Injectable()
export class AgendaService {
  constructor(
    private readonly db: Db,
    private readonly meetings: MeetingsService,
    private readonly members: MeetingMembers,
  ) {}

  of(meetingId: string): Promise<AgendaItem[]> {
    return loadOne<AgendaItem[]>(
      agendas,
      meetingId,
      async (ids) => {
        const rows = await this.db.query<AgendaRow>(itemsOf, [currentTenant().id, ids]);
        return new Map(ids.map((id) => [id, rows.filter((row) => row.meetingId === id)]));
      },
      [],
    );
  }

  /**
   * The whole agenda, in this order; items left out go, those with a known id keep what came of them.
   * @throws CONFLICT where the meeting is over, INVALID_INPUT for an item, NOT_FOUND for a responsible who is no member
   */
  async set(meetingId: string, items: readonly AgendaItemInput[]): Promise<MeetingEntity> {
    const meeting = await this.meetings.toCome(meetingId);
    if (items.length > mostItems) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'agenda', min: 0, max: mostItems }, { field: 'items' });
    const ids = items.map(({ id }) => id ?? randomUUID());
    if (new Set(ids).size < ids.length) throw refuse('VALUE_INVALID', { field: 'agenda' }, { field: 'items' });
    const titles = items.map(({ title }) => meetingTitle(title));
    const minutes = items.map((item) => checkedMinutes(item.minutes));
    const responsible = items.map(({ responsiblePersonId }) => responsiblePersonId ?? null);
    await this.members.require(responsible, 'responsiblePersonId');
    await this.db.query(dropOthers, [meeting.tenantId, meetingId, ids]);
    await this.db.query(writeItems, [meeting.tenantId, meetingId, ids, titles, minutes, responsible]);
    return meeting;
  }

  /** What came of an item, during the meeting. @throws NOT_FOUND, FORBIDDEN where the meeting isn't open */
  async finish(meetingId: string, itemId: string, done: boolean, outcome?: string | null): Promise<MeetingEntity> {
    const meeting = await this.meetings.one(meetingId);
    if (meeting.state !== MeetingState.OPEN) throw refuse('MEETING_NOT_OPEN');
    const said = meetingText(outcome, 'outcome', meetingTexts.outcome);
    const [finished] = await this.db.query(finishItem, [meeting.tenantId, meetingId, itemId, done, said]);
    if (!finished) throw refuse('AGENDA_ITEM_NOT_FOUND', {}, { field: 'itemId' });
    return meeting;
  }
}

function checkedMinutes(minutes: number | null | undefined): number | null {
  if (minutes === null || minutes === undefined) return null;
  const { min, max } = itemMinutes;
  if (minutes < min || minutes > max) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'minutes', min, max }, { field: 'items.minutes' });
  return minutes;
}
