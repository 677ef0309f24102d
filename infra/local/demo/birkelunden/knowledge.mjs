/** What the team of Birkelunden wants to find out, and what was handed in to its coordinators. Days are counted from the seeding. */
import { sheet } from '../aakoebing/sheet.mjs';

/** @import { Gap, Knowledge } from '../told.ts' */

/** @type {Gap[]} */
export const gaps = [
  { key: 'piger-over-15', question: 'Hvilke tilbud når de piger, der er over 15 år?', by: 'mette', made: -12, assigned: 'ida', due: 9 },
  { key: 'groenningen', question: 'Hvad bruges grønningen mod øst til om vinteren?', by: 'jonas', made: -5, place: sheet.point(250, -40) },
  {
    key: 'hallen-om-soendagen',
    question: 'Hvem åbner hallen om søndagen?',
    by: 'bo',
    made: -60,
    answer: 'Skolens pedel gør det, når boldklubben har skrevet sig på listen ved indgangen. Andre foreninger kan også komme på.',
    ended: -41,
  },
];

/** @type {Knowledge[]} */
export const knowledge = [
  {
    key: 'biblioteket',
    title: 'Flere unge bruger biblioteket efter klokken 16',
    text: 'Bibliotekaren fortæller, at der nu kommer 15-20 unge om eftermiddagen. De laver lektier og venter på hinanden. Der er ikke plads til alle ved bordene.',
    by: 'amina',
    made: -1,
    due: 4,
    watchedBy: 'bo',
  },
  {
    key: 'kiosken',
    title: 'Kiosken på torvet får ny ejer',
    text: 'Den nye ejer tager over ved månedens slutning og vil gerne være med til næste områdemøde. Han spørger, hvem han skal tale med om borde og bænke udenfor.',
    by: 'torben',
    made: -3,
    seen: { by: 'mette', on: -2 },
    passedTo: ['jonas'],
  },
  {
    key: 'baalhytten',
    title: 'Bålhytten mangler et bræt i gulvet',
    text: 'Et bræt er knækket, så man kan træde igennem. Børnehaven bruger hytten hver torsdag.',
    by: 'jonas',
    made: -16,
    seen: { by: 'mette', on: -15 },
    closed: { by: 'mette', on: -13, reason: 'Boligforeningen skiftede brættet dagen efter. Tak, fordi du sagde det.' },
  },
];
