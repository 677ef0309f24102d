/** The rules of rounds: one at a time under way in an area; its six steps are led in order and never locked. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { textLimits } from '@kvarter/geo';
import { checkedBoundary } from '../areas/area.rules.js';
import { checkedDay } from '../follow-ups/checked-day.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { MeetingKind } from '../meetings/meeting.entity.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { RawJson } from '../platform/graphql/raw-json.js';
import { checkedName, checkedText } from '../platform/text/checked-text.js';
import { RoundChecks } from './round-checks.js';
import type { ChangeMilestoneInput, CreateRoundInput, DescribeRoundInput } from './round.input.js';
import { checkedGroups, checkedLocalGroups, steps } from './round.rules.js';
import {
  areaChanged,
  changeMilestone,
  closeRound,
  describeRound,
  insertMilestone,
  insertRound,
  insertSteps,
  judgeDelimitation,
  type MeetingRow,
  meetingsOf,
  meetingToTie,
  milestoneById,
  type MilestoneRow,
  milestonesOf,
  moveStep,
  removeMilestone,
  roundById,
  type RoundRow,
  roundsOf,
  type StepRow,
  stepsOf,
  tieMeeting,
  untieMeeting,
} from './round.sql.js';
import {
  type MappingRound,
  type MappingStep,
  type RoundMeeting,
  type RoundMilestone,
  RoundState,
  type RoundStep,
  RoundStepKind,
  type RoundStepState,
} from './round.type.js';

const stepsByRound = Symbol('steps by round');
const milestonesByRound = Symbol('milestones by round');
const meetingsByRound = Symbol('meetings by round');

@Injectable()
export class RoundsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly followUps: FollowUpsService,
    private readonly checks: RoundChecks,
  ) {}

  /** An area's rounds: the one under way first, then the latest. @throws NOT_FOUND where the area isn't there for the caller */
  async list(areaId: string): Promise<MappingRound[]> {
    await this.followUps.checkArea(areaId);
    const rows = await this.db.query<RoundRow>(roundsOf, [currentTenant().id, areaId]);
    return rows.map((row) => this.shown(row));
  }

  /** @throws NOT_FOUND, also where it is there but not the caller's to see */
  async one(id: string): Promise<MappingRound> {
    return this.shown(await this.row(id));
  }

  /** A round that can be worked on. @throws as `one`; CONFLICT where it is closed */
  async underWay(id: string): Promise<RoundRow> {
    const row = await this.row(id);
    if (row.state === RoundState.CLOSED) throw refuse('ROUND_CLOSED');
    return row;
  }

  async stepsOf(id: string): Promise<RoundStep[]> {
    const rows = await loadOne<StepRow[]>(stepsByRound, id, (ids) => this.byRound<StepRow>(stepsOf, ids), []);
    return [...rows].sort((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
  }

  async milestonesOf(id: string): Promise<RoundMilestone[]> {
    const rows = await loadOne<MilestoneRow[]>(milestonesByRound, id, (ids) => this.byRound<MilestoneRow>(milestonesOf, ids), []);
    return rows.map((row) => ({ ...row, late: row.doneAt === null && row.dueOn < this.clock.today() }));
  }

  async meetingsOf(id: string): Promise<RoundMeeting[]> {
    const rows = await loadOne<MeetingRow[]>(meetingsByRound, id, (ids) => this.byRound<MeetingRow>(meetingsOf, ids), []);
    return rows.map((row) => ({ ...row, open: row.state === 'OPEN' }));
  }

  /** Begins a round with its first step. @throws NOT_FOUND, INVALID_INPUT naming the field, INVALID_GEOMETRY; CONFLICT where another is under way */
  async create(input: CreateRoundInput): Promise<MappingRound> {
    const { areaId } = input;
    const name = checkedName(input.name, 'name');
    const period = checkedPeriod(input.startsOn, input.endsOn);
    const groups = [checkedGroups(input.targetGroups), checkedLocalGroups(input.localGroups)];
    const knowledge = checkedText(input.missingKnowledge ?? null, 'missingKnowledge', textLimits.description);
    await this.followUps.checkArea(areaId);
    const delimitation = await this.checkedDelimitation(areaId, input.delimitation);
    const { personId } = currentActor();
    const responsible = input.responsiblePersonId ?? personId;
    await this.checkCoordinator(responsible);
    const [tenantId, id] = [currentTenant().id, randomUUID()];
    const described = [name, ...groups, knowledge, delimitation, ...period, responsible];
    await this.db.query(insertRound, [tenantId, id, areaId, ...described, personId]).catch(refuseSecond);
    await this.db.query(insertSteps, [tenantId, id, areaId, steps, RoundStepKind.PURPOSE, personId, this.clock.now()]);
    const row = await this.row(id);
    await this.checks.begin(row);
    return this.shown(row);
  }

  /** @throws NOT_FOUND, INVALID_INPUT naming the field, INVALID_GEOMETRY; CONFLICT where somebody changed or closed it meanwhile */
  async describe(input: DescribeRoundInput): Promise<MappingRound> {
    const before = await this.row(input.id);
    const name = input.name ? checkedName(input.name, 'name') : before.name;
    const period = checkedPeriod(input.startsOn ?? before.startsOn, input.endsOn ?? before.endsOn);
    const groups = input.targetGroups === undefined ? before.targetGroups : checkedGroups(input.targetGroups);
    const localGroups = input.localGroups === undefined ? before.localGroups : checkedLocalGroups(input.localGroups);
    const knowledge =
      input.missingKnowledge === undefined ? before.missingKnowledge : checkedText(input.missingKnowledge, 'missingKnowledge', textLimits.description);
    const delimitation = input.delimitation === undefined ? before.delimitation : await this.checkedDelimitation(before.areaId, input.delimitation);
    const responsible = input.responsiblePersonId ?? before.responsibleId;
    if (responsible !== before.responsibleId) await this.checkCoordinator(responsible);
    const described = [name, groups, localGroups, knowledge, delimitation, ...period, responsible];
    const [row] = await this.db.query<RoundRow>(describeRound, [currentTenant().id, input.id, input.version, ...described]);
    if (!row) throw refuse(before.state === RoundState.CLOSED ? 'ROUND_CLOSED' : 'ROUND_CHANGED');
    await this.checks.follow(row);
    return this.shown(row);
  }

  /** Any step to any state, whatever the others are. @throws NOT_FOUND, CONFLICT where the round is closed */
  async moveStep(id: string, step: RoundStepKind, state: RoundStepState): Promise<MappingRound> {
    const round = await this.underWay(id);
    await this.db.query(moveStep, [currentTenant().id, id, step, state, currentActor().personId, this.clock.now()]);
    return this.shown(round);
  }

  /** Ends the round; it stays to be read. @throws NOT_FOUND, CONFLICT where it is closed already */
  async close(id: string): Promise<MappingRound> {
    const before = await this.underWay(id);
    await this.checks.end(before);
    const [row] = await this.db.query<RoundRow>(closeRound, [currentTenant().id, id, currentActor().personId, this.clock.now()]);
    if (!row) throw refuse('ROUND_CLOSED');
    await this.db.query(areaChanged, [currentTenant().id, row.areaId]);
    return this.shown(row);
  }

  /** @throws NOT_FOUND, INVALID_INPUT naming the field, CONFLICT where the round is closed */
  async addMilestone(roundId: string, givenName: string, givenDay: string): Promise<MappingRound> {
    const round = await this.underWay(roundId);
    const milestone = { id: randomUUID(), name: checkedName(givenName, 'name'), dueOn: checkedDay(givenDay, 'dueOn') };
    await this.db.query(insertMilestone, [currentTenant().id, milestone.id, round.areaId, roundId, milestone.name, milestone.dueOn]);
    await this.checks.beginMilestone(round, milestone);
    return this.shown(round);
  }

  /** Its check goes along: ends when it is done, begins anew when it isn't after all. @throws as `addMilestone` */
  async changeMilestone({ id, name, dueOn, done }: ChangeMilestoneInput): Promise<MappingRound> {
    const before = await this.milestone(id);
    const round = await this.underWay(before.roundId);
    const milestone = { id, name: name ? checkedName(name, 'name') : before.name, dueOn: dueOn ? checkedDay(dueOn, 'dueOn') : before.dueOn };
    const was = before.doneAt !== null;
    const is = done ?? was;
    const doneNow = [before.doneAt ?? this.clock.now(), before.doneById ?? currentActor().personId];
    await this.db.query(changeMilestone, [currentTenant().id, id, milestone.name, milestone.dueOn, ...(is ? doneNow : [null, null])]);
    if (is && !was) await this.checks.endMilestone(id, true);
    else if (was && !is) await this.checks.beginMilestone(round, milestone);
    else if (!is) await this.checks.followMilestone(round, milestone);
    return this.shown(round);
  }

  /** @throws NOT_FOUND, CONFLICT where the round is closed */
  async removeMilestone(id: string): Promise<MappingRound> {
    const { roundId } = await this.milestone(id);
    const round = await this.underWay(roundId);
    await this.checks.endMilestone(id, false);
    await this.db.query(removeMilestone, [currentTenant().id, id]);
    return this.shown(round);
  }

  /** Ties an area meeting to one of the round's steps, and asks the team to prepare it. @throws NOT_FOUND, INVALID_INPUT, CONFLICT */
  async tieMeeting(id: string, meetingId: string, step: MappingStep): Promise<MappingRound> {
    const round = await this.underWay(id);
    const tenantId = currentTenant().id;
    const [meeting] = await this.db.query<{ areaId: string; kind: string; roundId: string | null }>(meetingToTie, [tenantId, meetingId]);
    if (!meeting) throw refuse('MEETING_NOT_FOUND', {}, { field: 'meetingId' });
    if (meeting.areaId !== round.areaId || meeting.kind !== MeetingKind.AREA) throw refuse('ROUND_MEETING_UNFIT', {}, { field: 'meetingId' });
    if (meeting.roundId !== null && meeting.roundId !== id) throw refuse('ROUND_MEETING_TAKEN', {}, { field: 'meetingId' });
    await this.db.query(untieMeeting, [tenantId, meetingId]);
    await this.db.query(tieMeeting, [tenantId, meetingId, round.areaId, id, step]);
    await this.checks.askToPrepare(round);
    return this.shown(round);
  }

  /** @throws NOT_FOUND where the meeting belongs to no round of the caller's to see, CONFLICT where that is closed */
  async untieMeeting(meetingId: string): Promise<MappingRound> {
    const [untied] = await this.db.query<{ roundId: string }>(untieMeeting, [currentTenant().id, meetingId]);
    if (!untied) throw refuse('MEETING_NOT_FOUND', {}, { field: 'meetingId' });
    const round = await this.underWay(untied.roundId);
    await this.checks.askToPrepare(round);
    return this.shown(round);
  }

  private async row(id: string): Promise<RoundRow> {
    const [row] = await this.db.query<RoundRow>(roundById, [currentTenant().id, id]);
    if (!row) throw refuse('ROUND_NOT_FOUND');
    return row;
  }

  private async milestone(id: string): Promise<MilestoneRow> {
    const [row] = await this.db.query<MilestoneRow>(milestoneById, [currentTenant().id, id]);
    if (!row) throw refuse('MILESTONE_NOT_FOUND');
    return row;
  }

  private async byRound<Row extends { roundId: string } & Record<string, unknown>>(sql: string, ids: readonly string[]): Promise<Map<string, Row[]>> {
    const found = new Map<string, Row[]>();
    for (const row of await this.db.query<Row>(sql, [currentTenant().id, ids])) found.set(row.roundId, [...(found.get(row.roundId) ?? []), row]);
    return found;
  }

  /** GeoJSON text of a polygon that libs/geo and PostGIS find sound and that meets the area; null where none was given. */
  private async checkedDelimitation(areaId: string, given: unknown): Promise<string | null> {
    if (given === undefined || given === null) return null;
    const text = JSON.stringify(checkedBoundary(given));
    const [judged] = await this.db.query<{ sound: boolean; lon: number | null; lat: number | null; meets: boolean | null }>(judgeDelimitation, [
      currentTenant().id,
      areaId,
      text,
    ]);
    if (!judged?.sound) throw refuse('GEOMETRY_SELF_INTERSECTION', { lon: judged?.lon ?? 0, lat: judged?.lat ?? 0 }, { field: 'delimitation' });
    if (!judged.meets) throw refuse('DELIMITATION_ELSEWHERE', {}, { field: 'delimitation' });
    return text;
  }

  private async checkCoordinator(personId: string): Promise<void> {
    const [row] = await this.db.query('select 1 from open_room.coordinators() c where c = $1', [personId]);
    if (!row) throw refuse('ROUND_RESPONSIBLE', {}, { field: 'responsible' });
  }

  private shown({ delimitation, ...row }: RoundRow): MappingRound {
    return {
      ...row,
      delimitation: delimitation === null ? null : new RawJson(delimitation),
      late: row.state === RoundState.UNDER_WAY && row.endsOn < this.clock.today(),
    };
  }
}

/** Both days, in order. Throws INVALID_INPUT naming the field. */
function checkedPeriod(from: string, to: string): [string, string] {
  const [startsOn, endsOn] = [checkedDay(from, 'startsOn'), checkedDay(to, 'endsOn')];
  if (endsOn < startsOn) throw refuse('DATES_REVERSED', {}, { field: 'endsOn' });
  return [startsOn, endsOn];
}

/** The index is asked, not a query before: two who begin one at once are told as well. */
function refuseSecond(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'mapping_round_under_way') throw refuse('ROUND_UNDER_WAY');
  throw error;
}
