import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Db } from '../db/db.js';
import { Notifications } from '../db/notifications.js';
import { AccessCheck } from './access.check.js';
import { ActorOfLink } from './actor-of-link.js';
import { AccessGuard } from './can.js';
import { Sessions } from './sessions.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    AccessCheck,
    ActorOfLink,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: Sessions, inject: [Db, Notifications], useFactory: (db: Db, notifications: Notifications) => new Sessions(db, notifications) },
  ],
  exports: [ActorOfLink, Sessions],
})
export class AuthModule {}
