/** The rules of agreements: made, changed, reported on; each has one open check that chases it until then. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, localDate, nextWorkingDay } from '@kvarter/cadence';
import { checkedDay } from '../follow-ups/checked-day.js';
import { FollowUpsService, type Keeper } from '../follow-ups/follow-ups.service.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { checkedName, checkedText } from '../platform/text/checked-text.js';
import type { CreateAgreementInput, ReportAgreementInput, UpdateAgreementInput } from './agreement.input.js';
import {
  agreementById,
  type AgreementRow,
  agreementsAwaited,
  agreementsById,
  agreementsOf,
  changeAgreement,
  insertAgreement,
  reportOnAgreement,
} from './agreement.sql.js';
import { ReportLinks } from './report-links.js';
import { type Agreement, AgreementAnswer, AgreementState } from './agreement.type.js';

/** All of them, where nothing is said. */
export interface AgreementsAsked {
  readonly areaId?: string | null;
  readonly open?: boolean | null;
  /** Made at this meeting. */
  readonly meetingId?: string | null;
}

const agreements = Symbol('agreements by id');
const longestText = 2_000;
const weekLater = 7;

@Injectable()
export class AgreementsService implements Keeper {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly followUps: FollowUpsService,
    private readonly links: ReportLinks,
  ) {
    followUps.keptBy('AGREEMENT', this);
  }

  /** Agreements one may see; open ones first, by the day they are due. */
  async list({ areaId = null, open = null, meetingId = null }: AgreementsAsked): Promise<Agreement[]> {
    const rows = await this.db.query<AgreementRow>(agreementsOf, [currentTenant().id, areaId, open, meetingId]);
    return rows.map((row) => this.shown(row));
  }

  /** Open ones that the caller made and waits for others to do. */
  async awaited(): Promise<Agreement[]> {
    const rows = await this.db.query<AgreementRow>(agreementsAwaited, [currentTenant().id, currentActor().personId]);
    return rows.map((row) => this.shown(row));
  }

  /** @throws NOT_FOUND, also where it is there but not the caller's to see */
  async one(id: string): Promise<Agreement> {
    const [row] = await this.db.query<AgreementRow>(agreementById, [currentTenant().id, id]);
    if (!row) throw refuse('AGREEMENT_NOT_FOUND');
    return this.shown(row);
  }

  /** The same for those who point at one, if they do; null where it isn't the caller's to see. */
  async maybe(id: string | null): Promise<Agreement | null> {
    if (id === null) return null;
    return loadOne<Agreement | null>(
      agreements,
      id,
      async (ids) => {
        const rows = await this.db.query<AgreementRow>(agreementsById, [currentTenant().id, [...new Set(ids)]]);
        return new Map(rows.map((row) => [row.id, this.shown(row)]));
      },
      null,
    );
  }

  /** @throws NOT_FOUND, INVALID_INPUT naming the field; AGREEMENT_DUE_IN_PAST unless that was confirmed */
  async create(input: CreateAgreementInput): Promise<Agreement> {
    const { areaId = null, meetingId = null, responsiblePersonId, confirmPast } = input;
    const title = checkedName(input.title, 'title');
    const detail = checkedText(input.detail ?? null, 'detail', longestText);
    const dueOn = checkedDay(input.dueOn, 'dueOn');
    if (dueOn < this.clock.today() && !confirmPast) throw refuse('AGREEMENT_DUE_IN_PAST', {}, { field: 'dueOn' });
    await this.followUps.checkArea(areaId);
    await this.checkMeeting(meetingId);
    await this.followUps.checkResponsible(responsiblePersonId);
    const id = randomUUID();
    const [row] = await this.db.query<AgreementRow>(insertAgreement, [
      currentTenant().id,
      id,
      areaId,
      meetingId,
      title,
      detail,
      responsiblePersonId,
      dueOn,
      currentActor().personId,
    ]);
    if (!row) throw refuse('NOT_ALLOWED');
    await this.followUps.one({ subjectType: 'AGREEMENT', subjectId: id, areaId, title, responsibleId: responsiblePersonId }, dueOn);
    return this.shown(row);
  }

  /** @throws NOT_FOUND; CONFLICT where somebody changed or closed it meanwhile; FORBIDDEN where it is neither the caller's nor theirs to run */
  async update(input: UpdateAgreementInput): Promise<Agreement> {
    const { id, version, responsiblePersonId } = input;
    const before = await this.one(id);
    const title = input.title === undefined ? before.title : checkedName(input.title, 'title');
    const detail = input.detail === undefined ? before.detail : checkedText(input.detail, 'detail', longestText);
    const dueOn = input.dueOn ? checkedDay(input.dueOn, 'dueOn') : localDate(before.dueOn);
    if (dueOn !== before.dueOn && dueOn < this.clock.today()) throw refuse('DAY_HAS_PASSED', {}, { field: 'dueOn' });
    const responsibleId = responsiblePersonId ?? before.responsibleId;
    if (responsibleId !== before.responsibleId) await this.followUps.checkResponsible(responsibleId);
    const [row] = await this.db.query<AgreementRow>(changeAgreement, [currentTenant().id, id, version, title, detail, responsibleId, dueOn]);
    if (!row) throw unchanged(before, version);
    await this.followUps.follow({ subjectType: 'AGREEMENT', subjectId: id, title, responsibleId }, dueOn);
    return this.shown(row);
  }

  /**
   * What became of it. Later: the chasing begins anew from the new day, a week from today unless another is named.
   * @throws NOT_FOUND, CONFLICT where it is closed, FORBIDDEN; INVALID_INPUT without words on why it can't be done
   */
  async report({ id, answer, note, dueOn }: ReportAgreementInput): Promise<Agreement> {
    const before = await this.one(id);
    const report = note ? checkedText(note, 'note', longestText) : null;
    if (answer === AgreementAnswer.CANT && !report) throw refuse('FIELD_EMPTY', { field: 'note' }, { field: 'note' });
    const later = answer === AgreementAnswer.LATER;
    const today = this.clock.today();
    const due = later ? (dueOn ? checkedDay(dueOn, 'dueOn') : nextWorkingDay(addDays(today, weekLater))) : localDate(before.dueOn);
    if (later && due < today) throw refuse('DAY_HAS_PASSED', {}, { field: 'dueOn' });
    return this.close(before, later ? AgreementState.OPEN : AgreementState[answer as 'DONE' | 'CANT'], report, due);
  }

  /** No longer wanted. @throws NOT_FOUND, CONFLICT where it is closed, FORBIDDEN, INVALID_INPUT without a reason */
  async drop(id: string, reason: string): Promise<Agreement> {
    const why = checkedText(reason, 'reason', longestText);
    if (!why) throw refuse('FIELD_EMPTY', { field: 'reason' }, { field: 'reason' });
    const before = await this.one(id);
    return this.close(before, AgreementState.DROPPED, why, localDate(before.dueOn));
  }

  /** Its check was reported on by itself. */
  async closed(id: string, state: 'DONE' | 'SKIPPED', note: string | null): Promise<void> {
    const { dueOn } = await this.one(id);
    const became = state === 'DONE' ? AgreementState.DONE : AgreementState.DROPPED;
    await this.db.query(reportOnAgreement, [currentTenant().id, id, became, note, this.clock.now(), dueOn]);
  }

  /** Its check was moved by itself. */
  async moved(id: string, dueOn: LocalDate): Promise<void> {
    const { version, title, detail, responsibleId } = await this.one(id);
    await this.db.query(changeAgreement, [currentTenant().id, id, version, title, detail, responsibleId, dueOn]);
  }

  answerPath(id: string, personId: string): string {
    return this.links.pathFor(currentTenant().id, id, personId);
  }

  private async close(before: Agreement, state: AgreementState, report: string | null, dueOn: LocalDate): Promise<Agreement> {
    const { id, title, responsibleId } = before;
    const [row] = await this.db.query<AgreementRow>(reportOnAgreement, [currentTenant().id, id, state, report, this.clock.now(), dueOn]);
    if (!row) throw unchanged(before, before.version);
    const subject = { subjectType: 'AGREEMENT', subjectId: id, title, responsibleId };
    if (state === AgreementState.OPEN) await this.followUps.follow(subject, dueOn);
    else await this.followUps.closeOf(subject, state === AgreementState.DONE ? 'DONE' : 'SKIPPED', report);
    return this.shown(row);
  }

  private async checkMeeting(meetingId: string | null): Promise<void> {
    if (meetingId === null) return;
    const [meeting] = await this.db.query('select 1 from open_room.meeting where tenant_id = $1 and meeting_id = $2', [currentTenant().id, meetingId]);
    if (!meeting) throw refuse('MEETING_NOT_FOUND', {}, { field: 'meetingId' });
  }

  private shown(row: AgreementRow): Agreement {
    return { ...row, late: row.state === AgreementState.OPEN && row.dueOn < this.clock.today() };
  }
}

function unchanged({ state, version }: Agreement, builtOn: number) {
  if (state !== AgreementState.OPEN) return refuse('AGREEMENT_CLOSED');
  return refuse(version === builtOn ? 'NOT_ALLOWED' : 'AGREEMENT_CHANGED');
}
