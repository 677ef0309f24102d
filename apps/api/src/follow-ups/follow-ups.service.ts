/** The rules of follow-ups: planned by a cadence or by hand, done, skipped, moved; nothing is lost silently. */

import { Injectable } from '@nestjs/common';
import { addDays, type Check, isWorkingDay, type LocalDate, localDate, nextWorkingDay } from '@kvarter/cadence';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { checkedText } from '../platform/text/checked-text.js';
import { checkedDay } from './checked-day.js';
import { currentRules } from './follow-up-rules.sql.js';

import {
  changeOfSubject,
  closeFollowUp,
  closeOfSubject,
  followUpById,
  type FollowUpRow,
  followUpsBetween,
  followUpsOf,
  insertFollowUps,
  moveFollowUp,
  openOfSubjects,
  retitleOfSubjects,
  slippingByArea,
} from './follow-up.sql.js';

import { type FollowUp, FollowUpState, type Slipping, type SubjectType } from './follow-up.type.js';
import { firstReminderOn, startOf } from './reminder-days.js';

const longestNote = 2_000;
/** More than two years of a large municipality; who asks for more asks for less at a time. */
const mostListed = 5_000;
const daysAhead = 30;
/** What one check is about, and whose it is. */
export interface Subject {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly areaId: string | null;
  readonly title: string | null;
  readonly responsibleId: string;
}

