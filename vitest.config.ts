/**
 * All test suites. One by name: `npx vitest run --project unit`; what is what: tests/support/README.md.
 * `npm test` runs them one after the other, on both databases at once.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const shared = {
  resolve: {
    alias: [
      // Vite would take graphql's ES module for our own files while Node takes its CommonJS one for the
      // libraries: two copies that don't know each other's types.
      { find: /^graphql$/, replacement: here('node_modules/graphql/index.js') },
    ],
  },
};

const minute = 60_000;

/** The same tests once on the embedded database, once on PostgreSQL, each with a fresh database of its own. */
const onBoth = (name: string, include: string[], { alone, timeout }: { alone: boolean; timeout: number }): TestProjectConfiguration[] =>
  (['embedded', 'native'] as const).map((database) => ({
    ...shared,
    test: {
      name: `${name}-${database}`,
      include,
      globalSetup: here(`tests/support/${database}.setup.ts`),
      testTimeout: database === 'native' ? timeout : 3 * timeout,
      hookTimeout: minute,
      // The embedded database does one thing at a time, so files would only make each other slow.
      fileParallelism: !alone && database === 'native',
      maxWorkers: 2,
    },
  }));

const fixtures = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['apps/api/src/**/*.spec.ts', 'libs/**/*.spec.ts', 'infra/**/*.spec.ts'],
          exclude: [...fixtures, '**/*.db.spec.ts', '**/*.embedded.spec.ts'],
        },
      },
      { ...shared, test: { name: 'web-unit', include: ['apps/web/src/**/*.spec.{ts,tsx}'], exclude: fixtures, environment: 'jsdom' } },
      // The embedded database's own tests; each file starts one.
      { ...shared, test: { name: 'embedded', include: ['infra/local/embedded/*.embedded.spec.ts'], testTimeout: minute, hookTimeout: minute, maxWorkers: 2 } },
      { ...shared, test: { name: 'start', include: ['tests/start/**/*.spec.ts'], testTimeout: 3 * minute, hookTimeout: 3 * minute, fileParallelism: false } },
      ...onBoth('db', ['apps/api/src/**/*.db.spec.ts'], { alone: false, timeout: 20_000 }),
      ...onBoth('isolation', ['tests/isolation/**/*.spec.ts'], { alone: true, timeout: 5 * minute }),
      ...onBoth('journeys', ['tests/journeys/**/*.spec.ts'], { alone: true, timeout: 3 * minute }),
      ...onBoth('faults', ['tests/faults/**/*.spec.ts'], { alone: true, timeout: process.env['KVARTER_TEST_PROOF'] ? 60 * minute : minute }),
      ...onBoth('web', ['tests/web/**/*.spec.ts'], { alone: true, timeout: 3 * minute }),
    ],
  },
});
