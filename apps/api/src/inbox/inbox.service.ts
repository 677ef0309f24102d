/** The rules of the inbox: handed in by the team, seen by a coordinator, passed on, and put where it belongs or closed. Nothing waits unseen. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addWorkingDays } from '@kvarter/cadence';
import { checkGeometry } from '@kvarter/geo';
import { AgreementsService } from '../agreements/agreements.service.js';
import type { MapEditInput } from '../area-maps/map-edit.input.js';
import { MapEditsService } from '../area-maps/map-edits.service.js';
import { FollowUpsService, type Keeper } from '../follow-ups/follow-ups.service.js';
import { GapFoundBy, GapKind } from '../gaps/gap.type.js';
import { GapsService } from '../gaps/gaps.service.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { Outbox } from '../platform/mail/outbox.js';
import { checkedName, checkedText } from '../platform/text/checked-text.js';
import { passedOnMail } from './inbox.mail.js';
import type { HandInKnowledgeInput, KnowledgeToAgreementInput } from './knowledge-item.input.js';
import {
  ableToTakeOn,
  areaCoordinators,
  handedInBy,
  insertItem,
  itemById,
  type KnowledgeRow,
  passItem,
  readItem,
  seeItem,
  settleItem,
  waitingFor,
} from './knowledge-item.sql.js';
import { type KnowledgeItem, KnowledgeOutcome, KnowledgeState } from './knowledge-item.type.js';

const longestText = 2_000;
const mostRecipients = 50;
/** Working days after which the coordinators are reminded of what none of them has seen (K). */
const remindedAfter = 2;
/** Working days within which it is to be seen; what is late then shows among what slips (K). */
const seenWithin = 5;

