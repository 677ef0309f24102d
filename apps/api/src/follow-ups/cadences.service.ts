/** Rules that produce checks: begun, on hold, taken up again, ended, and planned ahead. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, addMonths, laterOf, type LocalDate, localDate, monthsAhead, nextWorkingDay, plan } from '@kvarter/cadence';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { checkedName } from '../platform/text/checked-text.js';
import type { Cadence } from './cadence.type.js';
import { checkedDay } from './checked-day.js';
import type { StartCadenceInput } from './follow-up.input.js';
import {
  aheadOfCadence,
  cadenceById,
  type CadenceRow,
  cadencesOfArea,
  endCadence,
  type FollowUpRow,
  insertCadence,
  insertOfCadences,
  openOfCadences,
  plannedOn,
  type PlannedRow,
  plannedThrough,
  type ShownCadenceRow,
  unplan,
} from './follow-up.sql.js';
import { type CadenceKind, type FollowUp, subjectTypes } from './follow-up.type.js';
import { FollowUpsService } from './follow-ups.service.js';

/** Checks shown of a cadence: what is due and what comes after it. */
const shownOfCadence = 3;

const openByCadence = Symbol('open checks by cadence');

@Injectable()
export class CadencesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly followUps: FollowUpsService,
  ) {}

  /** Cadences of an area that run or are on hold. */
  async cadencesOf(areaId: string): Promise<Cadence[]> {
    const rows = await this.db.query<ShownCadenceRow>(cadencesOfArea, [currentTenant().id, areaId, this.clock.today()]);
    return rows.map((row) => ({ ...row, kind: row.kind as CadenceKind }));
  }

  /** The first open checks of a cadence. */
  nextOf(cadenceId: string): Promise<FollowUp[]> {
    return loadOne<FollowUp[]>(
      openByCadence,
      cadenceId,
      async (ids) => {
        const rows = await this.db.query<FollowUpRow & { cadenceId: string }>(openOfCadences, [currentTenant().id, ids, shownOfCadence]);
        const checks = new Map<string, FollowUp[]>();
        for (const row of rows) checks.set(row.cadenceId, [...(checks.get(row.cadenceId) ?? []), this.followUps.shown(row)]);
        return checks;
      },
      [],
    );
  }

  /**
   * Begins a cadence and plans it for 24 months at least; what was missed before today is one overdue check.
   * @returns all that was planned, by day
   * @throws NOT_FOUND, INVALID_INPUT naming the field
   */
  async start(input: StartCadenceInput): Promise<FollowUp[]> {
    const { subjectType, subjectId, areaId = null, kind, endsOn = null, responsiblePersonId } = input;
    if (!(subjectTypes as readonly string[]).includes(subjectType)) throw refuse('SUBJECT_UNKNOWN', {}, { field: 'subjectType' });
    const title = input.title ? checkedName(input.title, 'title') : null;
    const startsOn = checkedDay(input.startsOn, 'startsOn');
    if (endsOn !== null && checkedDay(endsOn, 'endsOn') < startsOn) throw refuse('DATES_REVERSED', {}, { field: 'endsOn' });
    await this.followUps.checkArea(areaId);
    await this.followUps.checkResponsible(responsiblePersonId);
    const today = this.clock.today();
    const through = addMonths(laterOf(startsOn, today), monthsAhead);
    const checks = plan({ kind, startsOn, endsOn: endsOn as LocalDate | null, today, through });
    const cadenceId = randomUUID();
    const { id: tenantId } = currentTenant();
    const of = [subjectType, subjectId, areaId, title, kind, startsOn, endsOn, responsiblePersonId];
    await this.db.query(insertCadence, [tenantId, cadenceId, ...of, checks.at(-1)?.index ?? 0, through, currentActor().personId]);
    return this.followUps.insert({ subjectType, subjectId, areaId, title, responsibleId: responsiblePersonId }, cadenceId, checks);
  }

  /**
   * Puts a cadence on hold from today. Its plan ahead goes; what is due already stays, and what somebody put on a day of their
   * choosing. @throws NOT_FOUND, CONFLICT where it is on hold or ended
   */
  async pause(cadenceId: string): Promise<boolean> {
    const cadence = await this.running(cadenceId);
    const today = this.clock.today();
    if (cadence.pauses.at(-1) && !cadence.pauses.at(-1)?.through) throw refuse('CADENCE_ON_HOLD');
    await this.replan(cadence, [...cadence.pauses, { from: today }], today);
    return true;
  }

  /** Takes it up again from today; the days stay those of the rule. @throws NOT_FOUND, CONFLICT where it isn't on hold */
  async resume(cadenceId: string): Promise<FollowUp[]> {
    const cadence = await this.running(cadenceId);
    const today = this.clock.today();
    const hold = cadence.pauses.at(-1);
    if (!hold || hold.through) throw refuse('CADENCE_NOT_ON_HOLD');
    const ended = today > hold.from ? [{ from: hold.from, through: addDays(today, -1) }] : [];
    return this.replan(cadence, [...cadence.pauses.slice(0, -1), ...ended], today);
  }

  /** Ends a cadence today: what is planned ahead goes, what is due stays until somebody reports on it. @throws NOT_FOUND, CONFLICT */
  async end(cadenceId: string): Promise<boolean> {
    await this.running(cadenceId);
    const tenantId = currentTenant().id;
    const today = this.clock.today();
    await this.drop(await this.ahead(cadenceId, addDays(today, 1)));
    await this.db.query(endCadence, [tenantId, cadenceId, this.clock.now(), today]);
    return true;
  }

  /** Plans what cadences have coming up to a day. For the nightly job; places planned before stay as they are. */
  async extend(cadences: readonly CadenceRow[], through: LocalDate): Promise<void> {
    const today = this.clock.today();
    const planned = cadences.map((cadence) => ({ cadence, checks: plan({ ...ruleOf(cadence), today, through, after: cadence.lastPlace }) }));
    const checks = planned.flatMap(({ cadence: { id, subjectType }, checks: coming }) => coming.map((check) => ({ id, subjectType, ...check })));
    if (checks.length > 0) {
      await this.db.query(insertOfCadences, [
        currentTenant().id,
        checks.map(({ id }) => id),
        checks.map(({ index }) => index),
        checks.map((check) => check.plannedOn),
        checks.map(({ dueOn }) => dueOn),
        checks.map(({ standsFor = 1 }) => standsFor),
        await this.followUps.remindAt(checks),
      ]);
    }
    await this.db.query(plannedThrough, [
      currentTenant().id,
      through,
      cadences.map(({ id }) => id),
      planned.map(({ cadence: { lastPlace }, checks: coming }) => coming.at(-1)?.index ?? lastPlace),
    ]);
  }

  private async replan(cadence: CadenceRow, pauses: CadenceRow['pauses'], today: LocalDate): Promise<FollowUp[]> {
    const tenantId = currentTenant().id;
    // By the rule a moved one would be on its old day again, and where that has passed, be taken for missed.
    const going = (await this.ahead(cadence.id, today)).filter((one) => one.dueOn === nextWorkingDay(localDate(one.plannedOn)));
    await this.drop(going);
    const after = Math.min(cadence.lastPlace, ...going.map(({ place }) => place - 1));
    const through = addMonths(laterOf(localDate(cadence.startsOn), today), monthsAhead);
    const checks = plan({ ...ruleOf({ ...cadence, pauses }), today, through, after });
    const followUps = await this.followUps.insert(cadence, cadence.id, checks);
    await this.db.query(plannedOn, [tenantId, cadence.id, checks.at(-1)?.index ?? after, through, JSON.stringify(pauses)]);
    return followUps;
  }

  /** Plans of a day and later that nobody was reminded of, held until the end of the transaction. */
  private ahead(cadenceId: string, from: LocalDate): Promise<PlannedRow[]> {
    return this.db.query<PlannedRow>(aheadOfCadence, [currentTenant().id, cadenceId, from]);
  }

  private async drop(planned: readonly PlannedRow[]): Promise<void> {
    if (planned.length > 0) await this.db.query(unplan, [currentTenant().id, planned.map(({ id }) => id)]);
  }

  private async running(cadenceId: string): Promise<CadenceRow> {
    const [cadence] = await this.db.query<CadenceRow>(cadenceById, [currentTenant().id, cadenceId]);
    if (!cadence) throw refuse('CADENCE_NOT_FOUND');
    if (cadence.ended) throw refuse('CADENCE_ENDED');
    return cadence;
  }
}

const ruleOf = ({ kind, startsOn, endsOn, pauses }: CadenceRow) => ({ kind, startsOn: localDate(startsOn), endsOn: endsOn as LocalDate | null, pauses });
