import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from './geometry.js';
import { orientation } from './orientation.js';

const double = fc.double({ min: -180, max: 180, noNaN: true });
const position = fc.tuple(double, double);

describe('orientation', () => {
  it('is 1 to the left, -1 to the right, 0 on the line', () => {
    expect(orientation([0, 0], [1, 0], [0, 1])).toBe(1);
    expect(orientation([0, 0], [1, 0], [0, -1])).toBe(-1);
    expect(orientation([0, 0], [1, 0], [7, 0])).toBe(0);
  });

  it('turns with the order of its positions', () => {
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        const side = orientation(a, b, c);
        expect(orientation(b, c, a)).toBe(side);
        expect(orientation(b, a, c) + side).toBe(0);
      }),
    );
  });

  it('is exact where the plain determinant is lost in rounding', () => {
    // On a grid of 2^-52 near 12.5 the sign follows from whole numbers of grid steps.
    const step = fc.integer({ min: -40, max: 40 });
    const near = ([x, y]: readonly [number, number]): Position => [12.5 + x * 2 ** -49, 55.5 + y * 2 ** -47];
    const far = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fc.tuple(step, step), fc.tuple(far, far), fc.tuple(step, step), (a, b, c) => {
        const whole = ([x, y]: readonly [number, number]): [bigint, bigint] => [BigInt(x), BigInt(y) * 4n];
        const [[ax, ay], [bx, by], [cx, cy]] = [whole(a), whole(b), whole(c)];
        const exact = (ax - cx) * (by - cy) - (ay - cy) * (bx - cx);
        expect(orientation(near(a), near(b), near(c))).toBe(exact > 0n ? 1 : exact < 0n ? -1 : 0);
      }),
    );
  });

  it('takes the smallest and the largest doubles', () => {
    const tiny = Number.MIN_VALUE;
    expect(orientation([0, 0], [tiny, 0], [0, tiny])).toBe(1);
    expect(orientation([0, 0], [tiny, tiny], [180, 180])).toBe(0);
    expect(orientation([0, 0], [180, tiny], [180, 0])).toBe(-1);
  });
});
