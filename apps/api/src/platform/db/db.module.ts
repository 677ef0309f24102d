import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { ConfigError, config } from '../../config.js';
import { CentreDb, Db } from './db.js';
import { Notifications } from './notifications.js';
import { openDb } from './open.js';

const needed = (url: string | undefined, name: string): string => {
  if (!url) throw new ConfigError(`${name} is missing. \`npm start\` sets it for the embedded database; elsewhere it names the api's own login.`);
  return url;
};

@Global()
@Module({})
export class DbModule implements OnApplicationShutdown {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CentreDb) private readonly centre: CentreDb,
    @Inject(Notifications) private readonly notifications: Notifications,
  ) {}

  /** @param entities the mapped tables of all capabilities */
  static of(entities: EntityTarget<ObjectLiteral>[]): DynamicModule {
    return {
      module: DbModule,
      providers: [
        { provide: Db, useFactory: () => openDb(Db, needed(config().databaseUrl, 'KVARTER_DATABASE_URL'), entities) },
        { provide: CentreDb, useFactory: () => openDb(CentreDb, needed(config().centreDatabaseUrl, 'KVARTER_CENTRE_DATABASE_URL'), [], 2) },
        { provide: Notifications, useFactory: () => new Notifications(needed(config().databaseUrl, 'KVARTER_DATABASE_URL')) },
      ],
      exports: [Db, CentreDb, Notifications],
    };
  }

  /** After everything else has finished: jobs and requests still write while they stop. */
  async onApplicationShutdown(): Promise<void> {
    await this.notifications.close();
    await this.db.close();
    await this.centre.close();
  }
}
