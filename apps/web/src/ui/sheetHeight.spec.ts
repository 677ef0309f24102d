import { describe, expect, it } from 'vitest';
import { heightAfterDrag, higher, lower } from './sheetHeight';

describe('the heights of a sheet', () => {
  it('go step by step and end at the ends', () => {
    expect([higher('peek'), higher('half'), higher('full')]).toEqual(['half', 'full', 'full']);
    expect([lower('full'), lower('half'), lower('peek')]).toEqual(['half', 'peek', 'peek']);
  });

  it('follow a flick by one step, wherever the finger was', () => {
    expect(heightAfterDrag('half', 0.5, 1)).toBe('full');
    expect(heightAfterDrag('half', 0.45, -1)).toBe('peek');
  });

  it('take the nearest after a slow drag', () => {
    expect(heightAfterDrag('peek', 0.8, 0.1)).toBe('full');
    expect(heightAfterDrag('full', 0.35, -0.1)).toBe('half');
    expect(heightAfterDrag('half', 0.2, 0)).toBe('peek');
  });
});
