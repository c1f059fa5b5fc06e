import { defineConfig } from 'vitest/config';

/** Suites by their folders. All run in plain Node; those of e2e start real windows from there. */
const suites = ['unit', 'ui', 'service', 'host', 'documents', 'migrations'];

/** Those that start the program's threads, bundled as in a build. */
const withThreads = ['service', 'documents', 'host'];

/** Every core: one of two would be left idle otherwise. */
const onAllCores = '100%';
/** What measures how long something takes, or drives windows of the one display, runs by itself. */
const alone = 1;

/**
 * The tests of the service once more, this time as a terminal of the office: over TLS. Those that speak to no office, or
 * to one that a script opens, would only do the same again.
 */
const overTls = {
  name: 'service-tls',
  include: ['tests/service/**/*.test.ts'],
  exclude: [
    'tests/service/imports/{hostile-files,without-a-window}.test.ts',
    'tests/service/seed/**',
    // Speaks both ways by itself.
    'tests/service/kernel/fuzz.test.ts',
    // Rules and rows, whatever carries them.
    'tests/service/kernel/{rights,chain}.test.ts',
  ],
  maxWorkers: onAllCores,
  env: { ZHIYE_TRANSPORT: 'tls' },
  testTimeout: 60_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  globalSetup: ['tests/support/build-workers.ts'],
};

export default defineConfig({
  test: {
    projects: [
      ...suites.map((name) => ({
        test: {
          name,
          include: [`tests/${name}/**/*.test.{ts,tsx}`],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks' as const,
          maxWorkers: name === 'host' ? alone : onAllCores,
          globalSetup: withThreads.includes(name) ? ['tests/support/build-workers.ts'] : [],
        },
      })),
      { test: overTls },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks' as const,
          maxWorkers: alone,
        },
      },
    ],
  },
});
