/** The only writer of the map: edits are applied in order under the area's sequence, whoever they come from. */
import { Injectable } from '@nestjs/common';
import { codeOf, type Fault, render } from '@kvarter/contract';
import { checkEdit, type EditInput, type SystemEdit } from '@kvarter/geo';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { Refusal, refuse } from '../platform/graphql/errors.js';
import { counter } from '../platform/metrics/metrics.js';
import { decideAll, type Ground, type Head, type LogLine, mostEdits, type Outcome, type Proposed } from './map-edit.rules.js';
import { beginEdits, type BegunRow, earlierEdits, type EarlierRow, headsOf, type HeadRow, judgePlaces, type PlaceRow, writeEdits } from './map-edit.sql.js';
import type { MapEditResult } from './map-edit.type.js';
import { toFeature, toGeoJson } from './map-feature.type.js';
import { placeFindings } from './place-finding.js';
import type { MapEditInput } from './map-edit.input.js';

const counted = counter('kvarter_map_edits_total', "People's edits of maps, by what came of them.", ['status']);

@Injectable()
export class MapEditsService {
  constructor(private readonly db: Db) {}

  /**
   * Applies a person's edits in the order given: two round trips. Ends the transaction.
   * @throws where the call as such can't be: too many edits, no such area, no right to edit it now. What is wrong with
   * one edit is said in its result, and the others stand.
   */
  async apply(areaId: string, inputs: readonly MapEditInput[]): Promise<MapEditResult[]> {
    if (inputs.length > mostEdits) throw refuse('TOO_MANY_EDITS', { max: mostEdits }, { field: 'edits' });
    const batch = inputs.map((input) => checkEdit(input as EditInput));
    const outcomes = await this.record(areaId, batch);
    for (const { status } of outcomes) counted.inc({ status });
    return outcomes.map(toResult);
  }

  /**
   * Applies one edit of a person's as part of something larger: the transaction goes on.
   * @throws what `apply` throws, and what is wrong with the edit
   */
  async applyOne(areaId: string, input: MapEditInput): Promise<void> {
    const [outcome] = await this.record(areaId, [checkEdit(input as EditInput)], true, false);
    if (outcome) counted.inc({ status: outcome.status });
    if (outcome?.fault) throw new Refusal(outcome.fault.reason, outcome.fault.params, { field: 'edit', path: outcome.fault.path });
  }

  /**
   * Applies edits of Kvarter's own making (undoing, fading), which need no checks of their own. Ends the transaction.
   * @param byPerson whether they count as somebody touching the feature
   */
  applyOwn(areaId: string, edits: readonly SystemEdit[], byPerson: boolean): Promise<Outcome[]> {
    return this.record(
      areaId,
      edits.map((edit) => ({ edit, faults: [] })),
      byPerson,
    );
  }

  private async record(areaId: string, batch: readonly Proposed[], byPerson = true, ends = true): Promise<Outcome[]> {
    const looked = await this.look(areaId, batch);
    const { outcomes, lines, heads } = decideAll(batch, looked, byPerson);
    if (lines.length > 0) await this.write(areaId, lines, heads, looked, ends);
    return outcomes;
  }

