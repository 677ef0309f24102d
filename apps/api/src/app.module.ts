/** The only list of capabilities, and what every process has of them. */
import { Module } from '@nestjs/common';
import { AgreementsModule } from './agreements/agreements.module.js';
import { AreaMapsModule } from './area-maps/area-maps.module.js';
import { AreasModule } from './areas/areas.module.js';
import { databaseFiles } from './database-files.js';
import { FollowUpsModule } from './follow-ups/follow-ups.module.js';
import { GapsModule } from './gaps/gaps.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { MailboxModule } from './mailbox/mailbox.module.js';
import { MeetingEntity } from './meetings/meeting.entity.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { MembershipEntity } from './people/membership.entity.js';
import { PeopleModule } from './people/people.module.js';
import { AuthModule } from './platform/auth/auth.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { DbModule } from './platform/db/db.module.js';
import { hashOf } from './platform/db/migrate.js';
import { KvarterGraphQLModule } from './platform/graphql/graphql.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { RoundsModule } from './rounds/rounds.module.js';
import { StakeholdersModule } from './stakeholders/stakeholders.module.js';
import { TenantsModule } from './tenants/tenants.module.js';

export const entities = [MembershipEntity, MeetingEntity];
export const capabilities = [
  TenantsModule,
  PeopleModule,
  AreasModule,
  AreaMapsModule,
  MeetingsModule,
  StakeholdersModule,
  FollowUpsModule,
  AgreementsModule,
  GapsModule,
  InboxModule,
  RoundsModule,
  MailboxModule,
];

@Module({
  imports: [
    ClockModule,
    DbModule.of(entities),
    AuthModule,
    JobsModule,
    MailModule,
    KvarterGraphQLModule,
    HealthModule.of(hashOf(databaseFiles)),
    ...capabilities,
  ],
})
export class AppModule {}
