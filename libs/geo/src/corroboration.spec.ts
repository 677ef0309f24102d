import { describe, expect, it } from 'vitest';
import { corroborationOf } from './corroboration.js';
import type { Voice } from './map-feature.js';

const voice = (stance: Voice['stance'], capacity = 'beboer', saidOn = '2026-05-14'): Voice => ({
  id: `${stance}${capacity}${saidOn}`,
  capacity,
  stance,
  saidOn,
});
const of = (...voices: Voice[]): string => corroborationOf({ voices, outdated: false });

describe('corroborationOf', () => {
  it('is one voice until two capacities have spoken', () => {
    expect(of()).toBe('ONE_VOICE');
    expect(of(voice('SAYS'))).toBe('ONE_VOICE');
    expect(of(voice('SAYS'), voice('SAYS', ' Beboer '))).toBe('ONE_VOICE');
    expect(of(voice('SAYS'), voice('SAYS', 'vicevært'))).toBe('SEVERAL');
  });

  it('follows the latest who looked into it', () => {
    expect(of(voice('SAYS'), voice('CONFIRMS', 'vicevært'))).toBe('CONFIRMED');
    expect(of(voice('REFUTES', 'a', '2026-05-01'), voice('CONFIRMS', 'b', '2026-05-02'))).toBe('CONFIRMED');
    expect(of(voice('CONFIRMS', 'b', '2026-05-02'), voice('REFUTES', 'a', '2026-05-01'))).toBe('CONFIRMED');
    expect(of(voice('CONFIRMS', 'a', '2026-05-01'), voice('REFUTES', 'b', '2026-05-02'), voice('SAYS', 'c', '2026-05-03'))).toBe('REFUTED');
  });

  it('of two on one day goes by the one said last', () => {
    expect(of(voice('CONFIRMS', 'a'), voice('REFUTES', 'b'))).toBe('REFUTED');
    expect(of(voice('REFUTES', 'b'), voice('CONFIRMS', 'a'))).toBe('CONFIRMED');
  });

  it('is outdated above all', () => {
    expect(corroborationOf({ voices: [voice('CONFIRMS')], outdated: true })).toBe('OUTDATED');
  });
});
