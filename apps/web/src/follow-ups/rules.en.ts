import type { da } from './rules.da';

export const en: typeof da = {
  title: 'Follow-up rules',
  lead: 'When Kvarter reminds you of what you agreed. The rules hold for what is planned from now on and for the next reminders. What is in the plan stays.',
  ours: "These are Kvarter's own rules. Nobody in the municipality has changed them.",
  changed: (who: string, when: string) => `Changed by ${who} ${when}.`,
  somebody: 'somebody who is no longer here',
  reader: 'The local administrator can change the rules.',
  groups: { meetings: 'Meetings', agreements: 'Agreements and follow-ups', map: 'The map' },
  fields: {
    runSheetDays: 'Days before a meeting when everybody has the run sheet',
    feedbackDays: 'Days after a meeting when all who contributed have been answered',
    agreementAheadDays: 'Days before the deadline when the responsible is reminded of an agreement',
    reminderEveryDays: 'Days between reminders once the deadline has passed',
    coordinatorAfterDays: 'Days after the deadline when the coordinator is told, too',
    mapMonths: 'Months after an area meeting when the map is opened again',
  },
  fewer: 'Fewer',
  more: 'More',
  save: 'Save the rules',
  saved: 'The rules are saved.',
  reset: "Put in Kvarter's own numbers",
};
