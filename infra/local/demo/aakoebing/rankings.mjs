/** Which areas of Åkøbing Kommune needed mapping most, as it was judged twice. Days are counted from the seeding. */

/** @import { Ranking } from '../told.ts' */

/** @type {Ranking[]} */
export const rankings = [
  {
    key: 'i-fjor',
    by: 'bo',
    made: -214,
    places: [
      ['havnekvarteret', 'Her er bygget 180 nye boliger, og området er aldrig kortlagt.'],
      ['birkelunden', 'Kortlagt for et år siden. Klubben har fået ny leder, og tunnelen er blevet mørkere.'],
      ['sandved', 'Ingen henvendelser, men skolen er lukket, og børnene kører nu til byen.'],
    ],
  },
  {
    key: 'nu',
    by: 'mette',
    made: -38,
    places: [
      ['birkelunden', 'Et halvt år siden sidst. Vi mangler viden om aftenerne, og mange nye er flyttet ind.'],
      ['fjordparken', 'Området er nyt for os, og vi kender kun få af dem, der gør en forskel.'],
      ['havnekvarteret', 'Første møde er holdt. Kajakklubben og bådelauget kan vise vej til flere.'],
      ['sandved', 'Ingen har sat noget på kortet endnu. Kan vente, til skolebussen kører igen.'],
    ],
  },
];
