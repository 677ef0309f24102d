/** What is already done in Birkelunden, and what the team wants to remember. */
import { sheet } from '../../aakoebing/sheet.mjs';
import { smooth, trace } from '../../drawing/shapes.mjs';
import { mark } from '../../story.mjs';

const { line, point } = sheet;

export const interventions = [
  mark(
    'INTERVENTION',
    'gadeteam',
    'Gadeteamets faste fredage',
    line(smooth(trace('150,64 164,84 200,118 222,108 214,60 150,64'), { steps: 3 })),
    {
      on: 'round',
      by: 'jonas',
      note: 'To gademedarbejdere går samme rute hver fredag. Begyndt efter det seneste møde.',
      details: { activity: 'Opsøgende arbejde', audience: 'Unge 14-20 år', openingHours: 'Fredag 19-23' },
    },
    { on: 'today', by: 'jonas', says: 'Købmand' },
  ),
  mark('INTERVENTION', 'fritidsjob', 'Fritidsjob i gårdene', point(-4, 192), {
    on: 'third',
    by: 'ida',
    note: 'Ti unge passer de grønne områder sammen med ejendomsfunktionærerne.',
    details: { activity: 'Fritidsjob', audience: 'Unge 13-17 år', openingHours: 'Tirsdag og torsdag 15-17' },
    says: 'Ejendomsfunktionær',
  }),
  mark('INTERVENTION', 'pigeaften', 'Pigeaften i klubben', point(-116, -112), {
    on: 'third',
    by: 'amina',
    note: 'Startet på pigernes eget ønske.',
    details: { activity: 'Klubaften', audience: 'Piger 12-17 år', openingHours: 'Tirsdag 18-21' },
    says: ['Pædagog i klubben', 'Elevrådet på Lundeskolen'],
  }),
];

export const notes = [
  mark('NOTE', 'masterplan', 'Ny belysning kommer med helhedsplanen', point(62, 60), {
    on: 'third',
    by: 'bo',
    note: 'Boligforeningen har sat penge af til lys på alle stier næste år. Vi melder ind, hvor det haster.',
  }),
  mark('NOTE', 'spoerg', 'Spørg blok 1 og 2', point(-130, 214), {
    on: 'round',
    by: 'mette',
    note: 'Her har vi næsten ingen markeringer. Ingen fra de to blokke har været med endnu.',
  }),
  mark(
    'NOTE',
    'rundtur',
    'Ruten til aftenvandringen',
    line(smooth(trace('0,30 100,34 98,-20 90,-60 62,-100 20,-126 -66,-124 -60,-60 -14,-14 0,30'), { steps: 3 })),
    { on: 'second', by: 'mette', note: 'Vi mødes ved Beboerhuset kl. 20 og går med lommelygter.' },
    { on: 'walk', by: 'mette', note: 'Gået af 17 deltagere. Tog halvanden time med stop.' },
  ),
  mark('NOTE', 'afstand', 'Kort vej fra skolen til torvet', point(-30, 46), {
    on: 'today',
    by: 'bo',
    note: 'De fleste børn går denne vej to gange om dagen. Hvad med en bænk og et træ halvvejs?',
  }),
  mark(
    'NOTE',
    'dobbelt',
    'Se også tunnelen',
    point(252, 214),
    { on: 'second', by: 'kurt', note: 'Samme sted som det, der er tegnet under Fjordvejen.' },
    { on: 'third', by: 'bo', removed: true },
  ),
];
