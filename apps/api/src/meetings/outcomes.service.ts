/** What meetings arrive at: said while they are open, put on the map, and made into agreements. */
import { Injectable } from '@nestjs/common';
import type { CreateAgreementInput } from '../agreements/agreement.input.js';
import { AgreementsService } from '../agreements/agreements.service.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { type AgendaRow, itemsOf } from './agenda.sql.js';
import { mostQuestions } from './live-meeting.service.js';
import { type MeetingEntity, MeetingState } from './meeting.entity.js';
import { meetingText, meetingTexts } from './meeting.rules.js';
import { MeetingsService } from './meetings.service.js';
import {
  agreeOnItem,
  agreeOnOutcome,
  attachOutcome,
  countOutcomes,
  insertOutcome,
  markIsThere,
  outcomeById,
  type OutcomeRow,
  outcomesOf,
  outcomesOnMapOf,
  removeOutcome,
  rewordOutcome,
} from './outcome.sql.js';
import type { MeetingOutcome, MeetingOutcomeInput } from './outcome.type.js';

/** More than a meeting of two hours says. */
export const mostOutcomes = 300;

const outcomes = Symbol('outcomes by meeting');

@Injectable()
export class OutcomesService {
  constructor(
    private readonly db: Db,
    private readonly meetings: MeetingsService,
    private readonly agreements: AgreementsService,
  ) {}

  /** As they were said. */
  of(meetingId: string): Promise<MeetingOutcome[]> {
    return loadOne<MeetingOutcome[]>(
      outcomes,
      meetingId,
      async (ids) => {
        const rows = await this.db.query<OutcomeRow>(outcomesOf, [currentTenant().id, [...new Set(ids)]]);
        return new Map(ids.map((id) => [id, rows.filter((row) => row.meetingId === id)]));
      },
      [],
    );
  }

  /** What was said of an area's marks, the latest meeting first. */
  onMap(areaId: string): Promise<MeetingOutcome[]> {
    return this.db.query<OutcomeRow>(outcomesOnMapOf, [currentTenant().id, areaId]);
  }

