import { defineConfig } from 'vitest/config';

/** Suites by their folders. All run in plain Node; those of e2e start real windows from there. */
const suites = ['unit', 'ui', 'service', 'host', 'documents', 'migrations'];

/** Those that start the program's threads, bundled as in a build. */
const withThreads = ['service', 'documents'];

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
