import { type DynamicModule, Global, Module, type OnModuleInit } from '@nestjs/common';
import { collectDefaultMetrics } from 'prom-client';
import { registry } from '../metrics/metrics.js';
import { DatabaseHealth, RELEASE } from './database.health.js';
import { HealthController } from './health.controller.js';
import { HealthChecks } from './health-checks.js';
import { HealthServer } from './health.server.js';

@Global()
@Module({})
export class HealthModule implements OnModuleInit {
  /** @param release the hash of this build's database files (`hashOf(databaseFiles)`) */
  static of(release: string): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [HealthChecks, HealthServer, DatabaseHealth, { provide: RELEASE, useValue: release }],
      exports: [HealthChecks],
    };
  }

  onModuleInit(): void {
    if (!registry.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics({ register: registry });
  }
}
