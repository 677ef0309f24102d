/** Brings a database up to the sources as they are, without a build. */
import { databaseFiles } from '../../apps/api/src/database-files.js';
import { derivedUrl, rooms } from '../../apps/api/src/platform/db/logins.js';
import { migrate } from '../../apps/api/src/platform/db/migrate.js';
import { migrateQueues } from '../../apps/api/src/platform/jobs/migrate-queues.js';
import type { ProvidedDatabase } from './provided.js';

/**
 * @param adminUrl a superuser's
 * @param loginSuffix of the logins' names, where the server is shared with others
 */
export async function migrated(kind: ProvidedDatabase['kind'], adminUrl: string, loginSuffix = ''): Promise<ProvidedDatabase> {
  const [appUrl = '', caseUrl = '', centreUrl = ''] = rooms.map(({ login }) => derivedUrl(adminUrl, login + loginSuffix));
  await migrate(adminUrl, [appUrl, caseUrl, centreUrl], databaseFiles, migrateQueues);
  return { kind, adminUrl, appUrl, caseUrl, centreUrl };
}
