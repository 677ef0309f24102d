import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { InMemoryServer } from './inMemoryServer.fixture';
import { type Disk, emptyDisk, settle, TestWindow } from './window.fixture';

const point = { type: 'Point', coordinates: [10, 56] } as const;
const full = process.env['KVARTER_TEST_PROOF'] === '1';

/** What may happen to one of the windows, in any order. */
const step = fc.record({
  who: fc.nat({ max: 2 }),
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
    'wait',
    'decide',
  ),
  which: fc.nat({ max: 4 }),
  text: fc.constantFrom('A', 'B', 'C', '010190-1234', ''),
});

it('loses nothing, doubles nothing, and ends with every window seeing the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      const server = new InMemoryServer();
      const disks: Disk[] = [emptyDisk(), emptyDisk(), emptyDisk()];
      const windows = await Promise.all(disks.map((disk, index) => new TestWindow(server, `p${index}`, disk).open()));
      const applied: string[] = [];

      for (const { who, what, which, text } of steps) {
        const window = windows[who] as TestWindow;
        const { store } = window;
        const ids = [...window.view.features.keys()].sort();
        const id = ids[which % Math.max(1, ids.length)];
        if (what === 'create') store.create({ kind: 'NOTE', name: text || 'D', geometry: point });
        else if (what === 'name' && id) store.update(id, { name: text || 'E' });
        else if (what === 'note' && id) store.update(id, { note: text || null });
        else if (what === 'voice' && id)
          store.update(id, {
            addVoices: [
              { id: `00000000-0000-4000-9000-${String(applied.push(what)).padStart(12, '0')}`, capacity: 'Beboer', stance: 'SAYS', saidOn: '2026-05-14' },
            ],
          });
        else if (what === 'remove' && id) store.remove(id);
        else if (what === 'restore' && id) store.restore(id);
        else if (what === 'undo') store.undo();
        else if (what === 'redo') store.redo();
        else if (what === 'cut') window.link.cut();
        else if (what === 'mend') window.link.mend();
        else if (what === 'lose request') window.link.loses = 'request';
        else if (what === 'lose answer') window.link.loses = 'answer';
        else if (what === 'crash') {
          await settle();
          store.close();
          windows[who] = await new TestWindow(server, `p${who}`, disks[who]).open();
        } else if (what === 'decide') decideAll(window, which);
        else await settle();
      }

      // Everyone comes back, decides, and is done.
      for (let round = 0; round < 6; round++) {
        for (const window of windows) {
          window.link.loses = 'nothing';
          window.link.mend();
          window.store.retryNow();
        }
        await settle();
        for (const window of windows) decideAll(window, round);
        await settle();
      }

      expect(new Set(server.log.map(({ editId }) => editId)).size).toBe(server.log.length);
      for (const [index, window] of windows.entries()) {
        expect(window.view).toMatchObject({ saving: { state: 'saved', waiting: 0 }, seq: server.seq, refused: [], conflicts: [] });
        for (const { id, state, version, pending } of window.view.features.values()) {
          expect({ state, version, pending }).toEqual({ ...server.head(id), pending: false });
        }
        expect(window.view.features.size).toBe(server.features().length);
        expect(disks[index]?.kept).toEqual({ queue: [], refused: [], conflicts: [] });
        window.store.close();
      }
    }),
    { numRuns: full ? 20_000 : 300 },
  );
}, 600_000);

function decideAll({ view, store }: TestWindow, how: number): void {
  for (const { edit, fields } of view.conflicts) store.resolve(edit.editId, how % 2 === 0 ? fields : []);
  for (const { edit } of view.refused) store.discard(edit.editId);
}
