import { Module } from '@nestjs/common';
import { DemoHealth } from './demo.health.js';
import { LocalNamesResolver } from './local-names.resolver.js';
import { LocalNamesService } from './local-names.service.js';
import { PeopleJobs } from './people.jobs.js';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';
import { TeamResolver } from './team.resolver.js';
import { TeamService } from './team.service.js';

@Module({
  controllers: [SignInController],
  providers: [DemoHealth, LocalNamesResolver, LocalNamesService, PeopleJobs, PeopleResolver, PeopleService, SignInService, TeamResolver, TeamService],
  exports: [PeopleService],
})
export class PeopleModule {}
