import { describe, expect, it } from 'vitest';
import { formats } from './format';

const da = formats('da');
const en = formats('en');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formats', () => {
  it('writes dates as Danes do, on the Danish clock', () => {
    expect(da.date('2026-05-14T12:05:00Z')).toBe('14. maj 2026');
    expect(da.dateTime('2026-05-14T12:05:00Z')).toBe('14. maj 2026 kl. 14.05');
    expect(da.dateTime('2026-01-14T12:05:00Z')).toBe('14. januar 2026 kl. 13.05');
    expect(plain(da.shortDate('2026-09-01T22:30:00Z'))).toBe('2. sep. 2026');
    expect(en.dateTime('2026-05-14T12:05:00Z')).toBe('14 May 2026 at 14:05');
  });

  it('never breaks a short date', () => {
    expect(da.shortDate('2026-05-14T12:05:00Z')).not.toContain(' ');
  });

  it('writes numbers and distances with a decimal comma', () => {
    expect(da.number(1234.56)).toBe('1.234,6');
    expect(en.number(1234.56)).toBe('1,234.6');
    expect(da.distance(349.6)).toBe('350 m');
    expect(da.distance(1520)).toBe('1,5 km');
  });

  it('calls today and tomorrow by their names, by the Danish calendar', () => {
    // A quarter to midnight in Denmark; in UTC it is still the afternoon's date.
    const now = Date.parse('2026-05-14T21:45:00Z');
    expect(da.upcoming('2026-05-14T21:50:00Z', now)).toBe('i dag kl. 23.50');
    expect(da.upcoming('2026-05-14T22:10:00Z', now)).toBe('i morgen kl. 00.10');
    expect(da.upcoming('2026-05-20T17:00:00Z', now)).toBe('onsdag den 20. maj kl. 19.00');
    expect(da.upcoming('2027-02-24T18:00:00Z', now)).toBe('onsdag den 24. februar 2027 kl. 19.00');
  });

  it('names days as people speak of them', () => {
    const today = '2026-11-21';
    expect(da.day('2026-11-21', today)).toBe('i dag');
    expect(da.day('2026-11-22', today)).toBe('i morgen');
    expect(da.day('2026-11-20', today)).toBe('i går');
    expect(da.day('2026-11-18', today)).toBe('for 3 dage siden');
    expect(da.day('2026-11-26', today)).toBe('torsdag den 26. november');
    expect(da.day('2027-01-04', today)).toBe('mandag den 4. januar 2027');
    expect(da.day('2026-08-01', today)).toBe('1. august 2026');
    expect(en.day('2026-11-18', today)).toBe('3 days ago');
  });

  it('says how long ago something was', () => {
    const now = Date.parse('2026-05-14T12:00:00Z');
    expect(da.relative('2026-05-14T11:59:40Z', now)).toBe('lige nu');
    expect(da.relative('2026-05-14T11:20:00Z', now)).toBe('for 40 minutter siden');
    expect(da.relative('2026-05-12T11:20:00Z', now)).toBe('i forgårs');
    expect(da.relative('2025-10-14T11:20:00Z', now)).toBe('for 7 måneder siden');
    expect(plain(da.relative('2023-10-14T11:20:00Z', now))).toBe('14. okt. 2023');
  });
});
