import { plural, type Translation } from '../platform/i18n/texts';
import type { da } from './followUps.da';

export const en: Translation<typeof da> = {
  subjects: {
    AGREEMENT: 'Agreement',
    AREA: 'The map of the area is to be opened again',
    FEEDBACK: 'Answers to those who contributed',
    GAP: 'Something we do not know yet',
    INTERVENTION: 'Follow-up of an intervention',
    MEETING: 'Meeting',
    ROUND: 'Mapping round',
    RUN_SHEET_ITEM: 'Item of a run sheet',
    STAKEHOLDER: 'Stakeholder',
    STRATEGY: 'Intervention strategy',
  },
  other: 'Follow-up',
  standsFor: (count) => `stands for ${count} times`,
  reminders: (count) => `${count} ${plural(count, 'reminder', 'reminders')} sent`,
  takenOver: (name) => `taken over from ${name}`,
  freeDay: (day, holiday, next) => `${day.charAt(0).toUpperCase()}${day.slice(1)} is ${holiday || 'not a working day'}. Kvarter reminds of it ${next}.`,
  noArea: 'No area',
  slipping: {
    title: 'What is slipping?',
    lead: (count) => `${count} ${plural(count, 'thing is', 'things are')} overdue and nobody has reported back. What has waited longest comes first.`,
    caption: 'Overdue agreements and follow-ups, in all areas',
    what: 'What',
    area: 'Area',
    responsible: 'Responsible',
    due: 'Was due',
    reminders: 'Reminders',
    nobody: 'Nobody',
    allAreas: 'All areas',
    everybody: 'Everybody',
    noMatch: 'Nothing is overdue here. Choose another area or person.',
    emptyTitle: 'Nothing is slipping',
    empty: (soon) =>
      soon === 0
        ? 'Everything was reported on in time. When an agreement or a follow-up becomes overdue, everyone on the team can see it here.'
        : `Everything was reported on in time. ${soon} ${plural(soon, 'thing is', 'things are')} due in the next 30 days.`,
    late: (count) => `${count} overdue`,
    dueToday: (count) => `${count} today`,
    soon: (count) => `${count} soon`,
    notice: (late, areas) => `${late} ${plural(late, 'thing is', 'things are')} overdue in ${plural(areas, 'one area', `${areas} areas`)}.`,
    see: 'See what is slipping',
  },
};
