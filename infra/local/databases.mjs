/** Which database, and who signs in to it as what. */
import { Client } from 'pg';
import { derivedLogins } from './logins.mjs';
import { Unusable } from './settings.mjs';

/**
 * @typedef {object} Logins
 * @property {string} [admin] migrates; absent where somebody else does
 * @property {string} app
 * @property {string} [case]
 * @property {string} [centre]
 */

/**
 * The logins of a PostgreSQL server, from what was given: the administrator's alone will do.
 * @param {string | undefined} adminUrl
 * @param {{ app?: string, case?: string, centre?: string }} given
 * @returns {Promise<Logins>}
 * @throws {Unusable} when the database can't be reached
 */
export async function loginsOf(adminUrl, given) {
  const app = given.app;
  const superuser = app !== undefined && (app === adminUrl || (await isSuperuser(app)));
  const admin = adminUrl ?? (superuser ? app : undefined);
  if (superuser) {
    console.warn(
      'KVARTER_DATABASE_URL er en superbruger. Den bruges kun til at opdatere databasen; Kvarter logger ind med mindre rettigheder. Angiv den hellere som KVARTER_DATABASE_ADMIN_URL.\n' +
        "KVARTER_DATABASE_URL is a superuser's. It is used to update the database only; Kvarter signs in with fewer rights. Better give it as KVARTER_DATABASE_ADMIN_URL.",
    );
  }
  if (!admin) return { app: /** @type {string} */ (app), case: given.case, centre: given.centre };
  const derived = derivedLogins(admin);
  return { admin, app: superuser || !app ? derived.app : app, case: given.case ?? derived.case, centre: given.centre ?? derived.centre };
}

/** @param {string} url */
async function isSuperuser(url) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query('select rolsuper from pg_roles where rolname = current_user');
    return rows[0]?.rolsuper === true;
  } catch (error) {
    // A login that the migration is yet to make can't sign in, and is no superuser.
    if (/** @type {{ code?: string }} */ (error).code === '28P01') return false;
    throw new Unusable(`KVARTER_DATABASE_URL: databasen kan ikke nås. / the database can't be reached. ${/** @type {Error} */ (error).message}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
