/** What goes on between the meetings: talks with key people, what they told, and the answer they are owed. */
import { feedbackDueOn, localDate } from '@kvarter/cadence';
import { Injectable } from '@nestjs/common';
import { currentRules } from '../follow-ups/follow-up-rules.sql.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { StakeholderChecks } from './stakeholder-checks.js';
import type { AddPerspectiveInput, LogContactInput } from './stakeholder.input.js';
import { checkedFeedback, checkedPerspective, checkedTalk, notAhead } from './stakeholder.rules.js';
import {
  answerPerspective,
  insertPerspective,
  insertTalk,
  isColleague,
  meetingIsThere,
  perspectiveById,
  type PerspectiveRow,
  perspectivesOf,
  type TalkRow,
  talksOf,
} from './stakeholder.sql.js';
import type { Stakeholder, StakeholderPerspective, StakeholderTalk } from './stakeholder.type.js';
import { StakeholdersService } from './stakeholders.service.js';

const talks = Symbol('talks by stakeholder');
const perspectives = Symbol('perspectives by stakeholder');

@Injectable()
export class StakeholderTalksService {
  constructor(
    private readonly db: Db,
    private readonly stakeholders: StakeholdersService,
    private readonly checks: StakeholderChecks,
    private readonly clock: Clock,
  ) {}

  /** The latest first; none for whom they are no business of. */
  talks(id: string): Promise<StakeholderTalk[]> {
    return this.ofTeam<TalkRow>(talks, id, talksOf);
  }

  /** The latest first; none for whom they are no business of. */
  perspectives(id: string): Promise<StakeholderPerspective[]> {
    return this.ofTeam<PerspectiveRow>(perspectives, id, perspectivesOf);
  }

  /** @throws NOT_FOUND (stakeholder, colleague), INVALID_INPUT naming the field */
  async log(input: LogContactInput): Promise<Stakeholder> {
    const { summary, nextStep } = checkedTalk(input.summary, input.nextStep);
    notAhead(input.on, 'talkedOn', this.clock.today());
    if (input.nextStepOn && nextStep === null) throw refuse('FIELD_EMPTY', { field: 'nextStep' }, { field: 'nextStep' });
    const { id, areaId } = await this.stakeholders.one(input.stakeholderId);
    const tenant = currentTenant().id;
    const who = input.personId ?? currentActor().personId;
    const [colleague] = await this.db.query(isColleague, [tenant, who]);
    if (!colleague) throw refuse('MEMBER_NOT_FOUND', {}, { field: 'personId' });
    await this.db.query(insertTalk, [tenant, areaId, id, input.on, input.way, who, summary, nextStep, input.nextStepOn ?? null]);
    const stakeholder = await this.stakeholders.one(id);
    if (input.nextStepOn) await this.checks.promise(stakeholder, localDate(input.nextStepOn));
    return stakeholder;
  }

  /** What they told; the answer is owed from that day. @throws NOT_FOUND (stakeholder, meeting), INVALID_INPUT naming the field */
  async addPerspective(input: AddPerspectiveInput): Promise<Stakeholder> {
    const { said, capacity } = checkedPerspective(input.said, input.capacity);
    notAhead(input.saidOn, 'saidOn', this.clock.today());
    const { id, areaId } = await this.stakeholders.one(input.stakeholderId);
    const tenant = currentTenant().id;
    if (input.meetingId) {
      const [meeting] = await this.db.query(meetingIsThere, [tenant, input.meetingId, areaId]);
      if (!meeting) throw refuse('MEETING_NOT_FOUND', {}, { field: 'meetingId' });
    }
    const due = feedbackDueOn(localDate(input.saidOn), await currentRules(this.db));
    const values = [tenant, areaId, id, input.meetingId ?? null, input.saidOn, capacity, said, due, currentActor().personId];
    const [perspective] = await this.db.query<{ id: string }>(insertPerspective, values);
    const stakeholder = await this.stakeholders.one(id);
    if (perspective) await this.checks.oweFeedback(stakeholder, perspective.id, due);
    return stakeholder;
  }

  /** They have been told what came of it. @throws NOT_FOUND, CONFLICT where they were told before, INVALID_INPUT */
  async giveFeedback(perspectiveId: string, feedback: string): Promise<Stakeholder> {
    const text = checkedFeedback(feedback);
    const tenant = currentTenant().id;
    const [perspective] = await this.db.query<PerspectiveRow>(perspectiveById, [tenant, perspectiveId]);
    if (!perspective) throw refuse('PERSPECTIVE_NOT_FOUND');
    const given = await this.db.query(answerPerspective, [tenant, perspectiveId, this.clock.today(), currentActor().personId, text]);
    if (given.length === 0) throw refuse('FEEDBACK_GIVEN');
    await this.checks.feedbackGiven(perspectiveId, text);
    return this.stakeholders.one(perspective.stakeholderId);
  }

  private ofTeam<Row extends { stakeholderId: string } & Record<string, unknown>>(which: symbol, id: string, sql: string): Promise<Row[]> {
    if (!currentActor().permissions.has('stakeholder.contact')) return Promise.resolve([]);
    return loadOne<Row[]>(
      which,
      id,
      async (ids) => {
        const rows = await this.db.query<Row>(sql, [currentTenant().id, ids]);
        return new Map(ids.map((one) => [one, rows.filter(({ stakeholderId }) => stakeholderId === one)]));
      },
      [],
    );
  }
}
