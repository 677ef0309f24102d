/** Which method does which job. Stops the start where a job has no handler, or two. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { definedJobs, JobFault, jobKey, type JobSpec, type NextJobs } from './job.js';

export interface HandledJob {
  readonly spec: JobSpec;
  readonly handle: (ids: Record<string, string>) => Promise<NextJobs | void>;
}

@Injectable()
export class JobRegistry implements OnModuleInit {
  private readonly jobs = new Map<string, HandledJob>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) this.findIn(instance as Record<string, HandledJob['handle']> | undefined);
    const missing = definedJobs().filter(({ name }) => !this.jobs.has(name));
    if (missing.length > 0) throw new JobFault(`Nobody does ${missing.map(({ name }) => name).join(', ')}: mark a method with @Job.`);
  }

  get(name: string): HandledJob | undefined {
    return this.jobs.get(name);
  }

  /** Jobs that come by themselves. */
  scheduled(): JobSpec[] {
    return [...this.jobs.values()].map(({ spec }) => spec).filter(({ every, cron }) => every !== undefined || cron !== undefined);
  }

  private findIn(instance: Record<string, HandledJob['handle']> | undefined): void {
    const prototype = instance && (Object.getPrototypeOf(instance) as Record<string, HandledJob['handle']> | null);
    if (!instance || !prototype) return;
    for (const method of this.scanner.getAllMethodNames(prototype)) {
      const name = Reflect.getMetadata(jobKey, prototype[method] as object) as string | undefined;
      if (name === undefined) continue;
      const spec = definedJobs().find((one) => one.name === name);
      if (!spec || this.jobs.has(name)) throw new JobFault(`More than one method does ${name}.`);
      this.jobs.set(name, { spec, handle: (ids) => (instance[method] as HandledJob['handle'])(ids) });
    }
  }
}
