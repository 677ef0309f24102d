/** What a job is called, which ids it carries, and when it comes by itself. */
import { SetMetadata } from '@nestjs/common';

export interface JobSpec<Id extends string = string> {
  /** `capability.verb`. */
  readonly name: string;
  /** The names of the ids it carries: all it ever carries. With `tenantId` it runs as Kvarter in that tenant. */
  readonly ids: readonly Id[];
  /** Milliseconds between two runs. */
  readonly every?: number;
  /** Minute, hour, day, month, weekday in Danish time. */
  readonly cron?: string;
  /** Its handler runs transactions of its own: it waits for somebody outside, and nothing may be held open meanwhile. */
  readonly apart?: boolean;
  /** How often it is tried in all; the waits between grow from two seconds. */
  readonly attempts: number;
}

/** A job that can't be: its name is taken, it has no or two handlers, or it comes by itself and wants ids. */
export class JobFault extends Error {}

const defined = new Map<string, JobSpec>();

/** Names a job. Every job named has exactly one handler, marked by @Job: start-up looks. */
export function defineJob<const Id extends string = never>(name: string, { ids = [], attempts = 5, ...when }: Partial<Omit<JobSpec<Id>, 'name'>>): JobSpec<Id> {
  if (defined.has(name)) throw new JobFault(`Two jobs are called ${name}.`);
  if ((when.every ?? when.cron) !== undefined && ids.length > 0) throw new JobFault(`${name} comes by itself, so it can carry no ids.`);
  const spec: JobSpec<Id> = { name, ids, attempts, ...when };
  defined.set(name, spec);
  return spec;
}

export const definedJobs = (): readonly JobSpec[] => [...defined.values()];

export const jobKey = 'kvarter:job';

/** Marks the method that does a job. It is given the job's ids, runs in one transaction unless the job is `apart`, and may return what to do `next`. */
export const Job = <Id extends string>(spec: JobSpec<Id>) => SetMetadata(jobKey, spec.name);

/** Jobs a handler wants put in once its transaction is committed: never from inside, where the queue's connection might wait for it. */
export interface NextJobs {
  readonly spec: JobSpec;
  readonly many: readonly Readonly<Record<string, string>>[];
}

export const next = <Id extends string>(spec: JobSpec<Id>, many: readonly Record<Id, string>[]): NextJobs => ({ spec, many });

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The ids a job carries, exactly those its spec names. Throws JobFault for anything else: payloads hold ids only. */
export function idsOf<Id extends string>(spec: JobSpec<Id>, payload: unknown): Record<Id, string> {
  const given = Object.entries((payload ?? {}) as Record<string, unknown>);
  const fits =
    given.length === spec.ids.length &&
    given.every(([key, value]) => (spec.ids as readonly string[]).includes(key) && typeof value === 'string' && uuid.test(value));
  if (!fits) throw new JobFault(`${spec.name} carries ${spec.ids.join(', ') || 'nothing'}, each a UUID, and nothing else.`);
  return Object.fromEntries(given) as Record<Id, string>;
}