/** Whoever keeps the subjects of checks hears in the same transaction what becomes of a check that was reported on by itself. */
export interface Keeper {
  closed?(subjectId: string, state: 'DONE' | 'SKIPPED', note: string | null): Promise<void>;
  moved?(subjectId: string, dueOn: LocalDate): Promise<void>;
  /** Where somebody can answer without signing in, as an address within Kvarter. */
  answerPath?(subjectId: string, personId: string): string;
  /** Where subjects are seen, as addresses below the tenant's; those the caller may not see are left out. */
  pages?(subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const openBySubject = Symbol('open checks by subject');

@Injectable()
export class FollowUpsService {
  private readonly keepers = new Map<string, Keeper>();
  private readonly pagesOf = new Map<string, symbol>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** To be called once, at start, by the capability whose subjects have one open check each that goes along with them. */
  keptBy(subjectType: SubjectType, keeper: Keeper): void {
    this.keepers.set(subjectType, keeper);
  }

  /** Where somebody reports on a check from a mail: without signing in, where its keeper has a way for that. */
  answerPath(tenantSlug: string, { subjectType, subjectId }: Pick<Subject, 'subjectType' | 'subjectId'>, personId: string): string {
    return this.keepers.get(subjectType)?.answerPath?.(subjectId, personId) ?? `/${tenantSlug}/desk`;
  }

  /** Checks due in a span of days, by day. @throws INVALID_INPUT where it ends before it begins, LIMIT_EXCEEDED where it holds too many */
  async between(from: string, to: string, areaId?: string | null): Promise<FollowUp[]> {
    if (to < from) throw refuse('DATES_REVERSED', {}, { field: 'to' });
    const rows = await this.db.query<FollowUpRow>(followUpsBetween, [currentTenant().id, from, to, areaId ?? null, mostListed + 1]);
    if (rows.length > mostListed) throw refuse('TOO_MANY_FOLLOW_UPS', { max: mostListed }, { field: 'to' });
    return rows.map((row) => this.shown(row));
  }

  /** The caller's own: late, due, and due within 30 days. */
  async mine(): Promise<FollowUp[]> {
    const rows = await this.db.query<FollowUpRow>(followUpsOf, [currentTenant().id, currentActor().personId, addDays(this.clock.today(), daysAhead)]);
    return rows.map((row) => this.shown(row));
  }

  /** What slips, area by area, the worst first. */
  slipping(): Promise<Slipping[]> {
    const today = this.clock.today();
    return this.db.query<Slipping & Record<string, unknown>>(slippingByArea, [currentTenant().id, today, addDays(today, daysAhead)]);
  }

  /** The open check of a subject that has one at a time. */
  ofSubject(subjectType: string, subjectId: string): Promise<FollowUp | null> {
    return loadOne<FollowUp | null>(
      openBySubject,
      subjectId,
      async (ids) =>
        new Map((await this.db.query<FollowUpRow>(openOfSubjects, [currentTenant().id, subjectType, ids])).map((row) => [row.subjectId, this.shown(row)])),
      null,
    );
  }

  /** Where one sees what a check is about, as an address below the tenant's; null where it has no page of its own. */
  async pageOf({ subjectType, subjectId }: Pick<FollowUp, 'subjectType' | 'subjectId'>): Promise<string | null> {
    const keeper = this.keepers.get(subjectType);
    if (!keeper?.pages) return null;
    const which = this.pagesOf.get(subjectType) ?? Symbol(`pages of ${subjectType}`);
    this.pagesOf.set(subjectType, which);
    return loadOne<string | null>(which, subjectId, (ids) => keeper.pages?.(ids) ?? Promise.resolve(new Map()), null);
  }

  /** One check by itself, due on the working day of or after `dueOn`. */
  async one(subject: Subject, dueOn: LocalDate): Promise<FollowUp> {
    const [followUp] = await this.insert(subject, null, [{ index: 1, plannedOn: dueOn, dueOn: nextWorkingDay(dueOn) }]);
    if (!followUp) throw new Error('a check without a cadence is always new');
    return followUp;
  }

  /** The subject's open check goes along with a change of the subject. */
  async follow(subject: Omit<Subject, 'areaId'>, dueOn: LocalDate): Promise<void> {
    const { subjectType, subjectId, title, responsibleId } = subject;
    const due = nextWorkingDay(dueOn);
    const [remindAt] = await this.remindAt([{ subjectType, dueOn: due }]);
    await this.db.query(changeOfSubject, [currentTenant().id, subjectType, subjectId, title, responsibleId, due, remindAt]);
  }

  /** The subjects have another name now, and their open checks with them. @param title null where it names somebody */
  async retitle(subjectType: string, subjectIds: readonly string[], title: string | null): Promise<void> {
    await this.db.query(retitleOfSubjects, [currentTenant().id, subjectType, subjectIds, title]);
  }

  /** One subject became part of another: what was open of it goes on there, on the same days and desks. */
  async passOn({ subjectType, subjectId }: Pick<Subject, 'subjectType' | 'subjectId'>, to: Omit<Subject, 'subjectType' | 'responsibleId'>): Promise<void> {
    const open = await this.db.query<FollowUpRow>(openOfSubjects, [currentTenant().id, subjectType, [subjectId]]);
    for (const { dueOn, responsibleId } of open) await this.one({ ...to, subjectType, responsibleId }, localDate(dueOn));
    await this.closeOf({ subjectType, subjectId }, 'SKIPPED', null);
  }

  /** The subject is over: its open check ends with it. */
  async closeOf({ subjectType, subjectId }: Pick<Subject, 'subjectType' | 'subjectId'>, state: 'DONE' | 'SKIPPED', note: string | null): Promise<void> {
    await this.db.query(closeOfSubject, [currentTenant().id, subjectType, subjectId, state, note, currentActor().personId, this.clock.now()]);
  }

  /** @throws NOT_FOUND; CONFLICT where it is closed already; FORBIDDEN where it is neither the caller's nor theirs to run */
  complete(id: string, note?: string | null): Promise<FollowUp> {
    return this.close(id, 'DONE', note ? checkedText(note, 'note', longestNote) : null);
  }

  /** @throws as `complete`; INVALID_INPUT without a reason */
  skip(id: string, reason: string): Promise<FollowUp> {
    const why = checkedText(reason, 'reason', longestNote);
    if (!why) throw refuse('FIELD_EMPTY', { field: 'reason' }, { field: 'reason' });
    return this.close(id, 'SKIPPED', why);
  }

  /** @throws as `complete`; INVALID_INPUT for a day that has passed or is no working day */
  async move(id: string, to: string): Promise<FollowUp> {
    const due = checkedDay(to, 'dueOn');
    if (due < this.clock.today()) throw refuse('DAY_HAS_PASSED', {}, { field: 'dueOn' });
    if (!isWorkingDay(due)) throw refuse('NO_WORKING_DAY', {}, { field: 'dueOn' });
    const followUp = await this.byId(id);
    const [remindAt] = await this.remindAt([{ subjectType: followUp.subjectType, dueOn: due }]);
    const [moved] = await this.db.query<FollowUpRow>(moveFollowUp, [currentTenant().id, id, due, remindAt]);
    if (!moved) throw unchanged(followUp);
    await this.keepers.get(moved.subjectType)?.moved?.(moved.subjectId, due);
    return this.shown(moved);
  }

  /** @throws INVALID_INPUT where nobody of that id works here today */
  async checkResponsible(personId: string): Promise<void> {
    const [row] = await this.db.query<{ able: boolean }>('select open_room.can_be_responsible($1) as able', [personId]);
    if (!row?.able) throw refuse('RESPONSIBLE_UNKNOWN', {}, { field: 'responsible' });
  }

  /** @throws NOT_FOUND where the area isn't there for the caller */
  async checkArea(areaId: string | null): Promise<void> {
    if (areaId === null) return;
    const [area] = await this.db.query('select 1 from open_room.area where tenant_id = $1 and area_id = $2', [currentTenant().id, areaId]);
    if (!area) throw refuse('AREA_NOT_FOUND', {}, { field: 'areaId' });
  }

  /** Plans checks of a subject, once each: a cadence has one at a place. @returns those that are new, by day */
  async insert(subject: Subject, cadenceId: string | null, checks: readonly Check[]): Promise<FollowUp[]> {
    const { subjectType, subjectId, areaId, title, responsibleId } = subject;
    const rows = await this.db.query<FollowUpRow>(insertFollowUps, [
      currentTenant().id,
      cadenceId,
      subjectType,
      subjectId,
      areaId,
      title,
      responsibleId,
      checks.map(({ index }) => (cadenceId === null ? null : index)),
      checks.map((check) => check.plannedOn),
      checks.map(({ dueOn }) => dueOn),
      checks.map(({ standsFor = 1 }) => standsFor),
      await this.remindAt(checks.map(({ dueOn }) => ({ subjectType, dueOn }))),
    ]);
    return rows.map((row) => this.shown(row)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  }

  /** When somebody is first reminded of each check. */
  async remindAt(checks: readonly { subjectType: string; dueOn: LocalDate }[]): Promise<Date[]> {
    const [rules, today] = [await currentRules(this.db), this.clock.today()];
    return checks.map((check) => startOf(firstReminderOn(check, today, rules)));
  }

  private async close(id: string, state: 'DONE' | 'SKIPPED', note: string | null): Promise<FollowUp> {
    const followUp = await this.byId(id);
    const [closed] = await this.db.query<FollowUpRow>(closeFollowUp, [currentTenant().id, id, state, note, currentActor().personId, this.clock.now()]);
    if (!closed) throw unchanged(followUp);
    await this.keepers.get(closed.subjectType)?.closed?.(closed.subjectId, state, note);
    return this.shown(closed);
  }

  private async byId(id: string): Promise<FollowUp> {
    const [row] = await this.db.query<FollowUpRow>(followUpById, [currentTenant().id, id]);
    if (!row) throw refuse('FOLLOW_UP_NOT_FOUND');
    return this.shown(row);
  }

  /** As it is shown today. */
  shown({ stored, ...row }: FollowUpRow): FollowUp {
    const today = this.clock.today();
    const open = row.dueOn <= today ? FollowUpState.DUE : FollowUpState.SCHEDULED;
    return { ...row, state: stored === 'OPEN' ? open : FollowUpState[stored], late: stored === 'OPEN' && row.dueOn < today };
  }
}

/** Why nothing was changed. Row policies let those change it whose it is, and those who run the team. */
const unchanged = ({ state }: FollowUp) => refuse(state === FollowUpState.DONE || state === FollowUpState.SKIPPED ? 'FOLLOW_UP_CLOSED' : 'NOT_ALLOWED');