@Injectable()
export class InboxService implements Keeper {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly followUps: FollowUpsService,
    private readonly maps: MapEditsService,
    private readonly agreements: AgreementsService,
    private readonly gaps: GapsService,
    private readonly outbox: Outbox,
  ) {
    followUps.keptBy('KNOWLEDGE', this);
  }

  /** All in one place. */
  async pages(itemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map(itemIds.map((id) => [id, 'inbox']));
  }

  /** What waits for the caller: everything unsettled for coordinators, what was passed on to them for others. */
  waiting(): Promise<KnowledgeItem[]> {
    return this.several(waitingFor, [currentActor().personId, runsTheTeam()]);
  }

  /** What the caller handed in, and so what became of it. */
  handedIn(): Promise<KnowledgeItem[]> {
    return this.several(handedInBy, [currentActor().personId]);
  }

  /** @throws NOT_FOUND, also where it is there but not the caller's to see */
  async one(id: string): Promise<KnowledgeItem> {
    const [row] = await this.db.query<KnowledgeRow>(itemById, [currentTenant().id, id]);
    if (!row) throw refuse('KNOWLEDGE_NOT_FOUND');
    return this.shown(row);
  }

  /**
   * A coordinator's own is seen already; anybody else's is due to be seen within five working days.
   * @throws NOT_FOUND (area), INVALID_INPUT naming the field, INVALID_GEOMETRY; CONFLICT where nobody would see it
   */
  async handIn({ areaId, place, ...input }: HandInKnowledgeInput): Promise<KnowledgeItem> {
    const title = checkedName(input.title, 'title');
    const text = checkedText(input.text, 'text', longestText);
    if (!text) throw refuse('FIELD_EMPTY', { field: 'text' }, { field: 'text' });
    await this.followUps.checkArea(areaId);
    const json = place === null || place === undefined ? null : checkedPlace(place);
    const id = randomUUID();
    const today = this.clock.today();
    const me = currentActor().personId;
    const tenant = currentTenant().id;
    await this.db.query(insertItem, [tenant, id, areaId, title, text, json, addWorkingDays(today, remindedAfter), me]);
    if (runsTheTeam()) return this.open(id);
    const [first] = await this.db.query<{ id: string }>(areaCoordinators, [tenant, areaId]);
    if (!first) throw refuse('NO_COORDINATOR');
    // Without its title: who sees what is due in an area need not see what was handed in about it.
    const subject = { subjectType: 'KNOWLEDGE', subjectId: id, areaId, title: null, responsibleId: first.id };
    await this.followUps.one(subject, addWorkingDays(today, seenWithin));
    return this.one(id);
  }

  /** Marks it as seen where a coordinator opens it, as read where one opens it whom it was passed on to. @throws NOT_FOUND */
  async open(id: string): Promise<KnowledgeItem> {
    await this.one(id);
    const { personId } = currentActor();
    if (runsTheTeam()) await this.see(id);
    await this.db.query(readItem, [currentTenant().id, id, personId]);
    return this.one(id);
  }

  /** @throws NOT_FOUND; INVALID_INPUT where one of them is not on the team or doesn't see the area; CONFLICT where it is settled */
  async passOn(id: string, personIds: readonly string[]): Promise<KnowledgeItem> {
    const before = await this.one(id);
    const wanted = [...new Set(personIds)];
    if (wanted.length === 0) throw refuse('FIELD_EMPTY', { field: 'people' }, { field: 'personIds' });
    if (wanted.length > mostRecipients) throw refuse('TOO_MANY_RECIPIENTS', { max: mostRecipients }, { field: 'personIds' });
    const tenant = currentTenant().id;
    const able = await this.db.query(ableToTakeOn, [tenant, before.areaId, wanted]);
    if (able.length < wanted.length) throw refuse('RECIPIENT_UNKNOWN', {}, { field: 'personIds' });
    if (new Set([...before.passedToIds, ...wanted]).size > mostRecipients) throw refuse('TOO_MANY_RECIPIENTS', { max: mostRecipients }, { field: 'personIds' });
    await this.see(id);
    const [row] = await this.db.query<KnowledgeRow>(passItem, [tenant, id, wanted, this.clock.now()]);
    if (!row) throw unchanged(before);
    await this.outbox.put(wanted.map((personId) => ({ key: `knowledge/${id}/${personId}`, kind: passedOnMail, to: { personId }, ids: { itemId: id } })));
    return this.shown(row);
  }

  /** As a new mark, or as a voice on one that is there. @throws NOT_FOUND; what the map refuses; CONFLICT where it is settled */
  async putOnMap(id: string, edit: MapEditInput): Promise<KnowledgeItem> {
    const before = await this.open(id);
    if (edit.op !== 'CREATE' && edit.op !== 'UPDATE') throw refuse('VALUE_INVALID', { field: 'kind' }, { field: 'edit' });
    await this.maps.applyOne(before.areaId, edit);
    return this.settle(before, KnowledgeOutcome.ON_MAP, edit.featureId, null);
  }

  /** @throws NOT_FOUND; what agreements refuse; CONFLICT where it is settled */
  async toAgreement({ id, ...input }: KnowledgeToAgreementInput): Promise<KnowledgeItem> {
    const before = await this.open(id);
    const agreement = await this.agreements.create({ ...input, areaId: before.areaId });
    return this.settle(before, KnowledgeOutcome.AGREEMENT, agreement.id, null);
  }

  /** As a question the team wants answered. @throws NOT_FOUND; what gaps refuse; CONFLICT where it is settled */
  async toGap(id: string, question: string): Promise<KnowledgeItem> {
    const before = await this.open(id);
    const { areaId, place } = before;
    const gap = await this.gaps.takeUp({ areaId, place, question, kind: GapKind.OTHER, foundBy: GapFoundBy.HAND });
    return this.settle(before, KnowledgeOutcome.GAP, gap.id, null);
  }

  /** With a reason, which the one who handed it in reads. @throws NOT_FOUND; INVALID_INPUT without a reason; CONFLICT where it is settled */
  async close(id: string, reason: string): Promise<KnowledgeItem> {
    const why = checkedText(reason, 'reason', longestText);
    if (!why) throw refuse('FIELD_EMPTY', { field: 'reason' }, { field: 'reason' });
    return this.settle(await this.open(id), KnowledgeOutcome.CLOSED, null, why);
  }

  /** Its check was reported on by itself: then somebody who runs the team has looked. */
  async closed(id: string): Promise<void> {
    await this.db.query(seeItem, [currentTenant().id, id, currentActor().personId, this.clock.now()]);
  }

  /** Its check was moved by itself; the reminder stands. */
  async moved(): Promise<void> {}

  /** Seen is seen, by whoever came first; its check ends with that. */
  private async see(id: string): Promise<void> {
    const [seen] = await this.db.query(seeItem, [currentTenant().id, id, currentActor().personId, this.clock.now()]);
    if (seen) await this.followUps.closeOf({ subjectType: 'KNOWLEDGE', subjectId: id }, 'DONE', null);
  }

  private async settle(before: KnowledgeItem, outcome: KnowledgeOutcome, outcomeId: string | null, reason: string | null): Promise<KnowledgeItem> {
    const values = [currentTenant().id, before.id, outcome, outcomeId, reason, currentActor().personId, this.clock.now()];
    const [row] = await this.db.query<KnowledgeRow>(settleItem, values);
    if (!row) throw unchanged(before);
    return this.shown(row);
  }

  private async several(sql: string, values: unknown[]): Promise<KnowledgeItem[]> {
    return (await this.db.query<KnowledgeRow>(sql, [currentTenant().id, ...values])).map((row) => this.shown(row));
  }

  private shown({ placeJson, readByIds, ...row }: KnowledgeRow): KnowledgeItem {
    const { personId } = currentActor();
    const seen = row.seenAt === null ? KnowledgeState.UNSEEN : KnowledgeState.SEEN;
    return {
      ...row,
      place: placeJson === null ? null : JSON.parse(placeJson),
      state: row.settledAt === null ? seen : KnowledgeState.SETTLED,
      isNewToMe: row.passedToIds.includes(personId) && !readByIds.includes(personId),
    };
  }
}

const runsTheTeam = (): boolean => currentActor().permissions.has('knowledge.steer');

function checkedPlace(given: unknown): string {
  const checked = checkGeometry(given, { allowed: ['Point'] });
  if (!checked.ok) throw refuse(checked.fault.reason, checked.fault.params, { field: 'place', path: checked.fault.path });
  return JSON.stringify(checked.geometry);
}

/** Row policies let coordinators settle it, and those whom it was passed on to. */
const unchanged = ({ state }: KnowledgeItem) => refuse(state === KnowledgeState.SETTLED ? 'KNOWLEDGE_SETTLED' : 'NOT_ALLOWED');
