import { plural } from '../platform/i18n/texts';

export const da = {
  /** What a check is about where it has no title of its own. */
  subjects: {
    AGREEMENT: 'Aftale',
    AREA: 'Områdets kort skal åbnes igen',
    FEEDBACK: 'Svar til dem, der har bidraget',
    GAP: 'Noget, vi mangler at vide',
    INTERVENTION: 'Opfølgning på en indsats',
    MEETING: 'Møde',
    ROUND: 'Kortlægning',
    RUN_SHEET_ITEM: 'Punkt i en drejebog',
    STAKEHOLDER: 'Aktør',
    STRATEGY: 'Indsatsstrategi',
  } as Readonly<Record<string, string>>,
  other: 'Opfølgning',
  standsFor: (count: number) => `gælder for ${count} gange`,
  reminders: (count: number) => `${count} ${plural(count, 'påmindelse', 'påmindelser')} sendt`,
  takenOver: (name: string) => `overtaget fra ${name}`,
  freeDay: (day: string, holiday: string, next: string) =>
    `${day.charAt(0).toUpperCase()}${day.slice(1)} er ${holiday || 'ikke en arbejdsdag'}. Kvarter minder om det ${next}.`,
  noArea: 'Uden område',
  slipping: {
    title: 'Hvad glider?',
    lead: (count: number) => `${count} ting er over tid, uden at nogen har meldt tilbage. Det, der har ventet længst, står øverst.`,
    caption: 'Aftaler og opfølgninger over tid, i alle områder',
    what: 'Hvad',
    area: 'Område',
    responsible: 'Ansvarlig',
    due: 'Skulle være gjort',
    reminders: 'Påmindelser',
    nobody: 'Ingen',
    allAreas: 'Alle områder',
    everybody: 'Alle ansvarlige',
    noMatch: 'Her er ikke noget over tid. Vælg et andet område eller en anden ansvarlig.',
    emptyTitle: 'Intet glider',
    empty: (soon: number) =>
      soon === 0
        ? 'Alt er meldt tilbage i tide. Når en aftale eller en opfølgning går over tid, kan alle i teamet se den her.'
        : `Alt er meldt tilbage i tide. De næste 30 dage skal ${soon} ting gøres.`,
    late: (count: number) => `${count} over tid`,
    dueToday: (count: number) => `${count} i dag`,
    soon: (count: number) => `${count} snart`,
    notice: (late: number, areas: number) => `${late} ting er over tid i ${plural(areas, 'ét område', `${areas} områder`)}.`,
    see: 'Se, hvad der glider',
  },
};
