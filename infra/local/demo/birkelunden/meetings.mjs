/** When Birkelunden was talked about: half-yearly area meetings, and what lay between them. */

/**
 * @import { Meeting } from '../told.ts'
 * @import { Occasion } from '../story.mjs'
 */
import { addDays, addMinutes, dayOf, instantOf, weekdayNear } from '../calendar.mjs';
import { meetingId } from '../tenant.mjs';

const thursday = 4;
const quarterHour = 15 * 60_000;

/** @type {(now: Date) => { meetings: Meeting[], occasions: Record<string, Occasion> }} */
export const birkelundenMeetings = (now) => {
  /** @type {(key: string, months: number, title: string, guests: string[]) => Meeting} */
  const held = (key, months, title, guests) => {
    const startsAt = instantOf(weekdayNear(now, months, thursday), '16:30');
    return { key, title, startsAt, state: 'CLOSED', openedAt: addMinutes(startsAt, -10), closedAt: addMinutes(startsAt, 125), host: 'mette', guests };
  };
  const first = held('birkelunden-1', -18, 'Områdemøde 1: Det gode i Birkelunden', ['sofie', 'birthe', 'hassan']);
  const second = held('birkelunden-2', -12, 'Områdemøde 2: Hvor er her utrygt?', ['sofie', 'birthe', 'hassan', 'kurt', 'leyla']);
  /** @type {Meeting} */
  const third = {
    ...held('birkelunden-3', -6, 'Områdemøde 3: Hvad er ændret?', ['sofie', 'birthe', 'hassan', 'leyla']),
    focus: 'CHALLENGES',
    said: [
      {
        by: 'ida',
        phase: 'IDEAS',
        question: 0,
        text: 'Lys på stien bag vaskeriet ville betyde mest af alt.',
        after: 82,
        mark: 'bag-vaskeriet',
        agreement: 'lys-ved-vaskeriet',
      },
      {
        by: 'mette',
        phase: 'ACTIONS',
        question: 2,
        text: 'Alle, der har fortalt noget, skal have at vide, hvad der skete med det.',
        after: 110,
        agreement: 'besked-til-bidragydere',
      },
    ],
  };
  const startsAt = new Date(Math.floor((now.getTime() - 40 * 60_000) / quarterHour) * quarterHour);
  /** @type {Meeting} */
  const today = {
    key: 'birkelunden-4',
    title: 'Områdemøde 4: Det nye, og det der er tilbage',
    startsAt,
    state: 'OPEN',
    openedAt: addMinutes(startsAt, -5),
    host: 'mette',
    focus: 'RESOURCES',
    place: 'Beboerhuset, den store sal',
    series: 'HALF_YEARLY',
    seriesKey: 'birkelunden',
    purpose: 'At se, hvad der er blevet bedre siden sidst, og hvad vi kan bygge videre på.',
    audience: 'Alle, der kommer i Birkelunden',
    process: 'Vi går kortet igennem sammen, sætter nye mærker og siger til, når noget ikke passer længere.',
    agenda: [
      { title: 'Velkommen, og hvad der skete med det, I fortalte', minutes: 15, by: 'mette', done: true },
      { title: 'Kortet siden sidst: hvad passer ikke længere?', minutes: 35, by: 'ida' },
      { title: 'Nye steder, gode og utrygge', minutes: 40, by: 'jonas' },
      { title: 'Hvad gør vi først?', minutes: 25, by: 'mette' },
    ],
    people: [
      { who: 'mette', answer: 'YES', came: true },
      { who: 'jonas', answer: 'YES', came: true },
      { who: 'ida', answer: 'YES', came: true },
      { who: 'torben', answer: 'YES' },
      { who: 'camilla', answer: 'MAYBE' },
    ],
    at: { phase: 'SITUATION', question: 1 },
    said: [
      {
        by: 'ida',
        phase: 'STATUS',
        question: 1,
        text: 'Bænkene på torvet er flyttet, og nu sidder der også ældre om eftermiddagen.',
        after: 12,
        mark: 'torvet',
      },
      { by: 'mette', phase: 'STATUS', question: 1, text: 'Flere kommer alene til fællesspisningen end før.', after: 14 },
      {
        by: 'jonas',
        phase: 'SITUATION',
        question: 0,
        text: 'Torvet om eftermiddagen. Men Stationsstien hjem er mørk mellem kl. 18 og 20.',
        after: 22,
        mark: 'stationsstien',
      },
      {
        by: 'camilla',
        phase: 'SITUATION',
        question: 1,
        text: 'Skolegården i weekenden. En fejerunde søndag aften ville tage glasskårene, før børnene møder.',
        after: 29,
        mark: 'skolegaard',
      },
      { by: 'jonas', phase: 'SITUATION', question: 1, text: 'Multibanen, hvis der var faste tider, så de små også kan komme til.', after: 33 },
    ],
    minutes: 'Velkommen ved Mette. Bænkene på torvet er flyttet, og der kommer flere om eftermiddagen.',
    guests: ['sofie', 'hassan', 'birthe', 'villy', 'leyla'],
  };
  /** @type {Meeting} */
  const next = {
    key: 'birkelunden-5',
    title: 'Områdemøde 5: Opfølgning efter et halvt år',
    startsAt: instantOf(weekdayNear(now, 6, thursday), '16:30'),
    state: 'PLANNED',
    host: 'bo',
    series: 'HALF_YEARLY',
    seriesKey: 'birkelunden',
    place: 'Beboerhuset, den store sal',
  };
  /** @type {Meeting} */
  const stroll = {
    key: 'birkelunden-walk',
    title: 'Gåtur efter mørkets frembrud',
    kind: 'WALK',
    long: 90,
    focus: 'CHALLENGES',
    startsAt: instantOf(weekdayNear(addDays(now, 24), 0, thursday), '20:00'),
    state: 'PLANNED',
    host: 'mette',
    place: 'Vi mødes på torvet ved købmanden',
    purpose: 'At se de utrygge steder med egne øjne, når det er mørkt.',
    people: [{ who: 'mette' }, { who: 'jonas' }, { who: 'torben' }, { who: 'rasmus' }],
  };

  /** @type {(meeting: Meeting, minutes: number) => Occasion} */
  const at = (meeting, minutes) => ({ start: meeting.startsAt, minutes, meetingId: meetingId('aakoebing', meeting.key) });
  /** @type {(meeting: Meeting, days: number, clock: string, minutes: number) => Occasion} work between the meetings */
  const after = (meeting, days, clock, minutes) => ({ start: instantOf(dayOf(addDays(meeting.startsAt, days)), clock), minutes, meetingId: null });
  return {
    meetings: [first, second, third, today, next, stroll],
    occasions: {
      first: at(first, 115),
      /** Talks with key people. */
      talks: after(first, 20, '10:00', 200),
      second: at(second, 115),
      /** A walk through the area after dark. */
      walk: after(second, 21, '20:00', 90),
      third: at(third, 115),
      /** Those who had told something are visited again. */
      round: after(third, 40, '09:00', 360),
      today: { ...at(today, 0), minutes: Math.max(1, (now.getTime() - startsAt.getTime()) / 60_000 - 4) },
    },
  };
};
