/** Nordstrand Kommune: the neighbour, with a town, an estate and one closed area meeting. All invented. */

/**
 * @import { Tenant } from '../told.ts'
 * @import { Mark } from '../story.mjs'
 */
import { addMinutes, instantOf, weekdayNear } from '../calendar.mjs';
import { box, trace } from '../drawing/shapes.mjs';
import { backdrop, near } from '../drawing/sheet.mjs';
import { mark } from '../story.mjs';
import { meetingId } from '../tenant.mjs';
import { drawn, sheet } from './drawing.mjs';

const { point, zone } = sheet;

/** @type {Mark[]} */
const marks = [
  mark('ASSOCIATION', 'surf', 'Nordstrand Surfklub', point(150, 360), {
    on: 'meeting',
    by: 'kristian',
    note: 'Tager unge med i vandet to gange om ugen.',
    details: { activity: 'Surf', audience: '12-20 år', openingHours: 'Tirsdag og søndag' },
    says: 'Træner',
  }),
  mark('INSTITUTION', 'klithuset', 'Klithuset', point(-60, 40), {
    on: 'meeting',
    by: 'maria',
    note: 'Medborgerhus med café og værksted.',
    details: { activity: 'Café, værksted', contribution: 'Lokaler uden leje', audience: 'Alle', openingHours: 'Hverdage 10-20' },
    says: 'Daglig leder',
  }),
  mark('PHYSICAL_PLACE', 'lyngen', 'Lyngen', zone(box(294, -92, 70, 110, 4)), {
    on: 'meeting',
    by: 'maria',
    note: 'Vild natur lige uden for døren.',
    details: { activity: 'Leg og gåture', audience: 'Alle' },
    says: 'Beboer i Klitparken',
  }),
  mark('ENTHUSIAST', 'net', 'Ildsjæl i værkstedet', point(-48, 34), {
    on: 'meeting',
    by: 'maria',
    note: 'Reparerer cykler sammen med de unge.',
    details: { activity: 'Cykler', audience: 'Unge' },
    says: 'Daglig leder',
  }),
  mark('SAFE_ZONE', 'gård', 'Den østlige gård', zone(box(164, -34, 56, 50, -4)), {
    on: 'meeting',
    by: 'maria',
    note: 'Børnene leger her hele dagen.',
    details: { audience: 'Børn' },
    says: 'Beboer i Klitparken',
  }),
  mark('UNSAFE_ZONE', 'viadukt', 'Stien mod Stationsvej', zone(trace('-40,48 -30,28 62,11 66,29')), {
    on: 'meeting',
    by: 'kristian',
    note: 'Uden lys mellem hækkene.',
    details: { times: ['EVENING'], couldHelp: 'Lys og en bredere sti.' },
    says: ['Beboer i Klitparken', 'Skolelærer'],
  }),
  mark('CRIME_SPOT', 'kaelder', 'Kælderrummene i vest', point(-58, -24), {
    on: 'meeting',
    by: 'kristian',
    note: 'Indbrud to gange i vinter.',
    details: { times: ['NIGHT'] },
    says: 'Ejendomsfunktionær',
  }),
];

/** @type {(now: Date) => Tenant} */
export const nordstrand = (now) => {
  const startsAt = instantOf(weekdayNear(now, -4, 2), '17:00');
  return {
    slug: 'nordstrand',
    name: 'Nordstrand Kommune',
    kind: 'municipality',
    people: [
      {
        key: 'kristian',
        persona: 'neighbour',
        name: 'Kristian Lund Vestergaard',
        roles: ['coordinator'],
        organisation: 'Børn og Familie',
        function: 'Tværgående koordinator',
        since: 14,
      },
      { key: 'maria', name: 'Maria Thorup', roles: ['team_member'], organisation: 'Klithuset', function: 'Daglig leder', since: 12 },
      { key: 'finn', name: 'Finn Krogh', roles: ['tenant_admin'], organisation: 'It og Digitalisering', function: 'It-konsulent', since: 14 },
    ],
    areas: [
      {
        key: 'nordstrand-by',
        name: 'Nordstrand By',
        description: 'Fiskerbyen bag klitterne.',
        boundary: sheet.zone(trace('-720,580 760,560 780,-260 -700,-300')),
        backdrop: backdrop(sheet, drawn),
        by: 'kristian',
        since: 12,
      },
      {
        key: 'klitparken',
        parent: 'nordstrand-by',
        name: 'Klitparken',
        description: 'Tre gårde for enden af byen, 210 boliger.',
        boundary: sheet.zone(trace('-130,90 360,70 370,-220 -110,-240')),
        backdrop: backdrop(sheet, near(drawn, [110, -60], 520)),
        by: 'kristian',
        since: 5,
        meetings: [
          {
            key: 'klit-1',
            title: 'Områdemøde 1: Klitparken',
            startsAt,
            state: 'CLOSED',
            openedAt: addMinutes(startsAt, -5),
            closedAt: addMinutes(startsAt, 120),
            host: 'kristian',
          },
        ],
        occasions: { meeting: { start: startsAt, minutes: 100, meetingId: meetingId('nordstrand', 'klit-1') } },
        marks,
      },
    ],
  };
};
