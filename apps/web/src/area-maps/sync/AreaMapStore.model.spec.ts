import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { InMemoryServer } from './inMemoryServer.fixture';
import { CallFailed } from './MapServer';
import { Device, settle, TestWindow } from './window.fixture';

const point = { type: 'Point', coordinates: [10, 56] } as const;
const full = process.env['KVARTER_TEST_PROOF'] === '1';
const cpr = '010190-1234';

/** Two windows of one person, and one each of two others. */
const people = ['p0', 'p0', 'p1', 'p2'];

/** What may happen to one of the windows, or to them all, in any order. */
const step = fc.record({
  who: fc.nat({ max: people.length - 1 }),
  what: fc.constantFrom(
    'create',
    'name',
    'note',
    'voice',
    'remove',
    'restore',
    'undo',
    'redo',
    'cut',
    'mend',
    'lose request',
    'lose answer',
    'crash',
    'leave',
    'wait',
    'decide',
    'freeze',
    'thaw',
    'sign out',
    'hiccup',
    'look around',
  ),
  which: fc.nat({ max: 4 }),
  text: fc.constantFrom('A', 'B', 'C', cpr, ''),
});

it('loses nothing, doubles nothing, and ends with every window seeing the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      const server = new InMemoryServer();
      const devices = new Map(people.map((person) => [person, new Device()]));
      const come = (who: number) => new TestWindow(server, people[who] as string, devices.get(people[who] as string)).open();
      const windows = await Promise.all(people.map((_, who) => come(who)));
      /** Marks that nothing but the loss of an edit could keep from the map, and the voices they were given. */
      const made = new Map<string, string[]>();
      /** Marks that somebody has decided about: what was meant with them may have been dropped. */
      const decided = new Set<string>();
      let voices = 0;

      for (const { who, what, which, text } of steps) {
        const window = windows[who] as TestWindow;
        const { store } = window;
        const ids = [...window.view.features.keys()].sort();
        const id = ids[which % Math.max(1, ids.length)];
        if (what === 'create') {
          const created = store.create({ kind: 'NOTE', name: text || 'D', geometry: point });
          if (text !== cpr) made.set(created, []);
        } else if (what === 'name' && id) store.update(id, { name: text || 'E' });
        else if (what === 'note' && id) store.update(id, { note: text || null });
        else if (what === 'voice' && id) {
          const voice = `00000000-0000-4000-9000-${String(++voices).padStart(12, '0')}`;
          store.update(id, { addVoices: [{ id: voice, capacity: 'Beboer', stance: 'SAYS', saidOn: '2026-05-14' }] });
          made.get(id)?.push(voice);
        } else if (what === 'remove' && id) {
          decided.add(id);
          store.remove(id);
        } else if (what === 'restore' && id) store.restore(id);
        else if (what === 'undo') decided.add(store.undo() ?? '');
        else if (what === 'redo') decided.add(store.redo() ?? '');
        else if (what === 'cut') window.link.cut();
        else if (what === 'mend') window.link.mend();
        else if (what === 'lose request') window.link.loses = 'request';
        else if (what === 'lose answer') window.link.loses = 'answer';
        else if (what === 'crash') {
          // What is typed is on the disk within moments; before that no program can save it.
          await settle();
          window.crash();
          windows[who] = await come(who);
        } else if (what === 'leave') {
          store.close();
          windows[who] = await come(who);
        } else if (what === 'freeze') server.frozen = true;
        else if (what === 'thaw') server.frozen = false;
        else if (what === 'sign out') window.link.drop(new CallFailed('refused', 'UNAUTHENTICATED', '', ''));
        else if (what === 'hiccup') window.link.drop(new CallFailed('refused', 'INTERNAL', '', ''));
        else if (what === 'look around') devices.get(people[who] as string)?.lookAround();
        else if (what === 'decide') decideAll(window, which, decided);
        else await settle();
      }

      // Everyone comes back, decides, and is done.
      server.frozen = false;
      for (let round = 0; round < 8; round++) {
        for (const window of windows) {
          window.link.loses = 'nothing';
          window.link.mend();
          window.store.retryNow();
        }
        await settle();
        for (const device of devices.values()) device.lookAround();
        await settle();
        for (const window of windows) decideAll(window, round, decided);
        await settle();
      }

      expect(new Set(server.log.map(({ editId }) => editId)).size).toBe(server.log.length);
      for (const [id, given] of made) {
        if (decided.has(id)) continue;
        expect(server.head(id)?.state.voices.map((voice) => voice.id)).toEqual(expect.arrayContaining(given));
      }
      for (const window of windows) {
        expect(window.view).toMatchObject({ saving: { state: 'saved', waiting: 0 }, seq: server.seq, refused: [], conflicts: [] });
        for (const { id, state, version, pending } of window.view.features.values()) {
          expect({ state, version, pending }).toEqual({ ...server.head(id), pending: false });
        }
        expect(window.view.features.size).toBe(server.features().length);
        window.store.close();
      }
      for (const device of devices.values()) expect(device.kept).toEqual([]);
    }),
    { numRuns: full ? 20_000 : 300 },
  );
}, 600_000);

function decideAll({ view, store }: TestWindow, how: number, decided: Set<string>): void {
  for (const { edit, fields } of view.conflicts) {
    decided.add(edit.featureId);
    store.resolve(edit.editId, how % 2 === 0 ? fields : []);
  }
  for (const { edit } of view.refused) {
    decided.add(edit.featureId);
    store.discard(edit.editId);
  }
}