  /**
   * Writes down what was said, under the question it answered.
   * @throws CONFLICT where the meeting is over, FORBIDDEN where it isn't open, INVALID_INPUT for the text, the question or the mark
   */
  async note(meetingId: string, { text, phase, question, featureId }: MeetingOutcomeInput): Promise<MeetingEntity> {
    const meeting = await this.openMeeting(meetingId);
    const said = meetingText(text, 'outcome', meetingTexts.said, true);
    const asked = phase ? (question ?? null) : null;
    if (asked !== null && (asked < 0 || asked > mostQuestions))
      throw refuse('NUMBER_OUT_OF_RANGE', { field: 'question', min: 0, max: mostQuestions }, { field: 'question' });
    const [already] = await this.db.query<{ count: number }>(countOutcomes, [meeting.tenantId, meetingId]);
    if ((already?.count ?? 0) >= mostOutcomes) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'count', min: 0, max: mostOutcomes });
    const mark = await this.markOf(meeting, featureId ?? null);
    await this.db.query(insertOutcome, [meeting.tenantId, meetingId, phase ?? null, asked, said, ...mark, currentActor().personId]);
    return meeting;
  }

  /** @param featureId a mark on the map of the meeting's area; null takes it off. @throws NOT_FOUND, CONFLICT where the meeting is over, INVALID_INPUT for the mark */
  async attach(id: string, featureId: string | null): Promise<MeetingOutcome> {
    const { meetingId } = await this.one(id);
    const meeting = await this.openMeeting(meetingId);
    await this.db.query(attachOutcome, [meeting.tenantId, id, ...(await this.markOf(meeting, featureId))]);
    return this.one(id);
  }

  /** Says it better. @throws NOT_FOUND, INVALID_INPUT for the text, CONFLICT where the meeting is over, FORBIDDEN for what somebody else wrote */
  async reword(id: string, text: string): Promise<MeetingOutcome> {
    const { meetingId } = await this.one(id);
    const { tenantId } = await this.openMeeting(meetingId);
    const reworded = await this.db.query(rewordOutcome, [tenantId, id, meetingText(text, 'outcome', meetingTexts.said, true)]);
    if (reworded.length === 0) throw refuse('NOT_ALLOWED');
    return this.one(id);
  }

  /**
   * Makes an agreement of it, about the meeting's area and as made at the meeting, whatever the input says of those.
   * @throws NOT_FOUND, CONFLICT where it has become one already or the meeting was called off; and as agreements do
   */
  async agree(id: string, input: CreateAgreementInput): Promise<MeetingOutcome> {
    const { meetingId } = await this.one(id);
    const agreement = await this.agreeAt(meetingId, input);
    const linked = await this.db.query(agreeOnOutcome, [currentTenant().id, id, agreement]);
    if (linked.length === 0) throw refuse('OUTCOME_AGREED');
    return this.one(id);
  }

  /** The same of what came of an item of the agenda. @throws NOT_FOUND, INVALID_INPUT where nothing came of it, CONFLICT as above, FORBIDDEN */
  async agreeOnItem(meetingId: string, itemId: string, input: CreateAgreementInput): Promise<MeetingEntity> {
    const agreement = await this.agreeAt(meetingId, input);
    const linked = await this.db.query(agreeOnItem, [currentTenant().id, meetingId, itemId, agreement]);
    if (linked.length === 0) throw await this.whyNot(meetingId, itemId);
    return this.meetings.one(meetingId);
  }

  /** @throws NOT_FOUND; FORBIDDEN after the meeting for all but coordinators */
  async remove(id: string): Promise<MeetingEntity> {
    const { meetingId } = await this.one(id);
    const removed = await this.db.query(removeOutcome, [currentTenant().id, id]);
    if (removed.length === 0) throw refuse('NOT_ALLOWED');
    return this.meetings.one(meetingId);
  }

  private async agreeAt(meetingId: string, input: CreateAgreementInput): Promise<string> {
    const { areaId, state } = await this.meetings.one(meetingId);
    if (state === MeetingState.CANCELLED) throw refuse('MEETING_CANCELLED');
    return (await this.agreements.create({ ...input, areaId, meetingId })).id;
  }

  private async whyNot(meetingId: string, itemId: string) {
    const items = await this.db.query<AgendaRow>(itemsOf, [currentTenant().id, [meetingId]]);
    const item = items.find(({ id }) => id === itemId);
    if (!item) return refuse('AGENDA_ITEM_NOT_FOUND', {}, { field: 'itemId' });
    if (item.outcome === null) return refuse('FIELD_EMPTY', { field: 'outcome' }, { field: 'itemId' });
    return refuse(item.agreementId === null ? 'NOT_ALLOWED' : 'OUTCOME_AGREED');
  }

  private async one(id: string): Promise<MeetingOutcome> {
    const [row] = await this.db.query<OutcomeRow>(outcomeById, [currentTenant().id, id]);
    if (!row) throw refuse('OUTCOME_NOT_FOUND', {}, { field: 'outcomeId' });
    return row;
  }

  private async openMeeting(id: string): Promise<MeetingEntity> {
    const meeting = await this.meetings.toCome(id);
    if (meeting.state !== MeetingState.OPEN) throw refuse('MEETING_NOT_OPEN');
    return meeting;
  }

  /** A mark with the area on whose map it is. */
  private async markOf({ tenantId, areaId }: MeetingEntity, featureId: string | null): Promise<[areaId: string | null, featureId: string | null]> {
    if (featureId === null) return [null, null];
    const [mark] = areaId ? await this.db.query(markIsThere, [tenantId, areaId, featureId]) : [];
    if (!mark) throw refuse('FEATURE_NOT_HERE', {}, { field: 'featureId' });
    return [areaId, featureId];
  }
}
