/** `node dist/migrate.js`: brings the database up to this build, as the administrator. The api never holds that login. */
import { config, ConfigError } from './config.js';
import { databaseFiles } from './database-files.js';
import { derivedUrl, rooms } from './platform/db/logins.js';
import { migrate } from './platform/db/migrate.js';
import { migrateQueues } from './platform/jobs/migrate-queues.js';

const { adminUrl, databaseUrl, caseDatabaseUrl, centreDatabaseUrl } = config();

try {
  if (!adminUrl) throw new ConfigError('KVARTER_DATABASE_ADMIN_URL is missing: it names a login that may create roles, schemas and extensions.');
  const given = [databaseUrl, caseDatabaseUrl, centreDatabaseUrl];
  const logins = rooms.map((room, index) => given[index] ?? derivedUrl(adminUrl, room.login));
  const { ran } = await migrate(adminUrl, logins, databaseFiles, migrateQueues);
  process.stdout.write(ran.length > 0 ? `migrated: ${ran.join(', ')}\n` : 'the database is up to date\n');
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
