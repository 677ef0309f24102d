/** The areas of Åkøbing Kommune: a district with an estate, its square, a harbour and a smaller estate; and a village nobody has begun on. */

/** @import { Area } from '../told.ts' */
import { agreements } from '../birkelunden/agreements.mjs';
import { gaps, knowledge } from '../birkelunden/knowledge.mjs';
import { cadences } from '../birkelunden/cadences.mjs';
import { estate } from '../birkelunden/drawing.mjs';
import { associations } from '../birkelunden/marks/associations.mjs';
import { crimeSpots, gatheringSpots, milieus, unsafeZones } from '../birkelunden/marks/challenges.mjs';
import { institutions } from '../birkelunden/marks/institutions.mjs';
import { interventions, notes } from '../birkelunden/marks/other.mjs';
import { enthusiasts, places, safeZones } from '../birkelunden/marks/people-and-places.mjs';
import { birkelundenMeetings } from '../birkelunden/meetings.mjs';
import { rounds } from '../birkelunden/rounds.mjs';
import { relations, stakeholders } from '../birkelunden/stakeholders.mjs';
import { addDays, addMinutes, dayOf, instantOf, weekdayNear } from '../calendar.mjs';
import { frame } from '../drawing/frame.mjs';
import { trace } from '../drawing/shapes.mjs';
import { backdrop, near } from '../drawing/sheet.mjs';
import { meetingId } from '../tenant.mjs';
import { boundaries } from './boundaries.mjs';
import { sheet } from './sheet.mjs';
import { harbourMarks, hillMarks, squareMarks } from './small-areas.mjs';
import { town } from './town.mjs';

/** Everything on one sheet: each area's background map is cut from it. */
const drawn = [...town, ...estate];

const birkelundenMarks = [
  ...associations,
  ...institutions,
  ...enthusiasts,
  ...places,
  ...safeZones,
  ...unsafeZones,
  ...gatheringSpots,
  ...crimeSpots,
  ...milieus,
  ...interventions,
  ...notes,
];

/** @type {Area} */
const district = {
  key: 'aakoebing',
  name: 'Åkøbing',
  description: 'Bydelen mellem Vestfjorden og Birkelunden. Her samles det, som går på tværs af kvartererne.',
  boundary: boundaries.town,
  backdrop: backdrop(sheet, drawn),
  by: 'mette',
  since: 20,
};

/** @type {(now: Date) => Area} */
const birkelunden = (now) => ({
  key: 'birkelunden',
  parent: 'aakoebing',
  name: 'Birkelunden',
  description: '26 blokke fra 1968 omkring Lunden, 1.240 boliger. Kortet åbnes hvert halve år sammen med beboere og naboer.',
  boundary: boundaries.birkelunden,
  backdrop: backdrop(sheet, near(drawn, [0, 0], 620)),
  by: 'mette',
  since: 19,
  ...birkelundenMeetings(now),
  marks: birkelundenMarks,
  stakeholders,
  relations,
  agreements,
  gaps,
  knowledge,
  cadences,
  rounds,
});

/** @type {(now: Date) => Area} */
const shoppingSquare = (now) => ({
  key: 'torvet',
  parent: 'birkelunden',
  name: 'Birkelunden Torv',
  description: 'Butikkerne, biblioteket og pladsen imellem dem.',
  boundary: boundaries.square,
  backdrop: backdrop(sheet, near(drawn, [170, 98], 230)),
  by: 'bo',
  since: 5,
  occasions: { week: { start: instantOf(dayOf(addDays(now, -7)), '13:00'), minutes: 60, meetingId: null } },
  marks: squareMarks,
});

/** @type {(now: Date) => Area} */
const harbour = (now) => {
  const wednesday = 3;
  const startsAt = instantOf(weekdayNear(now, -3, wednesday), '19:00');
  return {
    key: 'havnekvarteret',
    parent: 'aakoebing',
    name: 'Havnekvarteret',
    description: 'Den gamle havn, hvor boliger, kultur og tomme pladser ligger side om side.',
    boundary: boundaries.harbour,
    backdrop: backdrop(sheet, near(drawn, [-1600, 130], 520)),
    by: 'bo',
    since: 6,
    meetings: [
      {
        key: 'havn-1',
        title: 'Områdemøde 1: Havnen rundt',
        startsAt,
        state: 'CLOSED',
        openedAt: addMinutes(startsAt, -5),
        closedAt: addMinutes(startsAt, 110),
        host: 'bo',
      },
      {
        key: 'havn-2',
        title: 'Områdemøde 2: Efter mørkets frembrud',
        startsAt: instantOf(weekdayNear(now, 3, wednesday), '19:00'),
        state: 'PLANNED',
        host: 'bo',
      },
    ],
    occasions: { meeting: { start: startsAt, minutes: 100, meetingId: meetingId('aakoebing', 'havn-1') } },
    marks: harbourMarks,
  };
};

/** @type {(now: Date) => Area} */
const hill = (now) => ({
  key: 'fjordparken',
  parent: 'aakoebing',
  name: 'Fjordparken',
  description: 'Tre gårde på bakken. Kortet er indtil videre kun for dem, der er nævnt på det.',
  restrictedTo: ['jonas', 'ida', 'rasmus', 'henrik'],
  boundary: boundaries.hill,
  backdrop: backdrop(sheet, near(drawn, [-740, 560], 420)),
  by: 'mette',
  since: 3,
  occasions: { start: { start: instantOf(weekdayNear(now, -2, 1), '10:00'), minutes: 120, meetingId: null } },
  marks: hillMarks,
});

/** @type {Area} */
const village = {
  key: 'sandved',
  name: 'Sandved',
  description: 'Landsbyen øst for byen. Ingen har sat noget på kortet endnu.',
  boundary: frame(9.352, 56.732, -8).zone(trace('-420,-300 380,-320 460,240 -60,380 -440,220')),
  by: 'bo',
  since: 1,
};

/** @type {(now: Date) => Area[]} */
export const areas = (now) => [district, birkelunden(now), shoppingSquare(now), harbour(now), hill(now), village];
