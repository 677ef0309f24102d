import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { InMemoryServer } from './inMemoryServer.fixture';
import { CallFailed } from './MapServer';
import { Device, settle, TestWindow } from './window.fixture';

const point = { type: 'Point', coordinates: [10, 56] } as const;
const note = (name: string) => ({ kind: 'NOTE', name, geometry: point }) as const;
const signedOut = new CallFailed('refused', 'UNAUTHENTICATED', 'SESSION_EXPIRED', 'logget ud');

async function two() {
  const server = new InMemoryServer();
  const device = new Device();
  const anna = await new TestWindow(server, 'anna', device).open();
  const bo = await new TestWindow(server, 'bo').open();
  return { server, device, anna, bo };
}

/** A test turns the clock itself. */
function ownClock(): void {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
}

async function later(): Promise<void> {
  await vi.advanceTimersByTimeAsync(30_000);
  await settle();
}

describe('the connection of a window', () => {
  it('waits while nobody is signed in, and then sends, hears and may edit again', async () => {
    const { server, anna, bo } = await two();
    anna.link.refuses = signedOut;
    anna.link.drop(signedOut);
    anna.store.create(note('Annas'));
    await settle();
    bo.store.create(note('Bos'));
    await settle();
    expect(anna.view).toMatchObject({ phase: 'ready', mayEdit: true, saving: { waiting: 1, message: 'logget ud' } });
    expect(anna.named('Bos')).toBeUndefined();
    anna.link.refuses = null;
    anna.store.retryNow();
    await settle();
    expect(server.log).toHaveLength(2);
    expect(anna.named('Bos')).toBeDefined();
    expect(anna.view.saving).toMatchObject({ state: 'saved', message: null });
  });

  it('comes back by itself when the server ends what it follows', async () => {
    ownClock();
    const { anna, bo } = await two();
    for (const failure of [new CallFailed('unreachable', '', '', ''), new CallFailed('refused', 'INTERNAL', '', 'fejl')]) {
      anna.link.drop(failure);
      bo.store.create(note(failure.code));
      await later();
      expect(anna.view.phase).toBe('ready');
      expect(anna.view.seq).toBe(bo.view.seq);
    }
  });

  it('says so when the map is no longer theirs to see, and keeps what was unsent', async () => {
    ownClock();
    const { server, device, anna } = await two();
    const gone = new CallFailed('refused', 'NOT_FOUND', 'AREA_NOT_FOUND', 'findes ikke');
    anna.link.cut();
    anna.store.create(note('Skrevet uden net'));
    anna.link.connected = true;
    anna.link.refuses = gone;
    anna.link.drop(gone);
    await later();
    expect(anna.view).toMatchObject({ phase: 'failed', failure: 'findes ikke' });
    expect(device.kept).toMatchObject([{ queue: [{ edit: { name: 'Skrevet uden net' } }] }]);
    expect(server.log).toEqual([]);
  });

  it('takes up the log where it was when something is missing in between', async () => {
    const { server, anna, bo } = await two();
    bo.store.create(note('Første'));
    await settle();
    anna.link.connected = false;
    bo.store.create(note('Anden'));
    bo.store.create(note('Tredje'));
    await settle();
    const [, , third] = server.log;
    if (!third) throw new Error('Three edits were made');
    anna.link.connected = true;
    anna.link.push(structuredClone(third));
    await settle();
    expect(anna.view.seq).toBe(3);
    expect(anna.named('Anden')).toBeDefined();
  });

  it('begins anew where the log has been set back', async () => {
    ownClock();
    const { anna, bo } = await two();
    bo.store.create(note('Fra før'));
    await settle();
    expect(anna.view.seq).toBe(1);
    const restored = new InMemoryServer();
    const other = restored.connect('anna');
    vi.spyOn(anna.link, 'load').mockImplementation(() => other.load());
    anna.link.drop(new CallFailed('refused', 'INVALID_INPUT', 'NUMBER_OUT_OF_RANGE', ''));
    anna.link.cut();
    await later();
    expect(anna.view).toMatchObject({ phase: 'ready', seq: 0 });
    expect(anna.view.features.size).toBe(0);
  });

  it('tries again while the map is held, should the word that it is free have crossed with the refusal', async () => {
    ownClock();
    const { server, anna } = await two();
    anna.link.refuses = new CallFailed('refused', 'FORBIDDEN', 'MAP_FROZEN', 'frosset');
    anna.store.create(note('Annas'));
    await settle();
    expect(anna.view).toMatchObject({ mayEdit: false, saving: { state: 'held' } });
    anna.link.refuses = null;
    await later();
    expect(server.log).toHaveLength(1);
    expect(anna.view).toMatchObject({ mayEdit: true, saving: { state: 'saved' } });
  });

  it('tells the others where one is when it comes back', async () => {
    ownClock();
    const { anna } = await two();
    anna.store.openFeature('f');
    await later();
    anna.link.cut();
    anna.link.mend();
    await later();
    expect(anna.link.moves).toEqual([
      [null, 'f'],
      [null, 'f'],
    ]);
  });
});

