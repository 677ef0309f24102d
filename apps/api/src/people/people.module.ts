import { Module } from '@nestjs/common';
import { DemoHealth } from './demo.health.js';
import { PeopleJobs } from './people.jobs.js';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';

@Module({
  controllers: [SignInController],
  providers: [DemoHealth, PeopleJobs, PeopleResolver, PeopleService, SignInService],
  exports: [PeopleService],
})
export class PeopleModule {}
