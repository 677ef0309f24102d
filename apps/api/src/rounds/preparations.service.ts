/** The rules of preparing: everybody lists what their own organisation knows, and the meeting places it on the shared map. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDateOf } from '@kvarter/cadence';
import { checkGeometry, textLimits } from '@kvarter/geo';
import type { MapEditResult } from '../area-maps/map-edit.type.js';
import { MapEditStatus } from '../area-maps/map-edit.type.js';
import { MapEditsService } from '../area-maps/map-edits.service.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { checkedName, checkedText } from '../platform/text/checked-text.js';
import type { AddPreparationItemInput, ChangePreparationItemInput } from './preparation.input.js';
import {
  changeItem,
  insertItem,
  itemById,
  type ItemRow,
  itemsOf,
  openMeetingOf,
  organisationOf,
  ownPreparation,
  placeItem,
  preparationNotReady,
  preparationOf,
  preparationReady,
  type PreparationRow,
  preparationsOf,
  removeItem,
} from './preparation.sql.js';
import type { PreparationItem, RoundPreparation } from './preparation.type.js';
import { RoundChecks } from './round-checks.js';
import { checkedKind } from './round.rules.js';
import type { RoundRow } from './round.sql.js';
import { type MappingRound, MappingStep, RoundState } from './round.type.js';
import { RoundsService } from './rounds.service.js';

const itemsByPreparation = Symbol('items by preparation');

/** Who says so, where nothing is known of where they come from. */
const ofTheTeam = { da: 'Holdet', en: 'The team' } as const;