  /**
   * Everything the batch meets, in one round trip, with the sequence locked until the transaction ends.
   * @throws where the area isn't there for the caller or may not be edited by them now
   */
  async look(areaId: string, batch: readonly Proposed[]): Promise<Ground> {
    const at = [currentTenant().id, areaId] as const;
    const drawn = batch.flatMap(({ edit, faults }, place) => (edit.geometry && faults.length === 0 ? [{ place, json: JSON.stringify(edit.geometry) }] : []));
    const [places, [begun], heads, earlier] = await Promise.all([
      drawn.length === 0 ? [] : this.db.query<PlaceRow>(judgePlaces, [...at, drawn.map(({ place }) => place), drawn.map(({ json }) => json)]),
      this.db.query<BegunRow>(beginEdits, [areaId]),
      this.db.query<HeadRow>(headsOf, [...at, batch.map(({ edit }) => edit.featureId), batch.map(({ edit }) => edit.baseVersion)]),
      this.db.query<EarlierRow>(earlierEdits, [...at, batch.map(({ edit }) => edit.editId)]),
    ]);
    if (begun?.verdict !== 'OK' || begun.seq === null || !begun.at) throw refuse(isCallReason(begun?.verdict) ? begun.verdict : 'AREA_NOT_FOUND');
    return {
      seq: begun.seq,
      at: begun.at,
      heads: new Map(heads.map((row): [string, Head] => [row.id, toHead(row)])),
      bases: new Map(heads.map((row) => [row.id, new Map(Object.entries(row.bases ?? {}).map(([version, state]) => [Number(version), state]))])),
      earlier: new Map(earlier.map((row) => [row.edit_id, { featureId: row.feature_id, seq: row.seq, after: toStanding(row) }])),
      places: placeFindings(places),
    };
  }

  /**
   * Writes lines and heads. The sequence must be locked by `look` in this transaction.
   * @param ends whether COMMIT travels with it, so that nothing may follow
   */
  async write(areaId: string, lines: readonly LogLine[], heads: ReadonlyMap<string, Head>, { at }: Pick<Ground, 'at'>, ends = true): Promise<void> {
    if (lines.length === 0) return;
    const values = [areaId, lines.at(-1)?.seq, at, ...columnsOf(lines, heads)];
    await (ends ? this.db.final(writeEdits, values) : this.db.query(writeEdits, values)).catch((error: { code?: string }) => {
      // A role or membership was taken away since the look.
      throw error.code === '42501' ? refuse('NOT_ALLOWED') : error;
    });
  }
}

/** What `writeEdits` wants of each line; of a feature's last one also its head. */
function columnsOf(lines: readonly LogLine[], heads: ReadonlyMap<string, Head>): unknown[][] {
  const headOf = lines.map(({ after }) => {
    const head = heads.get(after.id);
    return head?.version === after.version ? head : null;
  });
  return [
    lines.map(({ seq }) => seq),
    lines.map(({ editId }) => editId),
    lines.map(({ after }) => after.id),
    lines.map(({ after }) => after.version),
    lines.map(({ op }) => op),
    lines.map(({ status }) => status),
    lines.map(({ after }) => JSON.stringify(after.state)),
    lines.map(({ after }) => after.outsideBoundary),
    headOf.map((head) => head !== null),
    headOf.map((head) => head?.state.geometry && JSON.stringify(head.state.geometry)),
    headOf.map((head) => head && toGeoJson(head)),
    headOf.map((head) => head && head.touchedAt),
  ];
}

const callReasons = ['AREA_NOT_FOUND', 'NOT_ALLOWED', 'MAP_FROZEN', 'MEETING_CLOSED', 'MEETING_NOT_OPEN', 'GUEST_REMOVED'] as const;
const isCallReason = (verdict: string | undefined): verdict is (typeof callReasons)[number] =>
  (callReasons as readonly (string | undefined)[]).includes(verdict);

const toHead = (row: HeadRow): Head => ({
  id: row.id,
  version: row.version,
  state: row.state,
  outsideBoundary: row.outside_boundary,
  updatedAt: row.updated_at,
  touchedAt: row.touched_at,
});

const toStanding = (row: EarlierRow) => ({
  id: row.feature_id,
  version: row.version,
  state: row.after,
  outsideBoundary: row.outside_boundary,
  updatedAt: row.at,
});

function toResult({ feature, fault, ...rest }: Outcome): MapEditResult {
  return { ...rest, feature: feature && toFeature(feature), ...(fault && wordsFor(fault)) };
}

function wordsFor({ reason, params }: Fault): Pick<MapEditResult, 'errorCode' | 'errorMessage' | 'reason'> {
  return { errorCode: codeOf(reason), errorMessage: render(reason, params, currentActor().locale), reason };
}
