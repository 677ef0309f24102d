/** What is followed up again and again in Birkelunden. Days are counted from the seeding. */

/** @import { Cadence } from '../told.ts' */

/** @type {Cadence[]} */
export const cadences = [
  {
    key: 'gadeteam',
    title: 'Gadeteamets faste fredage',
    kind: 'TAPERING',
    by: 'mette',
    responsible: 'jonas',
    starts: -158,
    done: [
      'God start. De unge hilser nu, og købmanden ringer, når noget er på vej.',
      'Ruten er flyttet en halv time, så vi når busstoppet, når klubben lukker.',
      'Fortsætter uændret. Forældrene efterlyser os også om lørdagen.',
      'Færre klager fra torvet. Vi holder fast.',
    ],
  },
  {
    key: 'pigeaften',
    title: 'Pigeaften i klubben',
    kind: 'TAPERING',
    by: 'mette',
    responsible: 'amina',
    starts: -82,
    done: ['Der kommer 12 til 15 piger hver tirsdag. To mødre hjælper med maden.', 'Vi mangler frivillige til ture ud af huset. Ellers fortsætter vi.'],
  },
  { key: 'stierne', title: 'Lys og buske langs stierne', kind: 'QUARTERLY', by: 'bo', responsible: 'mette', starts: -205, done: [] },
  {
    key: 'styregruppen',
    title: 'Styregruppen ser på indsatserne i Birkelunden',
    kind: 'QUARTERLY',
    by: 'mette',
    responsible: 'henrik',
    starts: -190,
    done: ['Fredagene og pigeaftenen fortsætter. Hallen om fredagen afventer budgettet.'],
  },
];
