/** For whoever runs Kvarter: is the process alive, can it work, what does it count. */
import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../auth/can.js';
import { registry } from '../metrics/metrics.js';
import { HealthChecks, type Readiness } from './health-checks.js';

@Controller()
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  @Public()
  @Get('healthz')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  alive(): { alive: true } {
    return { alive: true };
  }

  @Public()
  @Get('readyz')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const readiness = await this.checks.run();
    response.status(readiness.ready ? 200 : 503);
    return readiness;
  }

  @Public()
  @Get('metrics')
  @Header('cache-control', 'no-store')
  async metrics(@Res({ passthrough: true }) response: Response): Promise<string> {
    response.type(registry.contentType);
    return registry.metrics();
  }
}
