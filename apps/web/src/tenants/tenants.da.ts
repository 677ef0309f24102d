import { plural } from '../platform/i18n/texts';

export const da = {
  title: 'Kommuner',
  lead: (count: number) => `${count} ${plural(count, 'kommune bruger', 'kommuner bruger')} Kvarter.`,
  onlyTotals: 'Centret ser kun antal. Kort, navne og møder bliver i kommunen.',
  caption: 'Kommuner med antal områder og afsluttede møder',
  name: 'Kommune',
  areas: 'Områder',
  meetings: 'Afsluttede møder',
  none: 'Her er ingen kommuner endnu.',
  allAreas: (count: number) => plural(count, 'område', 'områder'),
  allMeetings: (count: number) => plural(count, 'afsluttet møde', 'afsluttede møder'),
};
