/**
 * Several people edit the same few features at once, with stale versions, repeats and batches, through the real
 * service. What came of it is held against rules that know nothing of how it is done.
 */
import { randomUUID } from 'node:crypto';
import { changedFields, type FeatureState, fieldOf, same } from '@kvarter/geo';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../platform/auth/actor.js';
import { AreaMapsService } from './area-maps.service.js';
import type { MapEditInput } from './map-edit.input.js';
import type { MapEditResult } from './map-edit.type.js';
import { MapEditsService } from './map-edits.service.js';
import { World } from './map-world.fixture.js';

interface Line {
  seq: number;
  edit_id: string;
  feature_id: string;
  version: number;
  op: string;
  status: string;
  after: FeatureState;
}

/** One thing somebody does; numbers choose among what there is then. */
interface Move {
  readonly feature: number;
  readonly op: MapEditInput['op'];
  /** Versions behind what this person saw last. */
  readonly behind: number;
  readonly fields: { readonly name?: string; readonly note?: string | null; readonly kind?: 'NOTE' | 'UNSAFE_ZONE'; readonly voice?: number };
  /** Send the person's last edit again along with it. */
  readonly repeat: boolean;
  /** Goes with the next one in one call. */
  readonly together: boolean;
}

let world: World;
let edits: MapEditsService;
let maps: AreaMapsService;
let people: Actor[];

beforeAll(async () => {
  world = await World.make();
  edits = new MapEditsService(world.db);
  maps = new AreaMapsService(world.db);
  people = [await world.member('coordinator'), await world.member('team_member'), await world.member('team_member'), await world.member('coordinator')];
}, 30_000);

afterAll(() => world.close());

const voices = Array.from({ length: 4 }, () => randomUUID());

const move: fc.Arbitrary<Move> = fc.record({
  feature: fc.nat(2),
  op: fc.oneof({ arbitrary: fc.constant('UPDATE' as const), weight: 6 }, fc.constantFrom('CREATE' as const, 'REMOVE' as const, 'RESTORE' as const)),
  behind: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.nat(3)),
  fields: fc.record(
    {
      name: fc.constantFrom('A', 'B', 'C'),
      note: fc.constantFrom('x', 'y', null),
      kind: fc.constantFrom('NOTE' as const, 'UNSAFE_ZONE' as const),
      voice: fc.nat(3),
    },
    { requiredKeys: [] },
  ),
  repeat: fc.boolean(),
  together: fc.boolean(),
});

interface Told {
  readonly edit: MapEditInput;
  readonly result: MapEditResult;
}

/** Plays one person's moves; what they know of a feature is what answers told them. */
async function play(actor: Actor, area: string, features: readonly string[], moves: readonly Move[]): Promise<Told[]> {
  const seen = new Map<string, number>();
  const told: Told[] = [];
  let batch: MapEditInput[] = [];
  let last: MapEditInput | undefined;
  for (const [index, { feature, op, behind, fields, repeat, together }] of moves.entries()) {
    const featureId = features[feature] as string;
    const { voice, ...plain } = fields;
    const addVoices =
      voice === undefined
        ? {}
        : { addVoices: [{ id: voices[voice] as string, capacity: actor.personId.slice(0, 8), stance: 'SAYS' as const, saidOn: '2026-05-01' }] };
    const body = op === 'CREATE' ? { kind: 'NOTE' as const, name: 'A', ...plain, ...addVoices } : op === 'UPDATE' ? { ...plain, ...addVoices } : {};
    const edit: MapEditInput = {
      editId: randomUUID(),
      featureId,
      baseVersion: op === 'CREATE' ? 0 : Math.max(0, (seen.get(featureId) ?? 0) - behind),
      op,
      ...body,
    };
    batch.push(edit, ...(repeat ? [last ?? edit] : []));
    last = edit;
    if (together && index < moves.length - 1) continue;
    const results = await world.as(actor, () => edits.apply(area, batch));
    results.forEach((result, place) => {
      told.push({ edit: batch[place] as MapEditInput, result });
      if (result.feature && result.status !== 'DUPLICATE') seen.set(result.feature.id, result.feature.version);
    });
    batch = [];
  }
  return told;
}

/** The map after a number, by going through the log. */
function standing(log: readonly Line[], seq: number): Map<string, Line> {
  const map = new Map<string, Line>();
  for (const line of log) if (line.seq <= seq) map.set(line.feature_id, line);
  for (const [id, line] of map) if (line.after.removed) map.delete(id);
  return map;
}

const fieldsOf = (edit: MapEditInput): Record<string, unknown> => {
  const { kind, name, note, addVoices } = edit;
  return Object.fromEntries([
    ...Object.entries({ kind, name, note }).filter(([, value]) => value !== undefined),
    ...(addVoices ?? []).map((voice) => [`voices.${voice.id}`, voice]),
  ]);
};

