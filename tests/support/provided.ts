/** What a test gets from the setup of its project: `inject('database')`. */

import 'vitest';

export interface ProvidedDatabase {
  readonly kind: 'embedded' | 'native';
  /** A superuser of the migrated database. */
  readonly adminUrl: string;
  /** The logins the api signs in as, one a room. */
  readonly appUrl: string;
  readonly caseUrl: string;
  readonly centreUrl: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Migrated and empty at the start of the project's run; tests share it, so each makes a tenant of its own. */
    database: ProvidedDatabase;
    /** Undefined where no Redis is installed. */
    redisUrl: string | undefined;
  }
}
