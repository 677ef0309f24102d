/** Fading, area by area: each night, and as soon as a meeting was closed. */
import { Injectable } from '@nestjs/common';
import { Db } from '../platform/db/db.js';
import { Notifications } from '../platform/db/notifications.js';
import { defineJob, Job, next, type NextJobs } from '../platform/jobs/job.js';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { JobWorker } from '../platform/jobs/job-worker.js';
import { log } from '../platform/log/log.js';
import { MapFadingService } from './map-fading.service.js';

const fadeEverywhere = defineJob('area-maps.fade-everywhere', { cron: '30 3 * * *' });
const fadeTenant = defineJob('area-maps.fade-tenant', { ids: ['tenantId'] });
const fadeArea = defineJob('area-maps.fade', { ids: ['tenantId', 'areaId'] });

@Injectable()
export class AreaMapJobs {
  constructor(
    private readonly db: Db,
    private readonly queue: JobQueue,
    private readonly fading: MapFadingService,
    notifications: Notifications,
    worker: JobWorker,
  ) {
    worker.onStart(() => notifications.listen('kvarter_area', (key) => void this.lookAt(key)));
  }

  @Job(fadeEverywhere)
  async everywhere(): Promise<NextJobs> {
    const tenants = await this.db.query<{ id: string }>('select open_room.job_tenants() as id');
    return next(
      fadeTenant,
      tenants.map(({ id }) => ({ tenantId: id })),
    );
  }

  @Job(fadeTenant)
  async tenant({ tenantId }: { tenantId: string }): Promise<NextJobs> {
    return next(
      fadeArea,
      (await this.fading.areas()).map((areaId) => ({ tenantId, areaId })),
    );
  }

  @Job(fadeArea)
  async area({ areaId }: { areaId: string }): Promise<void> {
    await this.fading.fade(areaId);
  }

  /** Something about an area's meetings changed, and is committed: one may have closed. The night finds what is missed here. */
  private async lookAt(key: string): Promise<void> {
    const [tenantId = '', areaId = ''] = key.split('|');
    await this.queue.add(fadeArea, { tenantId, areaId }).catch((error: unknown) => log.warn('could not put in a job', { name: fadeArea.name, error }));
  }
}
