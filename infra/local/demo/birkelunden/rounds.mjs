/** Birkelunden mapped twice: once from the first meeting to the third, and now again. Days are counted from the seeding. */

/** @import { Round } from '../rounds.mjs' */
import { sheet } from '../aakoebing/sheet.mjs';

const { point } = sheet;

/** @type {Round[]} */
export const rounds = [
  {
    key: 'den-foerste',
    name: 'Den første kortlægning',
    groups: ['YOUNGER_SIBLINGS', 'FAMILIES'],
    missing: 'Hvem kender de små søskende, og hvor er de om eftermiddagen?',
    starts: -570,
    ends: -160,
    closed: -158,
    by: 'mette',
    steps: {
      PURPOSE: ['DONE', 'mette', -566],
      PREPARATION: ['DONE', 'mette', -551],
      RESOURCES: ['DONE', 'mette', -545],
      KEY_PEOPLE: ['DONE', 'ida', -500],
      CHALLENGES: ['DONE', 'mette', -362],
      FOLLOW_UP: ['DONE', 'mette', -158],
    },
    milestones: [
      { key: 'inviteret', name: 'Alle aktører er inviteret', due: -565, done: -567, doneBy: 'mette' },
      { key: 'ressourcer', name: 'Ressourcerne er på kortet', due: -540, done: -545, doneBy: 'mette' },
      { key: 'svar', name: 'De, der bidrog, har fået svar', due: -150, done: -160, doneBy: 'ida' },
    ],
    meetings: { 'birkelunden-1': 'RESOURCES', 'birkelunden-2': 'CHALLENGES', 'birkelunden-3': 'CHALLENGES' },
    prepared: [
      {
        by: 'jonas',
        step: 'RESOURCES',
        ready: -556,
        items: [
          {
            key: 'hold',
            kind: 'ASSOCIATION',
            title: 'Åkøbing Boldklub, Birkelundholdet',
            note: 'Trænerne kender mange familier.',
            listed: -558,
            placed: { mark: 'boldklub', meeting: 'birkelunden-1' },
          },
          {
            key: 'vaerksted',
            kind: 'PHYSICAL_PLACE',
            title: 'Det tomme cykelværksted',
            note: 'Nogle unge har spurgt, om de må bruge det.',
            listed: -557,
          },
        ],
      },
      {
        by: 'ida',
        step: 'RESOURCES',
        ready: -557,
        items: [
          {
            key: 'forening',
            kind: 'ASSOCIATION',
            title: 'Birkelundens Beboerforening',
            listed: -557,
            placed: { mark: 'beboerforening', meeting: 'birkelunden-1' },
          },
        ],
      },
      { by: 'rasmus', step: 'CHALLENGES', ready: -372, items: [] },
    ],
  },
  {
    key: 'den-anden',
    name: 'Anden kortlægning: eftermiddag og aften',
    groups: ['YOUNGER_SIBLINGS', 'STREET_ORIENTED_YOUNG'],
    local: ['Unge, der lige er flyttet hertil'],
    missing: 'Hvor er pigerne om aftenen? Hvilke tilbud når ud til de familier, vi ikke ser til møderne?',
    starts: -34,
    ends: 61,
    by: 'bo',
    steps: {
      PURPOSE: ['DONE', 'bo', -30],
      PREPARATION: ['UNDER_WAY', 'bo', -24],
      RESOURCES: ['UNDER_WAY', 'bo', -1],
    },
    milestones: [
      { key: 'formaal', name: 'Styregruppen er enig i formålet', due: -27, done: -28, doneBy: 'bo' },
      { key: 'noeglepersoner', name: 'Fem nøglepersoner er besøgt', due: 20 },
      { key: 'udfordringer', name: 'Udfordringerne er på kortet', due: 48 },
    ],
    meetings: { 'birkelunden-4': 'RESOURCES' },
    prepared: [
      {
        by: 'ida',
        step: 'RESOURCES',
        asked: { meeting: 'birkelunden-4', due: -7 },
        ready: -8,
        items: [
          {
            key: 'madklub',
            kind: 'ASSOCIATION',
            title: 'Madklubben i blok 12',
            note: 'Seks familier laver mad sammen hver torsdag og vil gerne være flere.',
            listed: -9,
            place: point(-120, 30),
          },
          { key: 'mor', kind: 'ENTHUSIAST', title: 'En mor, der samler pigerne', note: 'Hun har ikke sagt ja til at få sit navn på kortet.', listed: -8 },
        ],
      },
      {
        by: 'jonas',
        step: 'RESOURCES',
        asked: { meeting: 'birkelunden-4', due: -7 },
        ready: -9,
        items: [
          {
            key: 'bane',
            kind: 'PHYSICAL_PLACE',
            title: 'Multibanen ved hallen',
            note: 'Lyset er tændt til kl. 22, og her er roligt.',
            listed: -10,
            place: point(60, -120),
          },
          {
            key: 'loebere',
            kind: 'ASSOCIATION',
            title: 'Løbeholdet om onsdagen',
            note: 'Startet af to fra 9. klasse.',
            listed: -10,
          },
        ],
      },
      {
        by: 'rasmus',
        step: 'RESOURCES',
        asked: { meeting: 'birkelunden-4', due: -7 },
        items: [{ key: 'cafe', kind: 'SAFE_ZONE', title: 'Forpladsen ved biblioteket', listed: -6, place: point(150, 100) }],
      },
      {
        by: 'jonas',
        step: 'CHALLENGES',
        items: [
          {
            key: 'kanal',
            kind: 'CONCERNING_MILIEU',
            title: 'En lukket gruppe på nettet',
            note: 'De unge taler om den, men ingen af os har set den.',
            listed: -3,
          },
        ],
      },
    ],
  },
];
