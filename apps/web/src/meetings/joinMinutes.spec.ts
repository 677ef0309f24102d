import { describe, expect, it } from 'vitest';
import { joinMinutes } from './joinMinutes';

describe('joinMinutes', () => {
  it('puts what was added under what stands', () => {
    expect(joinMinutes('Velkommen', 'Velkommen\nStatus', 'Velkommen\nIdeer')).toBe('Velkommen\nStatus\nIdeer');
    expect(joinMinutes('', 'Status', 'Ideer')).toBe('Status\nIdeer');
    expect(joinMinutes('', '', 'Ideer')).toBe('Ideer');
  });

  it('keeps every line of both where one changed what stood', () => {
    const joined = joinMinutes('A\nB', 'A\nB2', 'A1\nB').split('\n');
    expect(joined).toEqual(['A', 'B2', 'A1', 'B']);
  });

  it('adds nothing that is there already', () => {
    expect(joinMinutes('A', 'A\nB', 'A')).toBe('A\nB');
    expect(joinMinutes('A', 'A\nB\nC', 'A\nB')).toBe('A\nB\nC');
  });
});
