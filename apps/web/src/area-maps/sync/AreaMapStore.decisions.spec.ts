import { describe, expect, it } from 'vitest';
import { InMemoryServer } from './inMemoryServer.fixture';
import { settle, TestWindow } from './window.fixture';

const point = { type: 'Point', coordinates: [10, 56] } as const;
const cpr = '010190-1234';

async function two() {
  const server = new InMemoryServer();
  const anna = await new TestWindow(server, 'anna').open();
  const bo = await new TestWindow(server, 'bo').open();
  const id = anna.store.create({ kind: 'NOTE', name: 'Fælles', geometry: point });
  await settle();
  return { server, anna, bo, id };
}

const onlyConflict = ({ view }: TestWindow): string => {
  expect(view.conflicts).toHaveLength(1);
  return view.conflicts[0]?.edit.editId ?? '';
};

describe('a conflict', () => {
  it('asks about the field in question only: the rest of the edit is done either way', async () => {
    for (const [mine, name] of [
      [['name'], 'Bos navn'],
      [[], 'Annas navn'],
    ] as const) {
      const { server, anna, bo, id } = await two();
      bo.link.cut();
      bo.store.update(id, { name: 'Bos navn', note: 'Bos note' });
      anna.store.update(id, { name: 'Annas navn' });
      await settle();
      bo.link.mend();
      await settle();
      bo.store.resolve(onlyConflict(bo), mine);
      await settle();
      expect(server.head(id)?.state).toMatchObject({ name, note: 'Bos note' });
      expect(bo.view.saving.state).toBe('saved');
    }
  });

  it('brings a removed mark back together with what was written on it, or leaves it removed', async () => {
    for (const [mine, state] of [
      [['removed'], { removed: false, note: 'Bos note' }],
      [[], { removed: true, note: null }],
    ] as const) {
      const { server, anna, bo, id } = await two();
      bo.link.cut();
      bo.store.update(id, { note: 'Bos note' });
      anna.store.remove(id);
      await settle();
      bo.link.mend();
      await settle();
      bo.store.resolve(onlyConflict(bo), mine);
      await settle();
      expect(server.head(id)?.state).toMatchObject(state);
      expect(bo.view.saving.state).toBe('saved');
    }
  });

  it('shows what stands there now, also when it changes once more before one decides', async () => {
    const { anna, bo, id } = await two();
    bo.link.cut();
    bo.store.update(id, { name: 'Bos navn' });
    anna.store.update(id, { name: 'Annas navn' });
    await settle();
    bo.link.mend();
    await settle();
    anna.store.update(id, { name: 'Annas andet navn' });
    await settle();
    expect(bo.view.conflicts).toMatchObject([{ mine: { name: 'Bos navn' }, theirs: { name: 'Annas andet navn' }, by: 'anna' }]);
  });

  it('is none where two wanted the same: to remove, or to restore', async () => {
    const { server, anna, bo, id } = await two();
    for (const removed of [true, false]) {
      bo.link.cut();
      for (const { store } of [anna, bo]) {
        if (removed) store.remove(id);
        else store.restore(id);
      }
      await settle();
      bo.link.mend();
      await settle();
      expect(server.head(id)?.state.removed).toBe(removed);
      expect(bo.view).toMatchObject({ conflicts: [], saving: { state: 'saved' } });
    }
  });
});

describe('a refused edit', () => {
  it('goes before what was made after it, once it is mended', async () => {
    const { server, anna } = await two();
    const id = anna.store.create({ kind: 'NOTE', name: cpr, geometry: point });
    anna.store.update(id, { note: 'Skrevet imens' });
    await settle();
    expect(anna.view.refused).toHaveLength(1);
    anna.store.update(id, { name: 'Klubben' });
    await settle();
    expect(server.head(id)?.state).toMatchObject({ name: 'Klubben', note: 'Skrevet imens' });
    expect(anna.view).toMatchObject({ refused: [], conflicts: [], saving: { state: 'saved' } });
  });

  it('can be undone after it was mended', async () => {
    const { server, anna, id } = await two();
    anna.store.update(id, { name: cpr });
    await settle();
    anna.store.update(id, { name: 'Klubben' });
    await settle();
    expect(server.head(id)?.state.name).toBe('Klubben');
    expect(anna.store.undo()).toBe(id);
    await settle();
    expect(server.head(id)?.state.name).toBe('Fælles');
  });

  it('is dropped by undoing it', async () => {
    const { server, anna, id } = await two();
    const other = anna.store.create({ kind: 'NOTE', name: cpr, geometry: point });
    await settle();
    expect(anna.store.undo()).toBe(other);
    await settle();
    expect(anna.view).toMatchObject({ refused: [], saving: { state: 'saved' } });
    expect([...anna.view.features.keys()]).toEqual([id]);
    expect(server.log).toHaveLength(1);
  });

  it('is dropped by removing its mark, which is removed where the server knows it', async () => {
    const { server, anna, id } = await two();
    const other = anna.store.create({ kind: 'NOTE', name: cpr, geometry: point });
    anna.store.update(id, { note: cpr });
    await settle();
    expect(anna.view.refused).toHaveLength(2);
    anna.store.remove(other);
    anna.store.remove(id);
    await settle();
    expect(anna.view).toMatchObject({ refused: [], saving: { state: 'saved' } });
    expect(anna.view.features.has(other)).toBe(false);
    expect(server.head(id)?.state).toMatchObject({ removed: true, note: null });
  });
});
