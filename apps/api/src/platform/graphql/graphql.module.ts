import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { config } from '../../config.js';
import { Sessions } from '../auth/sessions.js';
import { Db } from '../db/db.js';
import { clientFolder } from '../http/client-folder.js';
import { FrontDoor } from '../http/front-door.js';
import { HttpModule } from '../http/http.module.js';
import { Traffic } from '../http/traffic.js';
import { InputPipe } from './input.pipe.js';
import { KvarterDriver, type KvarterDriverOptions } from './kvarter.driver.js';
import { PersistedDocuments } from './persisted-documents.js';
import { ResponseCache } from './response-cache.js';

@Global()
@Module({
  imports: [
    HttpModule,
    GraphQLModule.forRootAsync<KvarterDriverOptions>({
      driver: KvarterDriver,
      inject: [Db, Sessions, Traffic, FrontDoor, ResponseCache],
      useFactory: (db: Db, sessions: Sessions, traffic: Traffic, door: FrontDoor, responses: ResponseCache) => {
        const { demo, publicUrl } = config();
        const client = clientFolder();
        return {
          db,
          sessions,
          traffic,
          door,
          responses,
          publicUrl,
          anyDocument: demo,
          persisted: client ? PersistedDocuments.from(join(client, 'persisted-documents.json')) : new PersistedDocuments(),
        };
      },
    }),
  ],
  providers: [
    { provide: ResponseCache, useFactory: () => new ResponseCache() },
    { provide: APP_PIPE, useClass: InputPipe },
  ],
  exports: [ResponseCache],
})
export class KvarterGraphQLModule {}
