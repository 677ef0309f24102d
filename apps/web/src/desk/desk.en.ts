import { plural, type Translation } from '../platform/i18n/texts';
import type { da } from './desk.da';

const things = (count: number) => `${count} ${plural(count, 'thing', 'things')}`;

export const en: Translation<typeof da> = {
  title: 'My desk',
  lead: {
    late: (count, first) => `${things(count)} ${plural(count, 'is', 'are')} overdue. Begin with “${first}”.`,
    today: (count) => `${things(count)} ${plural(count, 'is', 'are')} due today.`,
    ahead: (first, day) => `Nothing is urgent. Next is “${first}” ${day}.`,
    nothing: 'There is nothing for you in the next 30 days.',
  },
  slipping: 'What is slipping?',
  late: 'Overdue',
  today: 'Today',
  thisWeek: 'Later this week',
  nextWeek: 'Next week',
  week: (number, span) => `Week ${number}, ${span}`,
  emptyTitle: 'Your desk is clear',
  empty:
    'New agreements and follow-ups come here by themselves when you are made responsible for them. Kvarter reminds you in good time, so that you need not remember.',
  emptyDone: 'Well done. The rest of the day can be spent out in the areas.',
  toOverview: 'See the areas',
  awaited: 'Waiting for others',
  awaitedTeach: 'When you make an agreement that somebody else is to carry out, you can follow it here until it is reported on.',
  said: (words) => `“${words}”`,
  by: (name) => `Responsible: ${name}`,
  nobody: 'Responsible: nobody',
  actions: (title) => `Answer “${title}”`,
  tasks: { done: 'Done', later: 'Later', cant: 'Can’t', skip: 'Skip' },
  taskOf: (task, title) => `${task}: ${title}`,
  form: {
    doneNote: 'How did it go?',
    doneHelp: 'One sentence is enough. Others in the team can read it.',
    done: 'Report as done',
    day: 'When then?',
    laterNote: 'What is it waiting for?',
    later: 'Move it',
    cantNote: 'What is in the way?',
    cantHelp: 'The one who made the agreement will see your explanation.',
    cant: 'Report that it can’t be done',
    skipNote: 'Why is it skipped?',
    skipHelp: 'The reason is kept, so that others can see it later.',
    skip: 'Skip it',
    noteMissing: 'Write a short explanation, so that others know why.',
    dayMissing: 'The day is missing. Choose when it is to be done instead.',
    dayPast: 'That day has passed. Choose today or a later day.',
  },
  answered: {
    done: 'Done. Thank you.',
    later: (day) => `Moved to ${day}.`,
    cant: 'Reported. The one who made the agreement can now see why.',
    skip: 'Skipped. The reason is kept.',
  },
  count: (count) => `${count} ${plural(count, 'item', 'items')}`,
};
