/** The rules of knowledge gaps: found on the map when somebody looks, taken up, given to somebody, answered or closed. */
import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addMonths, instantOf, type LocalDate, localDate } from '@kvarter/cadence';
import { checkGeometry, featureKinds, kindNames } from '@kvarter/geo';
import { checkedDay } from '../follow-ups/checked-day.js';
import { FollowUpsService, type Keeper } from '../follow-ups/follow-ups.service.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { checkedName, checkedText } from '../platform/text/checked-text.js';
import type { AnswerGapInput, AssignGapInput, CloseGapInput, TakeUpGapInput } from './gap.input.js';
import { type KindCounts, kindOfStakeholder, monthsOfRest, reach, resourceKinds, thinKinds } from './gap.rules.js';
import {
  answerGap,
  areasOfGaps,
  assignGap,
  closeGap,
  findGaps,
  type FoundRow,
  gapById,
  type GapRow,
  gapsOf,
  insertGap,
  isSound,
  marksThere,
  moveGap,
  stakeholderThere,
} from './gap.sql.js';
import { type FoundGap, type FoundGaps, GapClosing, GapKind, GapState, type KnowledgeGap } from './gap.type.js';

const longestText = 2_000;
/** As many as the outline of a found part may have; drawn ones have a handful. */
const mostVertices = 5_000;
const mostLedTo = 20;

const challenges = kindNames.filter((kind) => featureKinds[kind].family === 'challenge');

