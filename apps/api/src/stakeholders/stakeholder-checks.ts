/** What is owed to stakeholders is on somebody's desk: an answer to what they told, and what was promised in a talk. */
import type { LocalDate } from '@kvarter/cadence';
import { Injectable } from '@nestjs/common';
import { textLimits } from '@kvarter/geo';
import { FollowUpsService, type Keeper, type Subject } from '../follow-ups/follow-ups.service.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { checkedFeedback } from './stakeholder.rules.js';
import {
  answerPerspective,
  type ContactRow,
  contactsOf,
  moveFeedback,
  pagesOfPerspectives,
  pagesOfStakeholders,
  type PerspectiveRow,
  perspectivesOf,
} from './stakeholder.sql.js';
import type { Stakeholder } from './stakeholder.type.js';

const feedback = 'FEEDBACK';
const nextStep = 'STAKEHOLDER';

@Injectable()
export class StakeholderChecks implements Keeper {
  constructor(
    private readonly db: Db,
    private readonly followUps: FollowUpsService,
    private readonly clock: Clock,
  ) {
    followUps.keptBy(feedback, this);
    followUps.keptBy(nextStep, { pages: (ids) => this.pagesBy(pagesOfStakeholders, ids) });
  }

  /** An answer is owed to them, within 30 days (domain section 9). */
  async oweFeedback(stakeholder: Stakeholder, perspectiveId: string, dueOn: LocalDate): Promise<void> {
    await this.followUps.one(await this.subject(feedback, perspectiveId, stakeholder), dueOn);
  }

  async feedbackGiven(perspectiveId: string, text: string): Promise<void> {
    await this.followUps.closeOf({ subjectType: feedback, subjectId: perspectiveId }, 'DONE', text);
  }

  /** What was promised in a talk, by whoever noted it. */
  async promise(stakeholder: Stakeholder, dueOn: LocalDate): Promise<void> {
    await this.followUps.one(await this.subject(nextStep, stakeholder.id, stakeholder), dueOn);
  }

  /** They are called something else, or turned out to be a private person. */
  async renamed(stakeholder: Stakeholder): Promise<void> {
    const told = await this.db.query<PerspectiveRow>(perspectivesOf, [currentTenant().id, [stakeholder.id]]);
    const owed = { [nextStep]: [stakeholder.id], [feedback]: told.map(({ id }) => id) };
    for (const type of [nextStep, feedback] as const) await this.followUps.retitle(type, owed[type], await this.title(type, stakeholder));
  }

  /** They turned out to be one with another, who is promised the same. */
  async merged(droppedId: string, kept: Stakeholder): Promise<void> {
    const { id: subjectId, areaId } = kept;
    await this.followUps.passOn({ subjectType: nextStep, subjectId: droppedId }, { subjectId, areaId, title: await this.title(nextStep, kept) });
    await this.renamed(kept);
  }

  /** Who isn't in the register any more is owed nothing. */
  async forget(stakeholderId: string, perspectiveIds: readonly string[]): Promise<void> {
    await this.followUps.closeOf({ subjectType: nextStep, subjectId: stakeholderId }, 'SKIPPED', null);
    for (const subjectId of perspectiveIds) await this.followUps.closeOf({ subjectType: feedback, subjectId }, 'SKIPPED', null);
  }

  /** Reported on from the desk: what was noted there is the answer they got. @throws INVALID_INPUT where nothing was */
  async closed(perspectiveId: string, state: 'DONE' | 'SKIPPED', note: string | null): Promise<void> {
    if (state === 'SKIPPED') return;
    if (!note) throw refuse('FIELD_EMPTY', { field: 'feedback' }, { field: 'note' });
    await this.db.query(answerPerspective, [currentTenant().id, perspectiveId, this.clock.today(), currentActor().personId, checkedFeedback(note)]);
  }

  async moved(perspectiveId: string, dueOn: LocalDate): Promise<void> {
    await this.db.query(moveFeedback, [currentTenant().id, perspectiveId, dueOn]);
  }

  pages(perspectiveIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.pagesBy(pagesOfPerspectives, perspectiveIds);
  }

  private async pagesBy(sql: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; areaId: string; stakeholderId: string }>(sql, [currentTenant().id, ids]);
    return new Map(rows.map(({ id, areaId, stakeholderId }) => [id, `areas/${areaId}/stakeholders?chosen=${stakeholderId}`]));
  }

  private async subject(subjectType: CheckOfStakeholder, subjectId: string, stakeholder: Stakeholder): Promise<Subject> {
    const title = await this.title(subjectType, stakeholder);
    return { subjectType, subjectId, areaId: stakeholder.areaId, title, responsibleId: currentActor().personId };
  }

  /** Titles go out by mail, so that of a private person names nobody. */
  private async title(subjectType: CheckOfStakeholder, { id, name }: Stakeholder): Promise<string | null> {
    const [contact] = await this.db.query<ContactRow>(contactsOf, [currentTenant().id, [id]]);
    return contact?.privatePerson ? null : titlesOfChecks[subjectType][currentActor().locale](name).slice(0, textLimits.name);
  }
}

export const titlesOfChecks = {
  FEEDBACK: { da: (name: string) => `Tilbagemelding: ${name}`, en: (name: string) => `Feedback: ${name}` },
  STAKEHOLDER: { da: (name: string) => `Næste skridt: ${name}`, en: (name: string) => `Next step: ${name}` },
} as const;

type CheckOfStakeholder = keyof typeof titlesOfChecks;
