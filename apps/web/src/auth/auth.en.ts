import type { Translation } from '../platform/i18n/texts';
import type { da } from './auth.da';

export const en: Translation<typeof da> = {
  title: 'Sign in',
  claim: 'The shared map of a neighbourhood',
  whatIsIt: 'In Kvarter, residents, staff and the municipality put words and places to what is good in an area, and to what makes people feel unsafe.',
  whatThen: 'The map is kept after each meeting, so that half a year later you can see what has changed.',
  demoTitle: 'This is a demonstration',
  demo: 'Municipalities, places and people are made up, and you can try anything. Choose who you want to be.',
  chooseLabel: 'People in the demonstration',
  startHere: 'Start here',
  signingIn: (name) => `Signing in as ${name}`,
  demoOffTitle: 'Sign in with your municipality',
  demoOff:
    'Signing in as a demo person is not possible here. If you were given a link to a meeting, open that instead. Otherwise ask your local administrator.',
  noneTitle: 'There are no demo people yet',
  none: 'The demonstration is being made ready. Wait a moment and try again.',
  language: 'Language',
  expired: {
    title: 'You have been signed out',
    kept: 'What you saved is safe, and what you are writing is still here. Sign in again to go on.',
    guest:
      'Your access to the meeting has ended, or you have been signed out. What you saved is safe. If you should still take part, ask the host for a new link.',
    again: 'Sign in again',
    other: 'Sign in as someone else',
  },
  sessions: {
    title: 'Where you are signed in',
    lead: 'If you do not know one of the places, or used a computer that is not yours, sign out from there.',
    this: 'Here, right now',
    other: 'Somewhere else',
    started: (when) => `Signed in ${when}`,
    lastSeen: (when) => `Last used ${when}`,
    revoke: 'Sign out from there',
    revoked: 'Signed out.',
    list: 'Places where you are signed in',
  },
};
