import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { featureKinds, hasDetail, isFeatureKind, kindNames } from './feature-kinds.js';
import { detailKeys } from './map-feature.js';
import { symbology } from './symbology.js';

const contract = readFileSync(new URL('../../contract/schema.graphql', import.meta.url), 'utf8');
const namesIn = (type: string): string[] => new RegExp(`enum ${type} \\{([^}]*)\\}`).exec(contract)?.[1]?.trim().split(/\s+/) ?? [];

/** WCAG relative luminance of #RRGGBB. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

describe('the kinds of mark', () => {
  it('are those of the contract', () => expect([...kindNames].sort()).toEqual(namesIn('FeatureKind').sort()));

  it('are told from other texts', () => {
    expect(isFeatureKind('NOTE')).toBe(true);
    expect(isFeatureKind('hasOwnProperty')).toBe(false);
  });

  it.each(kindNames)('%s has its own names, guidance and tools', (kind) => {
    const { one, many, guidance, draws } = featureKinds[kind];
    for (const text of [one, many, guidance]) expect(text.da && text.en).toBeTruthy();
    expect(draws.length).toBeGreaterThan(0);
    expect(kindNames.filter((other) => featureKinds[other].one.da === one.da)).toEqual([kind]);
  });

  it('put every detail to use', () => {
    for (const key of detailKeys) expect(kindNames.some((kind) => hasDetail(kind, key))).toBe(true);
  });
});

describe('the symbols', () => {
  it('are told apart without their colour: no two kinds share shape and icon', () => {
    const looks = kindNames.map((kind) => `${symbology[kind].shape} ${symbology[kind].icon}`);
    expect(new Set(looks).size).toBe(kindNames.length);
  });

  it('show the family by the shape', () => {
    for (const kind of kindNames) {
      const { family } = featureKinds[kind];
      expect(symbology[kind].shape === 'diamond').toBe(family === 'challenge');
      expect(symbology[kind].hatch).toBe(family === 'challenge');
    }
  });

  it.each(kindNames)('%s stands out from the pale map and carries a white icon', (kind) => {
    expect(contrast(symbology[kind].color, '#F0EDE6')).toBeGreaterThanOrEqual(3);
    expect(contrast(symbology[kind].color, '#FFFFFF')).toBeGreaterThanOrEqual(4.5);
  });
});
