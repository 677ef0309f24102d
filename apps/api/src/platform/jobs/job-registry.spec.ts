import { MetadataScanner } from '@nestjs/core';
import type { DiscoveryService } from '@nestjs/core';
import { describe, expect, it } from 'vitest';
import { defineJob, Job } from './job.js';
import { JobRegistry } from './job-registry.js';

const one = defineJob('registry.one', { every: 1_000 });
const two = defineJob('registry.two', {});

class One {
  readonly word = 'done';

  @Job(one)
  async run(): Promise<string> {
    return this.word;
  }
}

class Two {
  @Job(two)
  async run(): Promise<void> {}
}

class OneAgain {
  @Job(one)
  async again(): Promise<void> {}
}

const registryOf = (...instances: unknown[]): JobRegistry =>
  new JobRegistry(
    { getProviders: () => [{ instance: null }, ...instances.map((instance) => ({ instance }))] } as unknown as DiscoveryService,
    new MetadataScanner(),
  );

describe('JobRegistry', () => {
  it('knows who does what, and what comes by itself', async () => {
    const registry = registryOf(new One(), new Two());
    registry.onModuleInit();
    expect(await registry.get('registry.one')?.handle({})).toBe('done');
    expect(registry.scheduled()).toEqual([one]);
    expect(registry.get('registry.three')).toBeUndefined();
  });

  it('stops the start where a job has no handler or two', () => {
    expect(() => registryOf(new One()).onModuleInit()).toThrow('Nobody does registry.two');
    expect(() => registryOf(new One(), new Two(), new OneAgain()).onModuleInit()).toThrow('More than one method does registry.one');
  });
});
