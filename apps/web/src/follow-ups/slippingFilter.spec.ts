import { describe, expect, it } from 'vitest';
import { everything, matches, none } from './slippingFilter';

const check = { areaId: 'a', responsible: { personId: 'p' } };

describe('what slips', () => {
  it('is all shown at first, also what has no area and nobody', () => {
    expect(matches(check, everything)).toBe(true);
    expect(matches({ areaId: null, responsible: null }, everything)).toBe(true);
  });

  it('is held against one area and one person, both at once', () => {
    expect(matches(check, { ...everything, areaId: 'b' })).toBe(false);
    expect(matches(check, { areaId: 'a', personId: 'q' })).toBe(false);
    expect(matches(check, { areaId: 'a', personId: 'p' })).toBe(true);
  });

  it('without an area is a choice of its own', () => {
    expect(matches({ areaId: null }, { ...everything, areaId: none })).toBe(true);
    expect(matches(check, { ...everything, areaId: none })).toBe(false);
  });
});
