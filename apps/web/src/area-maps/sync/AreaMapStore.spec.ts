import { describe, expect, it } from 'vitest';
import { InMemoryServer } from './inMemoryServer.fixture';
import { Device, settle, TestWindow } from './window.fixture';

const point = { type: 'Point', coordinates: [10, 56] } as const;

async function two() {
  const server = new InMemoryServer();
  const anna = await new TestWindow(server, 'anna').open();
  const bo = await new TestWindow(server, 'bo').open();
  return { server, anna, bo };
}

describe('the shared map in a window', () => {
  it('shows an edit at once, and others see it when the server has it', async () => {
    const { anna, bo } = await two();
    const id = anna.store.create({ kind: 'ASSOCIATION', name: '  Skakklubben ', geometry: point });
    expect(anna.view.features.get(id)).toMatchObject({ pending: true, state: { name: 'Skakklubben' } });
    expect(anna.view.saving.state).toBe('saving');
    await settle();
    expect(anna.view.saving.state).toBe('saved');
    expect(anna.view.features.get(id)).toMatchObject({ pending: false, version: 1 });
    expect(bo.view.features.get(id)?.state).toEqual(anna.view.features.get(id)?.state);
    expect(bo.view.othersChange).toMatchObject({ actorName: 'anna', name: 'Skakklubben' });
    expect(anna.view.othersChange).toBeNull();
  });

  it('merges different fields of one mark, and asks where both meant the same field', async () => {
    const { anna, bo } = await two();
    const id = anna.store.create({ kind: 'ASSOCIATION', name: 'Klubben', geometry: point });
    await settle();
    bo.link.cut();
    bo.store.update(id, { note: 'Åben hver dag' });
    anna.store.update(id, { name: 'Klubben ved søen' });
    await settle();
    expect(bo.view.saving).toMatchObject({ state: 'waiting', waiting: 1 });
    bo.link.mend();
    await settle();
    expect(anna.view.features.get(id)?.state).toMatchObject({ name: 'Klubben ved søen', note: 'Åben hver dag' });

    bo.link.cut();
    bo.store.update(id, { name: 'Bos navn' });
    anna.store.update(id, { name: 'Annas navn' });
    await settle();
    bo.link.mend();
    await settle();
    expect(bo.view.conflicts).toMatchObject([{ fields: ['name'], by: 'anna', mine: { name: 'Bos navn' }, theirs: { name: 'Annas navn' } }]);
    expect(bo.view.features.get(id)).toMatchObject({ trouble: true, state: { name: 'Annas navn' } });
    bo.store.resolve(bo.view.conflicts[0]?.edit.editId ?? '', ['name']);
    await settle();
    expect(anna.view.features.get(id)?.state.name).toBe('Bos navn');
    expect(bo.view.conflicts).toEqual([]);
  });

  it('never meets a conflict with itself, however quickly one types', async () => {
    const { anna, bo } = await two();
    const id = anna.store.create({ kind: 'ASSOCIATION', name: 'A', geometry: point });
    for (const name of ['B', 'C', 'D']) anna.store.update(id, { name });
    await settle();
    anna.store.update(id, { name: 'E' });
    bo.store.update(id, { note: 'samtidig' });
    anna.store.update(id, { name: 'F' });
    await settle();
    expect(anna.view.conflicts).toEqual([]);
    expect(anna.view.features.get(id)?.state).toMatchObject({ name: 'F', note: 'samtidig' });
  });

  it('says so when what one changed next had been changed by another meanwhile', async () => {
    const { anna, bo } = await two();
    const id = anna.store.create({ kind: 'ASSOCIATION', name: 'Klubben', note: 'før', geometry: point });
    await settle();
    anna.link.cut();
    anna.store.update(id, { name: 'Nyt navn' });
    anna.store.update(id, { note: 'Annas note' });
    bo.store.update(id, { note: 'Bos note' });
    await settle();
    anna.link.mend();
    await settle();
    expect(anna.view.features.get(id)?.state).toMatchObject({ name: 'Nyt navn', note: 'Bos note' });
    expect(anna.view.conflicts).toMatchObject([{ fields: ['note'], mine: { note: 'Annas note' } }]);
  });

  it('sends once what got lost on the way, there or back', async () => {
    const { server, anna } = await two();
    for (const loses of ['request', 'answer'] as const) {
      anna.link.loses = loses;
      anna.store.create({ kind: 'NOTE', name: loses, geometry: point });
      await settle();
      anna.store.retryNow();
      await settle();
      expect(server.log.filter(({ feature }) => feature.name === loses)).toHaveLength(1);
    }
    expect(anna.view.saving).toMatchObject({ state: 'saved', waiting: 0 });
  });

  it('keeps what is unsent over a crash, and sends it from the next window', async () => {
    const server = new InMemoryServer();
    const device = new Device();
    const before = await new TestWindow(server, 'anna', device).open();
    before.link.cut();
    before.store.create({ kind: 'NOTE', name: 'Skrevet uden net', geometry: point });
    await settle();
    before.crash();
    const after = await new TestWindow(server, 'anna', device).open();
    expect(after.named('Skrevet uden net')).toBeDefined();
    await settle();
    expect(server.log).toHaveLength(1);
    expect(device.kept).toEqual([]);
  });

  it('keeps what was refused until it is mended or dropped', async () => {
    const { server, anna } = await two();
    const id = anna.store.create({ kind: 'NOTE', name: 'Ring 010190-1234', geometry: point });
    await settle();
    expect(anna.view.refused).toMatchObject([{ reason: 'CPR_NUMBER' }]);
    expect(anna.view.features.get(id)).toMatchObject({ trouble: true, state: { name: 'Ring 010190-1234' } });
    expect(server.log).toEqual([]);
    anna.store.update(id, { name: 'Ring til klubben' });
    await settle();
    expect(anna.view.refused).toEqual([]);
    expect(server.head(id)?.state.name).toBe('Ring til klubben');
    const other = anna.store.create({ kind: 'NOTE', name: '010190-1234', geometry: point });
    await settle();
    anna.store.discard(anna.view.refused[0]?.edit.editId ?? '');
    expect(anna.view.features.has(other)).toBe(false);
  });

  it('holds what is typed while the map is frozen, and sends it when it thaws', async () => {
    const { server, anna } = await two();
    server.frozen = true;
    anna.store.create({ kind: 'NOTE', name: 'Mens der var frosset', geometry: point });
    await settle();
    expect(anna.view.saving).toMatchObject({ state: 'held', waiting: 1, message: 'frosset' });
    server.frozen = false;
    anna.store.retryNow();
    await settle();
    expect(server.log).toHaveLength(1);
  });

  it('undoes and redoes one’s own, never what another wrote since', async () => {
    const { server, anna, bo } = await two();
    const id = anna.store.create({ kind: 'NOTE', name: 'Første', geometry: point });
    await settle();
    anna.store.update(id, { name: 'Anden' });
    await settle();
    bo.store.update(id, { note: 'Bos ord' });
    await settle();
    expect(anna.store.undo()).toBe(id);
    await settle();
    expect(server.head(id)?.state).toMatchObject({ name: 'Første', note: 'Bos ord' });
    expect(anna.store.redo()).toBe(id);
    await settle();
    expect(server.head(id)?.state).toMatchObject({ name: 'Anden', note: 'Bos ord' });
    bo.store.update(id, { name: 'Bos navn' });
    await settle();
    expect(anna.store.undo()).toBeNull();
    expect(server.head(id)?.state.name).toBe('Bos navn');
  });

  it('undoes a creation by removing, and redoes it by restoring', async () => {
    const { server, anna } = await two();
    const id = anna.store.create({ kind: 'NOTE', name: 'Første', geometry: point });
    await settle();
    anna.store.undo();
    await settle();
    expect(server.head(id)?.state.removed).toBe(true);
    anna.store.redo();
    await settle();
    expect(server.head(id)?.state.removed).toBe(false);
  });

  it('asks before it removes what another has just changed', async () => {
    const { server, anna, bo } = await two();
    const id = anna.store.create({ kind: 'NOTE', name: 'Fælles', geometry: point });
    await settle();
    bo.link.cut();
    bo.store.remove(id);
    anna.store.update(id, { note: 'vigtigt' });
    await settle();
    bo.link.mend();
    await settle();
    expect(bo.view.conflicts).toMatchObject([{ reason: 'CHANGED_BEFORE_REMOVAL' }]);
    bo.store.resolve(bo.view.conflicts[0]?.edit.editId ?? '', ['removed']);
    await settle();
    expect(server.head(id)?.state.removed).toBe(true);
  });

  it('keeps the identity of marks that nobody touched', async () => {
    const { anna, bo } = await two();
    const id = anna.store.create({ kind: 'NOTE', name: 'Stille', geometry: point });
    await settle();
    const before = bo.view.features.get(id);
    anna.store.create({ kind: 'NOTE', name: 'Ny', geometry: point });
    await settle();
    expect(bo.view.features.get(id)).toBe(before);
  });
});
