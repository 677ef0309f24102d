import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageIn, payloadsOf, type PresenceMessage, type Trace } from './presence.message.js';

const place = fc.record({
  lon: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }).map((n) => n / 1e7),
  lat: fc.integer({ min: -900_000_000, max: 900_000_000 }).map((n) => n / 1e7),
});
const trace: fc.Arbitrary<Trace> = fc.record({
  clientId: fc.stringMatching(/^[\w-]{12}$/),
  personId: fc.uuid(),
  cursor: fc.option(place),
  editing: fc.option(fc.uuid()),
});
const message: fc.Arbitrary<PresenceMessage> = fc.record({
  processId: fc.uuid(),
  key: fc.tuple(fc.uuid(), fc.uuid()).map((ids) => ids.join('|')),
  here: fc.array(trace, { maxLength: 300 }),
  gone: fc.array(fc.stringMatching(/^[\w-]{12}$/), { maxLength: 300 }),
  ask: fc.boolean(),
});

describe('messages of presence', () => {
  it('come out as they went in, however many it takes, each short enough for NOTIFY', () => {
    fc.assert(
      fc.property(message, (given) => {
        const payloads = payloadsOf(given);
        for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
        const read = payloads.map(messageIn);
        for (const one of read) expect([one?.processId, one?.key]).toEqual([given.processId, given.key]);
        expect(read.flatMap((one) => one?.here)).toEqual(given.here);
        expect(read.flatMap((one) => one?.gone)).toEqual(given.gone);
        expect(read.some((one) => one?.ask)).toBe(given.ask);
      }),
      { numRuns: 60 },
    );
  });

  it('are nothing where they are not ours', () => {
    fc.assert(fc.property(fc.string(), (text) => messageIn(`p k ${text}`) === null));
    for (const text of ['', '{}', '{"c":[],"g":[1]}', '{"c":[["c","nobody",null,null,null]],"g":[]}', '{"c":[[1,2,3]],"g":[]}'])
      expect(messageIn(`p k ${text}`)).toBeNull();
  });

  it('hold no place off the globe', () => {
    const [payload = ''] = payloadsOf({
      processId: 'p',
      key: 'k',
      here: [{ clientId: 'c', personId: '00000000-0000-4000-8000-000000000001', cursor: { lon: 900, lat: 0 }, editing: null }],
      gone: [],
      ask: false,
    });
    expect(messageIn(payload)?.here[0]?.cursor).toBeNull();
  });
});
