import { forgetUnsentOf, keepNoMore } from './unsent';

/** How the pages of one browser hear that its session was ended. */
const channel = 'kvarter.sign-out';

/**
 * Ends the session at the server and forgets everything of this person in this browser, drafts and unsent edits
 * included: the other pages that are open go to the front page too, and with them what they hold.
 */
export async function signOut(personId: string): Promise<void> {
  await fetch('/auth/sign-out', { method: 'POST', credentials: 'same-origin' });
  const pages = new BroadcastChannel(channel);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
  pages.postMessage(null);
  keepNoMore();
  await forgetUnsentOf(personId).catch(() => undefined);
  pages.close();
  forgetPage();
}

/** Leaves this page when another page of this browser signs out. */
export function followSignOut(): void {
  new BroadcastChannel(channel).addEventListener('message', () => {
    keepNoMore();
    forgetPage();
  });
}

function forgetPage(): void {
  sessionStorage.clear();
  location.assign('/');
}
