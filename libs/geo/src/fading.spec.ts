import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasFaded } from './fading.js';
import { featureKinds, kindNames } from './feature-kinds.js';

const day = (text: string): Date => new Date(`${text}T12:00:00Z`);
const meetings = [day('2026-11-01'), day('2025-11-01'), day('2026-05-01')];

describe('hasFaded', () => {
  it('fades a challenge untouched since before the last two closed meetings', () => {
    expect(hasFaded('UNSAFE_ZONE', day('2026-04-30'), meetings)).toBe(true);
    expect(hasFaded('UNSAFE_ZONE', day('2026-05-01'), meetings)).toBe(false);
    expect(hasFaded('UNSAFE_ZONE', day('2026-05-02'), meetings)).toBe(false);
    expect(hasFaded('UNSAFE_ZONE', day('2020-01-01'), meetings.slice(0, 1))).toBe(false);
    expect(hasFaded('UNSAFE_ZONE', day('2020-01-01'), [])).toBe(false);
  });

  it('concerns challenges only, whatever the order of meetings', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kindNames), fc.date({ noInvalidDate: true }), fc.array(fc.date({ noInvalidDate: true })), (kind, touched, closed) => {
        const faded = hasFaded(kind, touched, closed);
        if (featureKinds[kind].family !== 'challenge') expect(faded).toBe(false);
        expect(hasFaded(kind, touched, closed.toReversed())).toBe(faded);
        const secondLast = [...closed].sort((a, b) => b.getTime() - a.getTime())[1];
        if (featureKinds[kind].family === 'challenge') expect(faded).toBe(secondLast !== undefined && touched < secondLast);
      }),
    );
  });
});
