import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { colorOf } from './presence.color.js';

const channel = (hex: string): number => {
  const part = Number.parseInt(hex, 16) / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const luminance = (color: string): number => 0.2126 * channel(color.slice(1, 3)) + 0.7152 * channel(color.slice(3, 5)) + 0.0722 * channel(color.slice(5, 7));

describe('the colour of a person', () => {
  const seen = new Set(Array.from({ length: 400 }, () => colorOf(randomUUID())));

  it('stays the same', () => {
    const person = randomUUID();
    expect(colorOf(person)).toBe(colorOf(person));
  });

  it('spreads over ten, each dark enough for white text (WCAG 2.2, 1.4.3)', () => {
    expect(seen.size).toBe(10);
    for (const color of seen) expect(1.05 / (luminance(color) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
