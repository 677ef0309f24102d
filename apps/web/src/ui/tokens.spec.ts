// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const themes = ['light', 'dark'] as const;

/** The colour of a token in a theme: `light-dark(a, b)` or one for both. */
function color(token: string, theme: (typeof themes)[number]): string {
  const value = new RegExp(`--${token}: ([^;]+);`).exec(css)?.[1] ?? '';
  const [light, dark] = value.match(/#[0-9a-f]{6}/g) ?? [];
  if (!light) throw new Error(`no colour for ${token}`);
  return theme === 'dark' ? (dark ?? light) : light;
}

/** WCAG 2.2: relative luminance, and the contrast of two. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['paper', 'surface', 'quiet', 'sunken'];
const texts: [string, string][] = [
  ...['ink', 'muted', 'fjord-ink', 'amber-ink', 'brick-ink', 'moss-ink'].flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  ...['fjord', 'amber', 'brick', 'moss'].flatMap((tone): [string, string][] => [
    [`${tone}-ink`, `${tone}-soft`],
    ['ink', `${tone}-soft`],
    ['on-fill', tone],
  ]),
  ['on-fill', 'fjord-hover'],
  ['on-deep', 'deep-fjord'],
  ['on-deep-muted', 'deep-fjord'],
  ['on-deep', 'on-deep-raised'],
];
const graphics: [string, string][] = [...grounds.map((ground): [string, string] => ['focus', ground]), ['field-border', 'surface']];

describe.each(themes)('colours in the %s theme', (theme) => {
  it.each(texts)('%s can be read on %s', (ink, ground) => {
    expect(contrast(color(ink, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(graphics)('%s can be told from %s', (line, ground) => {
    expect(contrast(color(line, theme), color(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
