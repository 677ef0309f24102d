import type { da } from './reply.da';

export const en: typeof da = {
  title: 'Are you coming to the meeting?',
  lead: 'Answer here, and the host knows. You need not sign in.',
  answer: 'Your answer',
  answers: { YES: 'I will come', MAYBE: 'Maybe', NO: 'I cannot come' },
  help: { YES: 'We count on you.', MAYBE: 'Answer again when you know.', NO: 'Nobody will wait for you.' },
  now: {
    YES: 'You have answered that you will come. You can change it here.',
    MAYBE: 'You have answered maybe. You can change it here.',
    NO: 'You have answered that you cannot come. You can change it here.',
  },
  send: 'Send answer',
  missing: 'Choose one of the three answers.',
  which: 'To keep it confidential, this page does not say what the meeting is about. The mail does.',
  thanks: 'Thank you',
  noted: {
    YES: 'The host can see that you will come. We look forward to seeing you.',
    MAYBE: 'The host can see that you may come. Use the link in the mail again when you know.',
    NO: 'The host can see that you cannot come. Thank you for saying so.',
  },
  change: 'Change the answer',
  toKvarter: 'Go to Kvarter',
  cancelled: 'The meeting is cancelled',
  cancelledText: 'You need not answer. The reason is in the mail about it.',
  over: 'The meeting is over',
  overText: 'There is nothing more to answer here.',
  expired: 'The link no longer holds',
  expiredText: 'Either the meeting is over, or you are no longer on the list. If that is a mistake, answer the mail with the invitation.',
  dead: 'The link does not work',
};
