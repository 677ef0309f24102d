/** Where the demonstration was asked for, its people are there to sign in as. */
import { Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import { config } from '../config.js';
import { HealthChecks } from '../platform/health/health-checks.js';
import { SignInService } from './sign-in.service.js';

@Injectable()
export class DemoHealth implements OnModuleInit {
  constructor(
    private readonly signIn: SignInService,
    // Absent where nobody asks for health, as when the contract is written.
    @Optional() private readonly checks?: HealthChecks,
  ) {}

  onModuleInit(): void {
    if (!config().demo) return;
    let there = false;
    this.checks?.add('demo data', async () => {
      there ||= (await this.signIn.personas()).length > 0;
      return there ? undefined : 'not created yet';
    });
  }
}
