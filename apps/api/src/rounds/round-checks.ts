/** What is followed up of a round: its milestones, the end of its period, and that everybody prepares. Each is one check that goes along with it. */
import { Injectable } from '@nestjs/common';
import { type LocalDate, localDate, localDateOf } from '@kvarter/cadence';
import { FollowUpsService, type Keeper } from '../follow-ups/follow-ups.service.js';
import { MeetingWatchers } from '../meetings/meeting-watchers.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { askedFor, type AskRow, insertPreparation, notAsked, preparersOf, preparationReady } from './preparation.sql.js';
import { checkDueOn, mappingSteps, preparationTitle, preparedBy } from './round.rules.js';
import {
  type FollowedRow,
  meetingsOf,
  type MeetingRow,
  milestoneDone,
  milestoneMoved,
  type MilestoneRow,
  milestonesOf,
  moveEnding,
  roundOfMeeting,
  roundsFollowed,
  type RoundRow,
  roundsUnderWay,
} from './round.sql.js';

const subjectType = 'ROUND';

/** What a check of a round needs of it. */
type Followed = Pick<RoundRow, 'id' | 'areaId' | 'name' | 'responsibleId' | 'endingId'> & { readonly endsOn: string };

@Injectable()
export class RoundChecks implements Keeper {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly followUps: FollowUpsService,
    meetings: MeetingWatchers,
  ) {
    meetings.add((meetingId) => this.meetingChanged(meetingId));
    followUps.keptBy(subjectType, this);
  }

  /** Of a preparation where one lists what one knows, else that of the round. */
  async pages(subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<FollowedRow>(roundsFollowed, [currentTenant().id, subjectIds]);
    return new Map(rows.map(({ id, areaId, roundId, step }) => [id, `areas/${areaId}/rounds/${roundId}${step ? `/prepare/${step.toLowerCase()}` : ''}`]));
  }

  /** Begins the check of the period's end. */
  async begin(round: Followed): Promise<void> {
    await this.followUps.one(this.ending(round), checkDueOn(localDate(round.endsOn), this.clock.today()));
  }

  /** The checks go along with what was changed of the round. */
  async follow(round: Followed): Promise<void> {
    await this.followUps.follow(this.ending(round), localDate(round.endsOn));
    const milestones = await this.db.query<MilestoneRow>(milestonesOf, [currentTenant().id, [round.id]]);
    for (const milestone of milestones) if (!milestone.doneAt) await this.followMilestone(round, milestone);
  }

  /** The round is over, and so is all that was to be followed up of it. */
  async end(round: Followed): Promise<void> {
    await this.followUps.closeOf({ subjectType, subjectId: round.endingId }, 'DONE', null);
    for (const { id } of await this.db.query<MilestoneRow>(milestonesOf, [currentTenant().id, [round.id]])) await this.endMilestone(id, false);
    for (const step of mappingSteps) await this.askNobody(round, step);
  }

  async beginMilestone(round: Followed, { id, name, dueOn }: Pick<MilestoneRow, 'id' | 'name' | 'dueOn'>): Promise<void> {
    await this.followUps.one(
      { subjectType, subjectId: id, areaId: round.areaId, title: name, responsibleId: round.responsibleId },
      checkDueOn(localDate(dueOn), this.clock.today()),
    );
  }

  async followMilestone({ responsibleId }: Followed, { id, name, dueOn }: Pick<MilestoneRow, 'id' | 'name' | 'dueOn'>): Promise<void> {
    await this.followUps.follow({ subjectType, subjectId: id, title: name, responsibleId }, localDate(dueOn));
  }

  async endMilestone(id: string, done: boolean): Promise<void> {
    await this.followUps.closeOf({ subjectType, subjectId: id }, done ? 'DONE' : 'SKIPPED', null);
  }

  /** Somebody has prepared: they are asked no more. */
  async endPreparation(preparationId: string): Promise<void> {
    await this.followUps.closeOf({ subjectType, subjectId: preparationId }, 'DONE', null);
  }

  /**
   * Asks everybody on the area's team to prepare the next meeting of each step, once a meeting; moves what is asked where the meeting
   * was moved, and ends it where there is none to come. Again is no harm.
   */
  async askToPrepare(round: Followed): Promise<void> {
    const meetings = await this.db.query<MeetingRow>(meetingsOf, [currentTenant().id, [round.id]]);
    for (const step of mappingSteps) {
      const next = meetings.find((meeting) => meeting.step === step && meeting.state === 'PLANNED');
      if (next) await this.askFor(round, next);
      else await this.askNobody(round, step);
    }
  }

  /** Its preparation goes along. */
  private async meetingChanged(meetingId: string): Promise<void> {
    for (const round of await this.db.query<RoundRow>(roundOfMeeting, [currentTenant().id, meetingId])) await this.askToPrepare(round);
  }

  /** As `askToPrepare`, of all rounds of the tenant: for those who came to a team. */
  async askEverywhere(): Promise<void> {
    for (const round of await this.db.query<RoundRow>(roundsUnderWay, [currentTenant().id])) await this.askToPrepare(round);
  }

  async closed(subjectId: string, state: 'DONE' | 'SKIPPED'): Promise<void> {
    if (state !== 'DONE') return;
    const done = [currentTenant().id, subjectId, currentActor().personId, this.clock.now()];
    await this.db.query(milestoneDone, done);
    await this.db.query(preparationReady, [currentTenant().id, subjectId, this.clock.now()]);
  }

  async moved(subjectId: string, dueOn: LocalDate): Promise<void> {
    await this.db.query(milestoneMoved, [currentTenant().id, subjectId, dueOn]);
    await this.db.query(moveEnding, [currentTenant().id, subjectId, dueOn]);
  }

  private async askFor(round: Followed, { step, meetingId, title, startsAt }: MeetingRow): Promise<void> {
    const tenantId = currentTenant().id;
    await this.db.query(insertPreparation, [tenantId, round.areaId, round.id, step]);
    const dueOn = preparedBy(localDateOf(startsAt));
    const due = checkDueOn(dueOn, this.clock.today());
    for (const asked of await this.db.query<AskRow>(preparersOf, [tenantId, round.areaId, round.id, step])) {
      if (asked.readyAt || (asked.askedFor === meetingId && asked.dueOn === dueOn)) continue;
      const subject = { subjectType, subjectId: asked.id, title: preparationTitle(title, currentActor().locale), responsibleId: asked.personId };
      if (asked.open) await this.followUps.follow(subject, due);
      else if (asked.askedFor !== meetingId) await this.followUps.one({ ...subject, areaId: round.areaId }, due);
      await this.db.query(askedFor, [tenantId, asked.id, meetingId, dueOn]);
    }
  }

  private async askNobody(round: Followed, step: string): Promise<void> {
    for (const { id } of await this.db.query<{ id: string }>(notAsked, [currentTenant().id, round.id, step]))
      await this.followUps.closeOf({ subjectType, subjectId: id }, 'SKIPPED', null);
  }

  private ending({ endingId, areaId, name, responsibleId }: Followed) {
    return { subjectType, subjectId: endingId, areaId, title: name, responsibleId };
  }
}