function holdAgainst(log: readonly Line[], told: readonly Told[]): void {
  // Gapless, and each feature's versions too, each made by one edit.
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  expect(new Set(log.map(({ edit_id }) => edit_id)).size).toBe(log.length);
  const states = new Map<string, FeatureState>();
  const versions = new Map<string, number>();
  const byId = new Map(told.filter(({ result }) => result.status !== 'DUPLICATE').map((one) => [one.edit.editId, one]));
  for (const line of log) {
    const { edit } = byId.get(line.edit_id) as Told;
    const before = states.get(line.feature_id);
    expect(line.version).toBe((versions.get(line.feature_id) ?? 0) + 1);
    // Nothing that somebody else wrote is lost: an edit changes its own fields and no others.
    const own = edit.op === 'REMOVE' || edit.op === 'RESTORE' ? ['removed'] : Object.keys(fieldsOf(edit));
    if (before) for (const field of changedFields(before, line.after)) expect(own).toContain(field);
    for (const [field, value] of Object.entries(edit.op === 'UPDATE' || edit.op === 'CREATE' ? fieldsOf(edit) : {})) {
      expect(same(fieldOf(line.after, field as 'name'), value)).toBe(true);
    }
    if (edit.op === 'UPDATE') expect(line.status).toBe(edit.baseVersion === line.version - 1 ? 'APPLIED' : 'MERGED');
    states.set(line.feature_id, line.after);
    versions.set(line.feature_id, line.version);
  }
  // What was acknowledged is in the log where it says, and what wasn't is not.
  const lines = new Map(log.map((line) => [line.edit_id, line]));
  for (const { edit, result } of told) {
    const line = lines.get(edit.editId);
    if (result.status === 'CONFLICT' || result.status === 'REJECTED') {
      expect(result.seq ?? null).toBeNull();
      if (byId.get(edit.editId)?.result === result) expect(line).toBeUndefined();
    } else {
      expect([result.seq, result.feature?.version]).toEqual([line?.seq, line?.version]);
    }
    if (result.status === 'CONFLICT' && result.reason === 'FIELD_CHANGED_MEANWHILE') {
      // Somebody really did write another value after what this person saw.
      const at = (version: number) => log.find((one) => one.feature_id === edit.featureId && one.version === version)?.after as FeatureState;
      const now = at(result.feature?.version ?? 0);
      for (const field of result.conflictFields ?? []) {
        if (edit.baseVersion > 0) expect(same(fieldOf(now, field as 'name'), fieldOf(at(edit.baseVersion), field as 'name'))).toBe(false);
        expect(same(fieldOf(now, field as 'name'), fieldsOf(edit)[field])).toBe(false);
      }
    }
  }
}

describe('several people at once', () => {
  it('lose nothing, double nothing, and can look back at every step', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(move, { minLength: 1, maxLength: 10 }), { minLength: 4, maxLength: 4 }), async (scripts) => {
        const area = await world.area(people[0] as Actor);
        const features = [randomUUID(), randomUUID(), randomUUID()];
        const told = (await Promise.all(scripts.map((moves, who) => play(people[who] as Actor, area, features, moves)))).flat();
        const { rows: log } = await world.admin.query<Line>('select * from open_room.map_edit where area_id = $1 order by seq', [area]);
        holdAgainst(log, told);

        const reader = people[1] as Actor;
        const newest = log.length;
        await world.as(reader, async () => {
          for (const seq of new Set([0, 1, Math.floor(newest / 2), newest].filter((one) => one <= newest))) {
            const map = await maps.at(area, seq);
            const expected = standing(log, seq);
            const found = await maps.features(map);
            expect(found.map(({ id, version, name, note, kind }) => [id, version, name, note, kind]).sort()).toEqual(
              [...expected].map(([id, { version, after }]) => [id, version, after.name, after.note, after.kind]).sort(),
            );
            const collection = (await maps.collection(map)).toJSON() as { features: { id: string; properties: { version: number } }[] };
            expect(collection.features.map(({ id, properties }) => [id, properties.version]).sort()).toEqual(
              [...expected].map(([id, { version }]) => [id, version]).sort(),
            );
            const { added, removed, changed } = await maps.compare(area, seq, newest);
            const then = standing(log, seq);
            const now = standing(log, newest);
            const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
            expect(ids(added)).toEqual([...now.keys()].filter((id) => !then.has(id)).sort());
            expect(ids(removed)).toEqual([...then.keys()].filter((id) => !now.has(id)).sort());
            expect(changed.map(({ after, fields }) => [after.id, fields])).toEqual(
              [...now]
                .flatMap(([id, line]) => {
                  const before = then.get(id);
                  const fields = before ? changedFields(before.after, line.after) : [];
                  return fields.length > 0 ? [[id, fields]] : [];
                })
                .sort((one, other) => String(one[0]).localeCompare(String(other[0]))),
            );
          }
        });
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
