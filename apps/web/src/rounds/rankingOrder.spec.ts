import { describe, expect, it } from 'vitest';
import { moved } from './rankingOrder';

const list = ['a', 'b', 'c'].map((areaId) => ({ areaId, reason: '' }));
const order = (by: number, areaId: string) =>
  moved(list, areaId, by)
    .map((one) => one.areaId)
    .join('');

describe('a ranking being made', () => {
  it('moves one area and leaves the others in their order', () => {
    expect(order(-1, 'b')).toBe('bac');
    expect(order(1, 'a')).toBe('bac');
    expect(order(2, 'a')).toBe('bca');
  });

  it('never moves one out of the list', () => {
    expect(order(-1, 'a')).toBe('abc');
    expect(order(1, 'c')).toBe('abc');
    expect(order(1, 'x')).toBe('abc');
  });
});
