/** What every project with a database has in common: a directory, Redis, and an orderly end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startRedis } from '../../infra/local/services/redis.mjs';
import type { ProvidedDatabase } from './provided.js';

export interface Begun {
  readonly database: ProvidedDatabase;
  readonly stop: () => Promise<unknown>;
}

/** A vitest global setup that provides a database and, where there is one, Redis. */
export function provideWith(begin: (directory: string) => Promise<Begun>) {
  return async (project: TestProject): Promise<() => Promise<void>> => {
    const directory = await mkdtemp(join(tmpdir(), 'kvarter-test-'));
    const ends: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })];
    const endAll = async () => {
      for (const end of ends.toReversed()) await end();
    };
    try {
      const { database, stop } = await begin(join(directory, 'database'));
      ends.push(stop);
      const redis = await startRedis(join(directory, 'redis'));
      if (redis) ends.push(redis.stop);
      project.provide('database', database);
      project.provide('redisUrl', redis?.url);
    } catch (error) {
      await endAll();
      throw error;
    }
    return endAll;
  };
}
