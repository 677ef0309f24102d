/** The logins of the rooms, where only the administrator's is given. */
import { createHmac } from 'node:crypto';

/** In the order of rooms in apps/api/src/platform/db/logins.ts. */
const names = /** @type {const} */ (['kvarter_app', 'kvarter_case', 'kvarter_centre_app']);

/**
 * The same server and database, with a password that only a holder of the administrator's can work out.
 * The migration makes the logins, or gives them this password.
 * @param {string} adminUrl
 * @returns {{ app: string, case: string, centre: string }} URLs
 */
export function derivedLogins(adminUrl) {
  const { username, password } = new URL(adminUrl);
  const [app, caseRoom, centre] = names.map((name) => {
    const url = new URL(adminUrl);
    url.username = name;
    url.password = createHmac('sha256', `${username}:${password}`).update(name).digest('base64url');
    return url.toString();
  });
  return { app: app ?? '', case: caseRoom ?? '', centre: centre ?? '' };
}
