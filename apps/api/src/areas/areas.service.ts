/** The rules of areas: a tree of three levels, each with a boundary that is a polygon and a name. */
import { randomUUID } from 'node:crypto';
import { textLimits } from '@kvarter/geo';
import { Injectable } from '@nestjs/common';
import { MapBoundaryService } from '../area-maps/map-boundary.service.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { RawJson } from '../platform/graphql/raw-json.js';
import { checkedName, checkedText } from '../platform/text/checked-text.js';
import { checkedBoundary } from './area.rules.js';
import {
  type AreaRow,
  areaById,
  areaList,
  backdropsOf,
  boundaryFault,
  insertArea,
  levelOf,
  type MapFactsRow,
  mapFactsOf,
  namedMembers,
  nameMembers,
  unnameMembers,
  updateArea,
} from './area.sql.js';
import type { CreateAreaInput, UpdateAreaInput } from './area.input.js';
import type { Area } from './area.type.js';

export const deepestLevel = 3;

const backdrops = Symbol('background map by area');
const named = Symbol('named members by area');
const mapFacts = Symbol('facts of the map by area');

/** What is known of an area's map: its newest number, when it was last edited, how many marks stand, and whether the caller may edit it. */
export type MapFacts = MapFactsRow;

const noMap: MapFacts = { id: '', seq: 0, changed_at: null, feature_count: 0, may_edit: false };

@Injectable()
export class AreasService {
  constructor(
    private readonly db: Db,
    private readonly mapBoundary: MapBoundaryService,
  ) {}

  async all(): Promise<Area[]> {
    return (await this.db.query<AreaRow>(areaList, [currentTenant().id])).map(toArea);
  }

  /** @throws NOT_FOUND, also where it is there but not the caller's to see */
  async one(id: string): Promise<Area> {
    const [row] = await this.db.query<AreaRow>(areaById, [currentTenant().id, id]);
    if (!row) throw refuse('AREA_NOT_FOUND');
    return toArea(row);
  }

  /** @throws INVALID_INPUT (name, parent), INVALID_GEOMETRY (boundary): nothing is written then */
  async create(input: CreateAreaInput): Promise<Area> {
    const name = checkedName(input.name);
    const description = checkedText(input.description, 'description', textLimits.description);
    const boundary = await this.validBoundary(input.boundary);
    const level = input.parentId ? (await this.levelOf(input.parentId)) + 1 : 1;
    if (level > deepestLevel) throw refuse('AREA_TOO_DEEP', { max: deepestLevel }, { field: 'parentId' });
    const id = randomUUID();
    await this.db.query(insertArea, [currentTenant().id, id, input.parentId ?? null, level, name, description, boundary, currentActor().personId]);
    return this.one(id);
  }

  async update(id: string, input: UpdateAreaInput): Promise<Area> {
    const renamed = input.name !== undefined && input.name !== null;
    const described = input.description !== undefined;
    const bounded = input.boundary !== undefined && input.boundary !== null;
    const changed = await this.db.query(updateArea, [
      currentTenant().id,
      id,
      renamed,
      renamed ? checkedName(input.name) : null,
      described,
      described ? checkedText(input.description, 'description', textLimits.description) : null,
      bounded,
      bounded ? await this.validBoundary(input.boundary) : null,
      input.restricted ?? null,
    ]);
    if (changed.length === 0) throw refuse('AREA_NOT_FOUND');
    if (bounded) await this.mapBoundary.judgeAgain(id);
    return this.one(id);
  }

  /** Names exactly these people on the area; they count where it is restricted. */
  async setMembers(id: string, people: readonly string[]): Promise<Area> {
    const area = await this.one(id);
    const tenant = currentTenant().id;
    await this.db.query(unnameMembers, [tenant, id, people]);
    await this.db.query(nameMembers, [tenant, id, people]);
    const now = await this.members(id);
    if (people.some((person) => !now.includes(person))) throw refuse('MEMBER_NOT_FOUND', {}, { field: 'personIds' });
    return area;
  }

  /** Who is named on the area: for coordinators; nobody for others. */
  members(id: string): Promise<string[]> {
    return loadOne<string[]>(
      named,
      id,
      async (ids) => {
        const rows = await this.db.query<{ id: string; people: string[] }>(namedMembers, [currentTenant().id, ids]);
        return new Map(rows.map((row) => [row.id, row.people]));
      },
      [],
    );
  }

  mapFacts(id: string): Promise<MapFacts> {
    return loadOne<MapFacts>(
      mapFacts,
      id,
      async (ids) => new Map((await this.db.query<MapFactsRow>(mapFactsOf, [currentTenant().id, [...new Set(ids)]])).map((row) => [row.id, row])),
      noMap,
    );
  }

  /** The area's own background map, where it has one. */
  backdropOf(id: string): Promise<RawJson | null> {
    return loadOne<RawJson | null>(
      backdrops,
      id,
      async (ids) => {
        const rows = await this.db.query<{ id: string; backdrop: string }>(backdropsOf, [currentTenant().id, ids]);
        return new Map(rows.map((row) => [row.id, new RawJson(row.backdrop)]));
      },
      null,
    );
  }

  private async levelOf(parentId: string): Promise<number> {
    const [parent] = await this.db.query<{ level: number }>(levelOf, [currentTenant().id, parentId]);
    if (!parent) throw refuse('PARENT_NOT_FOUND', {}, { field: 'parentId' });
    return parent.level;
  }

  /** GeoJSON text of a boundary that libs/geo and PostGIS both find sound. */
  private async validBoundary(given: unknown): Promise<string> {
    const text = JSON.stringify(checkedBoundary(given));
    const [fault] = await this.db.query<{ lon: number | null; lat: number | null }>(boundaryFault, [text]);
    if (fault) throw refuse('GEOMETRY_SELF_INTERSECTION', { lon: fault.lon ?? 0, lat: fault.lat ?? 0 }, { field: 'boundary' });
    return text;
  }
}

function toArea(row: AreaRow): Area {
  return {
    id: row.id,
    name: row.name,
    parentId: row.parent_id,
    boundary: new RawJson(row.boundary),
    description: row.description,
    level: row.level,
    restricted: row.restricted,
    createdAt: row.created_at,
  };
}
