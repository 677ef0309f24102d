/** The rules of rankings: an order of areas with a reason for each, written once and kept with its day and author. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { checkedText } from '../platform/text/checked-text.js';
import type { AreaRanking, RankedArea, RankedAreaInput } from './ranking.type.js';

const longestReason = 1_000;
const mostPlaces = 500;
const mostListed = 50;

interface PlaceRow extends Record<string, unknown> {
  id: string;
  rankedAt: Date;
  rankedById: string;
  areaId: string | null;
  reason: string | null;
}

/** $1 tenant, $2 how many: the latest first, their places in order, of the areas one sees. Index area_ranking_by_day, primary key of ranked_area. */
const rankings = `
  select r.ranking_id as id, r.created_at as "rankedAt", r.created_by as "rankedById", p.area_id as "areaId", p.reason
  from (select * from open_room.area_ranking where tenant_id = $1 order by created_at desc, ranking_id limit $2) r
  left join open_room.ranked_area p on p.tenant_id = r.tenant_id and p.ranking_id = r.ranking_id
  order by r.created_at desc, r.ranking_id, p.place`;

/** $1 tenant, $2 areas: those of them the caller sees. Primary key. */
const areasThere = 'select area_id as id from open_room.area where tenant_id = $1 and area_id = any ($2::uuid[])';

/** $1 tenant, $2 ranking, $3 by whom. */
const insertRanking = 'insert into open_room.area_ranking (tenant_id, ranking_id, created_by) values ($1, $2, $3)';

/** $1 tenant, $2 ranking, $3 areas in order, $4 their reasons. */
const insertPlaces = `
  insert into open_room.ranked_area (tenant_id, ranking_id, area_id, place, reason)
  select $1, $2, p.area_id, p.place, p.reason from unnest($3::uuid[], $4::text[]) with ordinality p (area_id, reason, place)`;

@Injectable()
export class RankingsService {
  constructor(private readonly db: Db) {}

  /** The latest fifty, the newest first. */
  list(): Promise<AreaRanking[]> {
    return this.read(mostListed);
  }

  /** The one that holds now; null where nobody has ranked yet. */
  async newest(): Promise<AreaRanking | null> {
    return (await this.read(1))[0] ?? null;
  }

  /**
   * @param given the areas, the one that needs it most first
   * @throws NOT_FOUND for an area that isn't the caller's to see; INVALID_INPUT for no area, one that stands twice, a reason left out
   */
  async rank(given: readonly RankedAreaInput[]): Promise<AreaRanking> {
    if (given.length === 0 || given.length > mostPlaces) throw refuse('RANKING_SIZE', { max: mostPlaces }, { field: 'places' });
    const areas = given.map(({ areaId }) => areaId);
    if (new Set(areas).size < areas.length) throw refuse('RANKING_TWICE', {}, { field: 'places' });
    const reasons = given.map(({ reason }) => checkedText(reason, 'reason', longestReason));
    if (reasons.some((reason) => reason === null)) throw refuse('RANKING_REASON', {}, { field: 'reason' });
    const tenantId = currentTenant().id;
    const there = await this.db.query(areasThere, [tenantId, areas]);
    if (there.length < areas.length) throw refuse('AREA_NOT_FOUND', {}, { field: 'places' });
    const id = randomUUID();
    await this.db.query(insertRanking, [tenantId, id, currentActor().personId]);
    await this.db.query(insertPlaces, [tenantId, id, areas, reasons]);
    const ranking = (await this.read(mostListed)).find((one) => one.id === id);
    if (!ranking) throw new Error('a ranking just made is there');
    return ranking;
  }

  private async read(most: number): Promise<AreaRanking[]> {
    const found = new Map<string, AreaRanking & { places: RankedArea[] }>();
    for (const { id, rankedAt, rankedById, areaId, reason } of await this.db.query<PlaceRow>(rankings, [currentTenant().id, most])) {
      const ranking = found.get(id) ?? { id, rankedAt, rankedById, places: [] };
      found.set(id, ranking);
      // Counted anew: a gap would tell that there is an area one doesn't see.
      if (areaId !== null && reason !== null) ranking.places.push({ place: ranking.places.length + 1, areaId, reason });
    }
    return [...found.values()];
  }
}
