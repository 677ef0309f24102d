import { forgetUnsentOf } from './unsent';

/** Ends the session at the server and forgets everything of this person in this tab and on this device, drafts and unsent edits included. */
export async function signOut(personId: string): Promise<void> {
  await fetch('/auth/sign-out', { method: 'POST', credentials: 'same-origin' });
  await forgetUnsentOf(personId).catch(() => undefined);
  sessionStorage.clear();
  location.assign('/');
}
