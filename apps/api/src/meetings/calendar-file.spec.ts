import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarMeeting, calendarFile } from './calendar-file.js';

const now = new Date('2026-11-21T09:00:00Z');
const meeting: CalendarMeeting = {
  id: '3b0d8a52-7d6f-4c3e-9d0e-2f5c1b7a9e10',
  sequence: 2,
  title: 'Områdemøde; ressourcer, del 1',
  startsAt: new Date('2027-03-28T00:30:00Z'),
  endsAt: new Date('2027-03-28T02:30:00Z'),
  cancelled: false,
  place: 'Beboerhuset, Lunden 4',
  description: 'Formål: at se hinanden.\nVi begynder\\slutter til tiden.',
  url: 'https://kvarter.example/aakoebing/meetings/3b0d8a52-7d6f-4c3e-9d0e-2f5c1b7a9e10',
};
const route = { organizer: { name: 'Kvarter "Aakøbing"', email: 'kvarter@aakoebing.example' }, attendee: { name: 'Åse; Ø, "Kok"', email: 'aase@example.org' } };

const eventIn = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event');
  return { calendar, component, event: new ICAL.Event(component) };
};

/** RFC 5545, 3.1: every line ends with CRLF, is at most 75 octets long, and is itself UTF-8. */
function keepsTheRules(file: string): void {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(Buffer.from(line).toString()).toBe(line);
  }
  for (const line of file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1))
    expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=("[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*:[^\p{Cc}]*$/u);
}

describe('a calendar file', () => {
  it('is read by another program as it was meant', () => {
    const file = calendarFile(meeting, now, route);
    keepsTheRules(file);
    const { calendar, component, event } = eventIn(file);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect([event.uid, event.summary, event.location, event.description, event.sequence]).toEqual([
      `${meeting.id}@kvarter`,
      meeting.title,
      meeting.place,
      meeting.description,
      2,
    ]);
    expect([event.startDate.toJSDate(), event.endDate.toJSDate()]).toEqual([meeting.startsAt, meeting.endsAt]);
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    const attendee = component.getFirstProperty('attendee');
    expect([attendee?.getFirstValue(), attendee?.getParameter('cn')]).toEqual(['mailto:aase@example.org', 'Åse; Ø, Kok']);
  });

  it('calls off by the same UID, and one that is fetched asks nobody for an answer', () => {
    const off = calendarFile({ ...meeting, cancelled: true, sequence: 3 }, now, route);
    expect(off).toMatch(/\r\nMETHOD:CANCEL\r\n/);
    expect(eventIn(off).component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(eventIn(off).event.uid).toBe(eventIn(calendarFile(meeting, now)).event.uid);
    expect(calendarFile(meeting, now)).toMatch(/\r\nMETHOD:PUBLISH\r\n/);
    expect(calendarFile(meeting, now)).not.toMatch(/ATTENDEE|ORGANIZER/);
  });

  it('holds whatever text people write, and nothing but it', () => {
    const written = fc.string({ unit: 'grapheme', maxLength: 300 });
    const hostile = fc
      .array(fc.constantFrom('\r\n', '\n', '\\', ';', ',', ':', '"', 'END:VEVENT', 'ø', '👩‍👧', ' ', '\t', '\u0000', '\u0085'), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(written, hostile), fc.oneof(written, hostile), fc.oneof(written, hostile), (title, description, name) => {
        const file = calendarFile({ ...meeting, title, description }, now, { ...route, attendee: { name, email: 'a@example.org' } });
        keepsTheRules(file);
        const { calendar, event } = eventIn(file);
        expect(calendar.getAllSubcomponents()).toHaveLength(1);
        const kept = (given: string) => given.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, '');
        expect(event.summary ?? '').toBe(kept(title));
        expect(event.description ?? '').toBe(kept(description));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps moments, through both changes of clocks', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.integer({ min: 15, max: 720 }),
        (at, minutes) => {
          const startsAt = new Date(Math.floor(at.getTime() / 1000) * 1000);
          const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
          const { event } = eventIn(calendarFile({ ...meeting, startsAt, endsAt }, now));
          expect([event.startDate.toJSDate(), event.endDate.toJSDate()]).toEqual([startsAt, endsAt]);
        },
      ),
    );
  });
});