@Injectable()
export class PreparationsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly rounds: RoundsService,
    private readonly checks: RoundChecks,
    private readonly mapEdits: MapEditsService,
  ) {}

  /** Who has prepared and who hasn't: the area's team while the round goes on, and whoever prepared. @throws NOT_FOUND */
  async list(roundId: string): Promise<RoundPreparation[]> {
    const { id, areaId, state } = await this.rounds.one(roundId);
    return this.db.query<PreparationRow>(preparationsOf, [currentTenant().id, areaId, id, state === RoundState.UNDER_WAY]);
  }

  /** What somebody has listed, in that order. */
  async items(preparationId: string | null): Promise<PreparationItem[]> {
    if (preparationId === null) return [];
    return loadOne<ItemRow[]>(
      itemsByPreparation,
      preparationId,
      async (ids) => {
        const found = new Map<string, ItemRow[]>();
        for (const row of await this.db.query<ItemRow>(itemsOf, [currentTenant().id, ids]))
          found.set(row.preparationId, [...(found.get(row.preparationId) ?? []), row]);
        return found;
      },
      [],
    );
  }

  /** @throws NOT_FOUND, INVALID_INPUT naming the field, INVALID_GEOMETRY; CONFLICT where the round is closed */
  async add(input: AddPreparationItemInput): Promise<PreparationItem> {
    const { step } = input;
    const kind = checkedKind(input.kind, step);
    const title = checkedName(input.title, 'title');
    const note = checkedText(input.note ?? null, 'note', textLimits.note);
    const place = checkedPlace(input.geometry);
    const round = await this.rounds.underWay(input.roundId);
    const id = randomUUID();
    const own = await this.own(round, step);
    await this.db.query(insertItem, [currentTenant().id, id, round.areaId, own, kind, title, note, place, currentActor().personId]);
    return this.item(id);
  }

  /** @throws NOT_FOUND, INVALID_INPUT, INVALID_GEOMETRY; FORBIDDEN where it is another's; CONFLICT where it was placed or changed meanwhile */
  async change(input: ChangePreparationItemInput): Promise<PreparationItem> {
    const before = await this.mine(input.id);
    const kind = input.kind ? checkedKind(input.kind, before.step) : before.kind;
    const title = input.title ? checkedName(input.title, 'title') : before.title;
    const note = input.note === undefined ? before.note : checkedText(input.note, 'note', textLimits.note);
    const kept = before.geometry && JSON.stringify(before.geometry);
    const place = input.geometry === undefined ? kept : checkedPlace(input.geometry);
    const changed = await this.db.query(changeItem, [currentTenant().id, input.id, input.version, kind, title, note, place]);
    if (changed.length === 0) throw refuse('PREPARATION_ITEM_CHANGED');
    return this.item(input.id);
  }

  /** @throws NOT_FOUND; FORBIDDEN where it is another's; CONFLICT where it was placed */
  async remove(id: string): Promise<boolean> {
    await this.mine(id);
    const gone = await this.db.query(removeItem, [currentTenant().id, id]);
    if (gone.length === 0) throw refuse('PREPARATION_ITEM_PLACED');
    return true;
  }

  /** Says that one has prepared, or hasn't after all, and is asked anew. @throws NOT_FOUND, CONFLICT where the round is closed */
  async setReady(roundId: string, step: MappingStep, ready: boolean): Promise<MappingRound> {
    const round = await this.rounds.underWay(roundId);
    const own = await this.own(round, step);
    if (ready) {
      await this.db.query(preparationReady, [currentTenant().id, own, this.clock.now()]);
      await this.checks.endPreparation(own);
    } else {
      await this.db.query(preparationNotReady, [currentTenant().id, own]);
      await this.checks.askToPrepare(round);
    }
    return this.rounds.one(roundId);
  }

  /**
   * Places an item on the shared map, once, while its meeting is open: a mark in the name of whoever places it, with the
   * author's organisation as the one who says so. Ends the transaction.
   * @param geometry where it is, instead of where its author put it
   * @throws NOT_FOUND; CONFLICT where the meeting isn't open or it was placed before; FORBIDDEN where the caller may not edit
   * the map now; what is wrong with the place is said in the result
   */
  async place(id: string, geometry: unknown): Promise<MapEditResult> {
    const item = await this.item(id);
    const tenantId = currentTenant().id;
    const [meeting] = await this.db.query<{ meetingId: string }>(openMeetingOf, [tenantId, item.roundId, item.step]);
    if (item.placedAt) throw refuse('PREPARATION_ITEM_PLACED');
    if (!meeting) throw refuse('ROUND_MEETING_NOT_OPEN');
    const [author] = await this.db.query<{ capacity: string | null }>(organisationOf, [tenantId, item.createdById]);
    const placed = await this.db.query(placeItem, [tenantId, id, item.areaId, id, meeting.meetingId, currentActor().personId]);
    if (placed.length === 0) throw refuse('PREPARATION_ITEM_PLACED');
    // The item's own id names both: however often it is tried, it is one edit and one mark.
    const voice = { id, capacity: author?.capacity ?? ofTheTeam[currentActor().locale], stance: 'SAYS' as const, saidOn: localDateOf(item.createdAt) };
    const [result] = await this.mapEdits.apply(item.areaId, [
      {
        editId: id,
        featureId: id,
        baseVersion: 0,
        op: 'CREATE',
        kind: item.kind,
        name: item.title,
        note: item.note,
        geometry: geometry ?? item.geometry,
        addVoices: [voice],
      },
    ]);
    if (!result) throw new Error('an edit without a result');
    if (result.status === MapEditStatus.REJECTED || result.status === MapEditStatus.CONFLICT)
      throw refuse('PREPARATION_ITEM_UNPLACED', {}, { field: 'geometry' });
    return result;
  }

  /** The caller's preparation of a step, made where there is none yet. */
  private async own({ id, areaId }: RoundRow, step: MappingStep): Promise<string> {
    const [tenantId, { personId }] = [currentTenant().id, currentActor()];
    await this.db.query(ownPreparation, [tenantId, areaId, id, step, personId]);
    const [row] = await this.db.query<{ id: string }>(preparationOf, [tenantId, id, step, personId]);
    if (!row) throw refuse('NOT_ALLOWED');
    return row.id;
  }

  private async item(id: string): Promise<ItemRow> {
    const [row] = await this.db.query<ItemRow>(itemById, [currentTenant().id, id]);
    if (!row) throw refuse('PREPARATION_ITEM_NOT_FOUND');
    return row;
  }

  /** An item the caller may still change. */
  private async mine(id: string): Promise<ItemRow> {
    const row = await this.item(id);
    if (row.createdById !== currentActor().personId) throw refuse('PREPARATION_ITEM_OF_OTHER');
    if (row.placedAt) throw refuse('PREPARATION_ITEM_PLACED');
    await this.rounds.underWay(row.roundId);
    return row;
  }
}

/** GeoJSON text of a place that libs/geo finds sound, null where none was given. PostGIS judges it when it is placed. Throws INVALID_GEOMETRY. */
function checkedPlace(given: unknown): string | null {
  if (given === undefined || given === null) return null;
  const checked = checkGeometry(given);
  if (checked.ok) return JSON.stringify(checked.geometry);
  const { reason, params, path } = checked.fault;
  throw refuse(reason, params, { field: 'geometry', path });
}
