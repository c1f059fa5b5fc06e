import { defineConfig } from 'vitest/config';

/** Suites by their folders. All run in plain Node; those of e2e start real windows from there. */
const suites = ['unit', 'ui', 'service', 'host', 'documents', 'migrations'];

/** Those that start the program's threads, bundled as in a build. */
const withThreads = ['service', 'documents', 'host'];

/** The tests of the service once more, this time as a terminal of the office: over TLS. */
const overTls = {
  name: 'service-tls',
  include: ['tests/service/**/*.test.ts'],
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
        },
      },
    ],
  },
});
