/** The queue can be asked, whichever engine carries it. */
import { Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import { HealthChecks } from '../health/health-checks.js';
import { JobQueue } from './job-queue.js';

@Injectable()
export class QueueHealth implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    // Absent where nobody asks for health, as when the contract is written.
    @Optional() private readonly checks?: HealthChecks,
  ) {}

  onModuleInit(): void {
    this.checks?.add('queue', async () => {
      await this.queue.answers();
      return undefined;
    });
  }
}
