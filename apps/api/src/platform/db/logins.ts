/** The roles of the database and what each login may be. Runs under the administrator, never in the api. */
import { createHmac } from 'node:crypto';
import type { Client } from 'pg';

/** A room: its group role carries grants and policies, its login is what the api signs in as. */
export interface Room {
  readonly group: 'kvarter_open' | 'kvarter_casework' | 'kvarter_centre';
  readonly login: string;
}

export const rooms: readonly Room[] = [
  { group: 'kvarter_open', login: 'kvarter_app' },
  { group: 'kvarter_casework', login: 'kvarter_case' },
  { group: 'kvarter_centre', login: 'kvarter_centre_app' },
];

/**
 * The login of a room derived from the administrator's URL, for development: same server, a password only
 * its holder can work out. It depends on nothing else of the URL: logins belong to the whole server, which
 * may go by another name, port or database tomorrow.
 */
export function derivedUrl(adminUrl: string, login: string): string {
  const url = new URL(adminUrl);
  const password = createHmac('sha256', `${url.username}:${url.password}`).update(login).digest('base64url');
  url.username = login;
  url.password = password;
  return url.toString();
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const identifier = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Makes owner and group roles where they are missing. */
export async function ensureRoles(client: Client): Promise<void> {
  for (const role of ['kvarter_owner', ...rooms.map((room) => room.group)]) {
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = ${literal(role)}) then
        create role ${identifier(role)} nologin nosuperuser nobypassrls noinherit;
      end if;
    end $$`);
  }
  await client.query("do $$ begin execute format('grant kvarter_owner to %I', current_user); exception when others then null; end $$");
}

/** Makes or renews a room's login from the name and password in its URL. The login owns nothing and is a member of its own group only. */
export async function ensureLogin(client: Client, room: Room, url: string): Promise<void> {
  const { username, password } = new URL(url);
  const name = decodeURIComponent(username);
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = ${literal(name)}) then
      create role ${identifier(name)} login nosuperuser nobypassrls nocreatedb nocreaterole inherit;
    end if;
  end $$`);
  if (password) await client.query(`alter role ${identifier(name)} login password ${literal(decodeURIComponent(password))}`);
  await client.query(`alter role ${identifier(name)} set jit = off`);
  await client.query(`alter role ${identifier(name)} set search_path = pg_catalog, public, pg_temp`);
  await client.query(`alter role ${identifier(name)} set idle_in_transaction_session_timeout = '30s'`);
  await client.query(`grant ${room.group} to ${identifier(name)}`);
}