@Injectable()
export class GapsService implements Keeper {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly followUps: FollowUpsService,
  ) {
    followUps.keptBy('GAP', this);
  }

  async pages(gapIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; areaId: string }>(areasOfGaps, [currentTenant().id, gapIds]);
    return new Map(rows.map(({ id, areaId }) => [id, `areas/${areaId}/gaps`]));
  }

  /**
   * What the map shows now and nobody has taken up; nothing of it is kept. What was answered, or closed as no gap, rests
   * for half a year.
   * @throws NOT_FOUND for an area that isn't the caller's to see
   */
  async find(areaId: string): Promise<FoundGaps> {
    const since = instantOf(addMonths(this.clock.today(), -monthsOfRest), '00:00');
    const stakeholders = Object.entries(kindOfStakeholder);
    const [row] = await this.db.query<FoundRow>(findGaps, [
      currentTenant().id,
      areaId,
      resourceKinds,
      [...resourceKinds, 'SAFE_ZONE'],
      challenges,
      stakeholders.map(([of]) => of),
      stakeholders.map(([, kind]) => kind),
      since,
    ]);
    if (!row) throw refuse('AREA_NOT_FOUND', {}, { field: 'areaId' });
    const counts = Object.fromEntries(resourceKinds.map((kind) => [kind, row.counts[kind] ?? 0])) as KindCounts;
    const thin = thinKinds(counts)
      .filter(({ kind }) => !row.known.includes(kind))
      .map(({ kind, count, others }): FoundGap => {
        return { key: `THIN_KIND/${kind}`, kind: GapKind.THIN_KIND, featureKind: kind, count, others, squareMetres: null, place: null };
      });
    const places = row.places.map((one): FoundGap => ({ ...one, key: keyOf(one), kind: GapKind[one.kind], featureKind: null, others: null }));
    return { resources: resourceKinds.reduce((sum, kind) => sum + counts[kind], 0), reachMetres: reach, gaps: [...thin, ...places] };
  }

  /** Those taken up in an area one sees; open ones first. */
  async list(areaId: string): Promise<KnowledgeGap[]> {
    const rows = await this.db.query<GapRow>(gapsOf, [currentTenant().id, areaId]);
    return rows.map((row) => this.shown(row));
  }

  /** @throws NOT_FOUND, also where it is there but not the caller's to see */
  async one(id: string): Promise<KnowledgeGap> {
    const [row] = await this.db.query<GapRow>(gapById, [currentTenant().id, id]);
    if (!row) throw refuse('GAP_NOT_FOUND');
    return this.shown(row);
  }

  /** @throws NOT_FOUND (area), INVALID_INPUT naming the field, INVALID_GEOMETRY */
  async takeUp({ areaId, kind, foundBy, featureKind = null, place, question }: TakeUpGapInput): Promise<KnowledgeGap> {
    await this.followUps.checkArea(areaId);
    const asked = checkedName(question, 'question');
    const thin = kind === GapKind.THIN_KIND;
    if (thin !== (featureKind !== null) || (thin && !(resourceKinds as readonly unknown[]).includes(featureKind)))
      throw refuse('GAP_KIND_UNFIT', {}, { field: 'featureKind' });
    const json = place === null || place === undefined ? null : await this.checkedPlace(place);
    const values = [currentTenant().id, randomUUID(), areaId, kind, featureKind, foundBy, asked, json, currentActor().personId];
    const [row] = await this.db.query<GapRow>(insertGap, values);
    if (!row) throw refuse('NOT_ALLOWED');
    return this.shown(row);
  }

  /** Gives it to somebody, who gets a check of that day. @throws NOT_FOUND, INVALID_INPUT naming the field; CONFLICT where it was ended or changed meanwhile */
  async assign({ id, version, responsiblePersonId, dueOn }: AssignGapInput): Promise<KnowledgeGap> {
    const before = await this.one(id);
    const due = checkedDay(dueOn, 'dueOn');
    if (due < this.clock.today()) throw refuse('DAY_HAS_PASSED', {}, { field: 'dueOn' });
    await this.followUps.checkResponsible(responsiblePersonId);
    const [row] = await this.db.query<GapRow>(assignGap, [currentTenant().id, id, version, responsiblePersonId, due]);
    if (!row) throw unchanged(before, version);
    const subject = { subjectType: 'GAP', subjectId: id, title: row.question, responsibleId: responsiblePersonId };
    if (before.assignedToId === null) await this.followUps.one({ ...subject, areaId: row.areaId }, due);
    else await this.followUps.follow(subject, due);
    return this.shown(row);
  }

  /** @throws NOT_FOUND, INVALID_INPUT naming the field; CONFLICT where it was ended meanwhile */
  async answer({ id, answer, ledToFeatureIds, ledToStakeholderId = null }: AnswerGapInput): Promise<KnowledgeGap> {
    const said = checkedText(answer, 'answer', longestText);
    if (!said) throw refuse('FIELD_EMPTY', { field: 'answer' }, { field: 'answer' });
    const before = await this.one(id);
    const features = [...new Set(ledToFeatureIds)];
    await this.checkLedTo(before.areaId, features, ledToStakeholderId);
    return this.end(before, answerGap, [said, features, ledToStakeholderId], 'DONE', said);
  }

  /** @throws NOT_FOUND, INVALID_INPUT without a reason; CONFLICT where it was ended meanwhile */
  async close({ id, closedAs, reason }: CloseGapInput): Promise<KnowledgeGap> {
    const why = checkedText(reason, 'reason', longestText);
    if (!why) throw refuse('FIELD_EMPTY', { field: 'reason' }, { field: 'reason' });
    return this.end(await this.one(id), closeGap, [closedAs, why], 'SKIPPED', why);
  }

  /** Its check was reported on by itself. Done without a word is no answer: then it stays open, with nobody's day. */
  async closed(id: string, state: 'DONE' | 'SKIPPED', note: string | null): Promise<void> {
    const { version } = await this.one(id);
    const at = [this.clock.now(), currentActor().personId];
    if (state === 'DONE' && note !== null) await this.db.query(answerGap, [currentTenant().id, id, note, [], null, ...at]);
    else if (state === 'SKIPPED') await this.db.query(closeGap, [currentTenant().id, id, GapClosing.GIVEN_UP, note, ...at]);
    else await this.db.query(assignGap, [currentTenant().id, id, version, null, null]);
  }

  /** Its check was moved by itself. */
  async moved(id: string, dueOn: LocalDate): Promise<void> {
    await this.db.query(moveGap, [currentTenant().id, id, dueOn]);
  }

  private async end(before: KnowledgeGap, sql: string, values: unknown[], check: 'DONE' | 'SKIPPED', note: string): Promise<KnowledgeGap> {
    const [row] = await this.db.query<GapRow>(sql, [currentTenant().id, before.id, ...values, this.clock.now(), currentActor().personId]);
    if (!row) throw unchanged(before, before.version);
    await this.followUps.closeOf({ subjectType: 'GAP', subjectId: before.id }, check, note);
    return this.shown(row);
  }

  private async checkedPlace(given: unknown): Promise<string> {
    const checked = checkGeometry(given, { allowed: ['Point', 'Polygon', 'MultiPolygon'], maxVertices: mostVertices });
    if (!checked.ok) throw refuse(checked.fault.reason, checked.fault.params, { field: 'place', path: checked.fault.path });
    const json = JSON.stringify(checked.geometry);
    const [found] = await this.db.query<{ sound: boolean }>(isSound, [json]);
    if (!found?.sound) throw refuse('GEOMETRY_INVALID', {}, { field: 'place' });
    return json;
  }

  private async checkLedTo(areaId: string, features: readonly string[], stakeholderId: string | null): Promise<void> {
    const tenant = currentTenant().id;
    if (features.length > mostLedTo) throw refuse('TOO_MANY_LED_TO', { max: mostLedTo }, { field: 'ledToFeatureIds' });
    if (features.length > 0) {
      const [there] = await this.db.query<{ count: number }>(marksThere, [tenant, areaId, features]);
      if (there?.count !== features.length) throw refuse('FEATURE_NOT_HERE', {}, { field: 'ledToFeatureIds' });
    }
    if (stakeholderId !== null) {
      const [there] = await this.db.query(stakeholderThere, [tenant, areaId, stakeholderId]);
      if (!there) throw refuse('STAKEHOLDER_NOT_FOUND', {}, { field: 'ledToStakeholderId' });
    }
  }

  private shown({ placeJson, ...row }: GapRow): KnowledgeGap {
    const late = row.state === GapState.OPEN && row.dueOn !== null && localDate(row.dueOn) < this.clock.today();
    return { ...row, featureKind: row.featureKind as KnowledgeGap['featureKind'], place: placeJson === null ? null : JSON.parse(placeJson), late };
  }
}

const keyOf = ({ kind, place }: { kind: string; place: unknown }): string =>
  `${kind}/${createHash('sha256').update(JSON.stringify(place)).digest('base64url').slice(0, 16)}`;

function unchanged({ state, version }: KnowledgeGap, builtOn: number) {
  if (state !== GapState.OPEN) return refuse('GAP_ENDED');
  return refuse(version === builtOn ? 'NOT_ALLOWED' : 'GAP_CHANGED');
}