describe('many edits', () => {
  it('go in order, a hundred a call at most, slowly first after a failure', { timeout: 30_000 }, async () => {
    const { server, anna } = await two();
    anna.link.cut();
    for (let n = 0; n < 420; n++) anna.store.create(note(`${n}`));
    await settle();
    anna.link.mend();
    await settle();
    await settle();
    expect(anna.link.calls).toEqual([1, 2, 4, 8, 16, 32, 64, 100, 100, 93]);
    expect(server.log.map(({ feature }) => feature.name)).toEqual(Array.from({ length: 420 }, (_, n) => `${n}`));
  });

  it('are sent fewer at a time where they are too much for one call', async () => {
    const { server, anna } = await two();
    anna.link.looksAt = ({ length }) => (length > 3 ? new CallFailed('refused', 'LIMIT_EXCEEDED', 'REQUEST_TOO_LARGE', 'for stort') : null);
    anna.link.cut();
    for (let n = 0; n < 20; n++) anna.store.create(note(`${n}`));
    anna.link.mend();
    await settle();
    await settle();
    expect(server.log).toHaveLength(20);
    expect(anna.view.saving).toMatchObject({ state: 'saved', message: null });
  });

  it('are not held up by one that spoils the call', async () => {
    const { server, anna } = await two();
    anna.link.looksAt = (edits) => (edits.some(({ name }) => name === '7') ? new CallFailed('refused', 'INVALID_INPUT', 'VALUE_INVALID', 'forkert') : null);
    anna.link.cut();
    for (let n = 0; n < 20; n++) anna.store.create(note(`${n}`));
    anna.link.mend();
    await settle();
    await settle();
    expect(server.log).toHaveLength(19);
    expect(anna.view.refused).toMatchObject([{ edit: { name: '7' }, message: 'forkert' }]);
  });
});

describe('leaving the map', () => {
  it('sends what waits behind a call that is under way', async () => {
    const { server, device, anna } = await two();
    const id = anna.store.create(note('Første'));
    anna.store.update(id, { name: 'Anden' });
    anna.store.update(id, { note: 'Til sidst' });
    anna.store.close();
    await settle();
    expect(server.head(id)?.state).toMatchObject({ name: 'Anden', note: 'Til sidst' });
    expect(device.kept).toEqual([]);
  });

  it('leaves to the next window what could not be sent', async () => {
    const { server, device, anna } = await two();
    anna.link.cut();
    anna.store.create(note('Uden net'));
    anna.store.close();
    await settle();
    const next = await new TestWindow(server, 'anna', device).open();
    expect(server.log).toHaveLength(1);
    expect(next.named('Uden net')).toBeDefined();
    expect(device.kept).toEqual([]);
  });

  it('goes from the device also where only the log says that it arrived', async () => {
    const { device, anna } = await two();
    anna.link.loses = 'answer';
    anna.store.create(note('Uden svar'));
    await settle();
    expect(anna.view.saving).toMatchObject({ state: 'saved', waiting: 0 });
    expect(device.kept).toEqual([]);
  });

  it('leaves it to a window that is open already, too', async () => {
    const { server, device, anna } = await two();
    const other = await new TestWindow(server, 'anna', device).open();
    anna.link.cut();
    anna.store.create(note('Uden net'));
    await settle();
    anna.crash();
    device.lookAround();
    await settle();
    expect(server.log).toHaveLength(1);
    expect(other.view.saving).toMatchObject({ state: 'saved', waiting: 0 });
    expect(device.kept).toEqual([]);
  });

  it('says so where this browser can keep nothing', async () => {
    const { device, anna } = await two();
    device.works = false;
    anna.link.cut();
    anna.store.create(note('Uden net'));
    await settle();
    expect(anna.view.saving).toMatchObject({ state: 'waiting', kept: false });
  });
});
