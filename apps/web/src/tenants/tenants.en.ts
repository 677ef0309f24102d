import { plural, type Translation } from '../platform/i18n/texts';
import type { da } from './tenants.da';

export const en: Translation<typeof da> = {
  title: 'Municipalities',
  lead: (count) => `${count} ${plural(count, 'municipality uses', 'municipalities use')} Kvarter.`,
  onlyTotals: 'The centre sees numbers only. Maps, names and meetings stay in the municipality.',
  caption: 'Municipalities with number of areas and closed meetings',
  name: 'Municipality',
  areas: 'Areas',
  meetings: 'Closed meetings',
  none: 'There are no municipalities here yet.',
  allAreas: (count) => plural(count, 'area', 'areas'),
  allMeetings: (count) => plural(count, 'closed meeting', 'closed meetings'),
};
