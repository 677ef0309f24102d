/** Opens a room's pool under its own login and refuses one that could step round row-level security. */
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Db } from './db.js';

/** The login owns tables, is a superuser, or bypasses row-level security. */
export class UnsafeLogin extends Error {}

const whoAmI = `
  select r.rolsuper or r.rolbypassrls or pg_has_role(r.rolname, 'kvarter_owner', 'member') as unsafe, r.rolname as name
  from pg_roles r where r.rolname = current_user`;

/**
 * @param Room the class of the room's Db
 * @param url the room's login
 * @param entities mapped tables
 * @param max connections at most
 * @throws UnsafeLogin where the login could see more than policies allow
 */
export async function openDb<D extends Db>(
  Room: new (dataSource: DataSource) => D,
  url: string,
  entities: EntityTarget<ObjectLiteral>[],
  max = 12,
): Promise<D> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: entities as never[],
    synchronize: false,
    installExtensions: false,
    poolSize: max,
    applicationName: 'kvarter',
    connectTimeoutMS: 10_000,
    extra: { pipeline: true, idleTimeoutMillis: 60_000, keepAlive: true, statement_timeout: 15_000 },
  });
  await dataSource.initialize();
  const db = new Room(dataSource);
  db.pool.on('error', () => undefined); // an idle connection that dies is replaced at next use
  // One that dies in use tells whoever waits for its answers; without a listener it would end the process too.
  db.pool.on('acquire', (client) => {
    if (!client.listeners('error').includes(ignore)) client.on('error', ignore);
  });
  const [me] = (await db.pool.query<{ unsafe: boolean; name: string }>(whoAmI)).rows;
  if (me?.unsafe) {
    await db.close();
    throw new UnsafeLogin(
      `The login "${me.name}" can bypass row-level security. Give the api a login that owns nothing (kvarter_app); the owner's belongs in KVARTER_DATABASE_ADMIN_URL.`,
    );
  }
  return db;
}

const ignore = (): void => undefined;
