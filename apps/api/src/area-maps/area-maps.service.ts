/** Reading the shared map: as it stands, as it stood, what changed, and what happened to one mark. */
import { Injectable } from '@nestjs/common';
import { changedFields } from '@kvarter/geo';
import { currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { RawJson } from '../platform/graphql/raw-json.js';
import {
  collectionTexts,
  comparedFeatures,
  type ComparedRow,
  type ComparedSide,
  type EditRow,
  featureHistory,
  featuresInBox,
  featuresInTiles,
  newestSeq,
  overlapIsLeakproof,
  standingAt,
  standingNow,
  type StandingRow,
} from './area-map.sql.js';
import type { AreaMap, MapComparison } from './area-map.type.js';
import type { BoxInput } from './map-edit.input.js';
import type { MapEdit } from './map-edit.type.js';
import { type MapFeature, toFeature, toGeoJson } from './map-feature.type.js';
import { toMapEdit } from './map-edit.rows.js';

const mostFeaturesInBox = 5_000;
const longestHistory = 500;

@Injectable()
export class AreaMapsService {
  /** Whether the spatial index serves; looked up once. */
  private spatial: boolean | undefined;

  constructor(private readonly db: Db) {}

  /**
   * The map at a number of its log, the newest by default; contents are read when asked for.
   * @throws NOT_FOUND; INVALID_INPUT for a number the log hasn't reached
   */
  async at(areaId: string, seq?: number | null): Promise<AreaMap & { newestSeq: number }> {
    const newest = await this.newest(areaId);
    const asked = within(seq ?? newest, newest);
    return { areaId, seq: asked, newest: asked === newest, newestSeq: newest };
  }

  async features({ areaId, seq, newest }: AreaMap): Promise<MapFeature[]> {
    return (await this.standing(areaId, seq, newest)).map((row) => toFeature(toStanding(row)));
  }

  /** A GeoJSON FeatureCollection. The newest is built by PostgreSQL and never parsed here. */
  async collection({ areaId, seq, newest }: AreaMap): Promise<RawJson> {
    if (!newest) return collectionOf((await this.standing(areaId, seq, newest)).map((row) => toGeoJson(toStanding(row))));
    const rows = await this.db.query<{ features: string }>(collectionTexts, [currentTenant().id, areaId]);
    return collectionOf(rows.map(({ features }) => features));
  }

  /** @throws NOT_FOUND; INVALID_INPUT for numbers the log hasn't reached */
  async compare(areaId: string, fromSeq: number, toSeq: number): Promise<MapComparison> {
    const newest = await this.newest(areaId);
    const rows = await this.db.query<ComparedRow>(comparedFeatures, [currentTenant().id, areaId, within(fromSeq, newest), within(toSeq, newest)]);
    const comparison: MapComparison = { fromSeq, toSeq, added: [], removed: [], changed: [] };
    for (const row of rows) {
      const [before, after] = [shown(row.id, row.before), shown(row.id, row.after)];
      if (!before && after) comparison.added.push(toFeature(after));
      if (before && !after) comparison.removed.push(toFeature(before));
      if (!before || !after) continue;
      const fields = changedFields(before.state, after.state);
      if (fields.length > 0) comparison.changed.push({ before: toFeature(before), after: toFeature(after), movedMetres: row.moved, fields });
    }
    return comparison;
  }

  /** What was done to one mark, oldest first, at most the latest 500. @throws NOT_FOUND */
  async history(areaId: string, featureId: string): Promise<MapEdit[]> {
    const rows = await this.db.query<EditRow>(featureHistory, [currentTenant().id, areaId, featureId, longestHistory]);
    if (rows.length === 0) throw refuse('FEATURE_NOT_FOUND');
    return rows.map(toMapEdit);
  }

  /** What stands in a box, in all areas the caller may see; at most 5,000. Each Feature names its areaId. */
  async inBox({ west, south, east, north }: BoxInput): Promise<RawJson> {
    const sound = west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
    if (!sound) throw refuse('VALUE_INVALID', { field: 'box' }, { field: 'box' });
    this.spatial ??= (await this.db.query<{ leakproof: boolean }>(overlapIsLeakproof))[0]?.leakproof ?? false;
    const [row] = await this.db.query<{ features: string }>(this.spatial ? featuresInBox : featuresInTiles, [
      currentTenant().id,
      west,
      south,
      east,
      north,
      mostFeaturesInBox,
    ]);
    return collectionOf(row?.features ? [row.features] : []);
  }

  private async newest(areaId: string): Promise<number> {
    const [row] = await this.db.query<{ seq: number }>(newestSeq, [currentTenant().id, areaId]);
    if (!row) throw refuse('AREA_NOT_FOUND');
    return row.seq;
  }

  private standing(areaId: string, seq: number, newest: boolean): Promise<StandingRow[]> {
    const at = [currentTenant().id, areaId];
    return newest ? this.db.query<StandingRow>(standingNow, at) : this.db.query<StandingRow>(standingAt, [...at, seq]);
  }
}

function within(seq: number, newest: number): number {
  if (seq < 0 || seq > newest) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'seq', min: 0, max: newest }, { field: 'seq' });
  return seq;
}

/** @param features the texts of one Feature or several in a row */
const collectionOf = (features: readonly string[]): RawJson =>
  new RawJson('{"type":"FeatureCollection","features":[', ...features.flatMap((text, index) => (index === 0 ? [text] : [',', text])), ']}');

const toStanding = (row: StandingRow) => ({
  id: row.id,
  version: row.version,
  state: row.state,
  outsideBoundary: row.outside_boundary,
  updatedAt: row.updated_at,
});

/** A side of the comparison, if the feature stood on the map then. */
function shown(id: string, row: ComparedSide | null) {
  return row && !row.state.removed ? toStanding({ id, ...row, updated_at: new Date(row.updated_at) }) : null;
}
