/** Marks of the smaller areas of Åkøbing: the square, the harbour, and Fjordparken on the hill. */

/** @import { Mark } from '../story.mjs' */
import { box, trace } from '../drawing/shapes.mjs';
import { mark } from '../story.mjs';
import { sheet } from './sheet.mjs';

const { line, point, zone } = sheet;

/** @type {Mark[]} */
export const squareMarks = [
  mark('PHYSICAL_PLACE', 'borde', 'Skakbordene', point(184, 84), {
    on: 'week',
    by: 'ida',
    note: 'To borde med brædt i. Her bliver man siddende.',
    details: { activity: 'Skak og kaffe', audience: 'Alle' },
    says: 'Boligsocial medarbejder',
  }),
  mark('ASSOCIATION', 'handel', 'Butikkernes forening', point(160, 124), {
    on: 'week',
    by: 'mette',
    note: 'Købmand, bager, frisør og pizzeria betaler selv for blomster og julelys.',
    details: { contribution: 'Vil gerne have unge i fritidsjob', openingHours: 'Butikkerne 8-20' },
    says: 'Købmand',
  }),
  mark('GATHERING_SPOT', 'passage', 'Passagen mellem butikkerne', point(196, 122), {
    on: 'week',
    by: 'jonas',
    note: 'Smal, mørk og den korteste vej til stationen.',
    details: { times: ['EVENING'], couldHelp: 'En lampe og hvid maling.' },
    says: ['Gademedarbejder', 'Købmand'],
  }),
  mark('INTERVENTION', 'juletrae', 'Juletræ med beboerne', point(160, 92), {
    on: 'week',
    by: 'ida',
    note: 'Børnene laver pynten i Beboerhuset.',
    details: { activity: 'Fælles jul', audience: 'Alle' },
  }),
];

/** @type {Mark[]} */
export const harbourMarks = [
  mark('ASSOCIATION', 'kajak', 'Kajakklubben Vestfjorden', point(-1608, 188), {
    on: 'meeting',
    by: 'jonas',
    note: 'Har ungdomshold og både til udlån.',
    details: { activity: 'Kajak', audience: 'Fra 10 år', openingHours: 'Onsdag og lørdag' },
    says: 'Gademedarbejder',
  }),
  mark('ASSOCIATION', 'både', 'Bådelauget', point(-1590, 66), {
    on: 'meeting',
    by: 'bo',
    note: 'Ældre træskibe. Tager skoleklasser med ud om sommeren.',
    details: { activity: 'Sejlads', audience: 'Alle' },
    says: 'Havnefoged',
  }),
  mark('INSTITUTION', 'pakhus', 'Kulturhuset i Pakhuset', point(-1584, 40), {
    on: 'meeting',
    by: 'bo',
    note: 'Øvelokaler, café og en scene.',
    details: { activity: 'Musik og teater', contribution: 'Ledige lokaler om eftermiddagen', audience: 'Unge og voksne', openingHours: 'Tirsdag-lørdag 12-22' },
    says: 'Kulturmedarbejder',
  }),
  mark('PHYSICAL_PLACE', 'molen', 'Nordmolen', line(trace('-1640,116 -1700,114 -1752,74')), {
    on: 'meeting',
    by: 'jonas',
    note: 'Badning, fiskeri og solnedgang.',
    details: { activity: 'Badning og fiskeri', audience: 'Alle' },
    says: 'Beboer i havnekvarteret',
  }),
  mark('PHYSICAL_PLACE', 'skate', 'Skaterpladsen', zone(box(-1545, 262, 30, 22, -10)), {
    on: 'meeting',
    by: 'amina',
    note: 'Ramper af gammelt skibstræ, bygget af de unge selv.',
    details: { activity: 'Skate', audience: 'Unge' },
    says: ['Pædagog i klubben', 'Beboer i havnekvarteret'],
  }),
  mark('ENTHUSIAST', 'skipper', 'Ildsjæl på kajen', point(-1600, 20), {
    on: 'meeting',
    by: 'bo',
    note: 'Lærer unge at splejse, skrabe og male.',
    details: { activity: 'Bådarbejde', audience: 'Unge, der har brug for noget at lave' },
    says: 'Havnefoged',
  }),
  mark('UNSAFE_ZONE', 'silo', 'Arealet bag siloen', zone(box(-1590, -30, 26, 40, 3)), {
    on: 'meeting',
    by: 'rasmus',
    note: 'Hegnet er klippet op, og kajkanten er uden rækværk.',
    details: { times: ['NIGHT', 'WEEKEND'], couldHelp: 'Nyt hegn og redningsstiger.' },
    says: ['Lokalbetjent', 'Havnefoged'],
  }),
  mark('CRIME_SPOT', 'joller', 'Jollepladsen', point(-1612, 150), {
    on: 'meeting',
    by: 'rasmus',
    note: 'Påhængsmotorer forsvinder om foråret.',
    details: { times: ['NIGHT'] },
    says: 'Lokalbetjent',
  }),
  mark('SAFE_ZONE', 'havnegade', 'Havnegade om dagen', zone(box(-1597, 36, 26, 150, 2)), {
    on: 'meeting',
    by: 'bo',
    note: 'Caféer og folk, til lyset går.',
    details: { audience: 'Alle' },
    says: 'Beboer i havnekvarteret',
  }),
];

/** @type {Mark[]} */
export const hillMarks = [
  mark('ASSOCIATION', 'haven', 'Gårdlauget i Fjordparken', point(-798, 520), {
    on: 'start',
    by: 'ida',
    note: 'Tre gårde, der er gået sammen om hønsehus og bålsted.',
    details: { activity: 'Fælles gård', audience: 'Beboere' },
    says: 'Boligsocial medarbejder',
  }),
  mark('PHYSICAL_PLACE', 'udsigt', 'Udsigten over fjorden', point(-778, 690), {
    on: 'start',
    by: 'ida',
    note: 'Bænken, som alle viser frem.',
    details: { audience: 'Alle' },
    says: 'Beboer i Fjordparken',
  }),
  mark('UNSAFE_ZONE', 'sti', 'Stien ned mod Nørregade', line(trace('-738,560 -739,480 -740,408')), {
    on: 'start',
    by: 'rasmus',
    note: 'Stejl, mørk og glat om vinteren.',
    details: { times: ['EVENING'] },
    says: 'Lokalbetjent',
  }),
  mark('CONCERNING_MILIEU', 'kreds', 'Kreds omkring træningsrummet', point(-740, 640), {
    on: 'start',
    by: 'jonas',
    note: 'Taler hårdt om alle udenfor og holder andre ude af rummet.',
    details: {
      group: 'Unge mænd omkring 20 år, nogle bor andre steder i byen',
      times: ['EVENING'],
      couldHelp: 'Faste voksne i rummet og åbne tider for alle.',
    },
    says: ['Gademedarbejder', 'Boligsocial medarbejder'],
  }),
  mark('NOTE', 'navne', 'Området er kun for de nævnte', point(-690, 560), {
    on: 'start',
    by: 'mette',
    note: 'Vi har få stemmer endnu. Del først, når vi har talt med gårdlauget.',
  }),
];
