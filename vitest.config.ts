import { defineConfig } from 'vitest/config';

/** Suites by their folders. All run in plain Node; those of e2e start real windows from there. */
const suites = ['unit', 'ui', 'service', 'host', 'documents', 'migrations'];

/** Those that start the program's threads, bundled as in a build. */
const withThreads = ['service', 'documents', 'host'];

/** What is made once for all tests of a suite: the bundled threads, and the file of an office that was just founded. */
const madeOnce = ['tests/support/build-workers.ts', 'tests/support/first-pages.ts'];

/** Those whose files share processes, and so the modules that these have read (decision 38). */
const inOneProcess = ['unit', 'ui', 'service'];

/** Of these, tests that replace modules or change their process have one of their own: `unit-apart` and so on. */
const apart: Readonly<Record<string, readonly string[]>> = {
  unit: ['office-swap', 'windows', 'print-windows'].map((name) => `tests/unit/electron/${name}.test.ts`),
  ui: ['tests/ui/units/calm.test.ts'],
};

/** All suites in one run: what `service-tls` asks over the wire is not asked in process too (decision 38). */
const eachOnce = process.env['ZHIYE_EACH_TEST_ONCE'] === '1';

/** Every core: one of two would be left idle otherwise. */
const onAllCores = '100%';
/** What measures how long something takes, or looks for other hosts in the network, runs by itself. */
const alone = 1;

/** Tests of the host that measure times, what is held, or what is left on the disk: `host-alone`, after the others. */
const measuring = [
  'bad-network',
  'crash',
  'killed-host',
  'lan/carrier',
  'lan/cuts',
  'leaks',
  'log-in-tries',
  'race',
  'shut-out',
  'twenty-terminals',
].map((name) => `tests/host/${name}.test.ts`);

/** Windows of which a time is measured, or that look for hosts of other offices: `e2e-alone`, after the others. */
const windowsAlone = ['demo', 'host-mode', 'joining', 'launch', 'moving', 'terminals', 'three-pcs'].map(
  (name) => `tests/e2e/${name}.test.ts`,
);

/**
 * How many tests have windows open side by side, each on a screen of its own (`scripts/test.mjs` makes as many): two kept
 * two cores busy for less than half of their time, since a window mostly waits.
 */
const sideBySide = 3;

/** Windows find what they wait for as soon as the PC has time for it: not within the second that vitest allows. */
const windows = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
  setupFiles: ['tests/support/own-screen.ts'],
  pool: 'forks' as const,
};

/**
 * Tests of the service that need no wire: those that ask nothing over it and would only do the same again, and those whose
 * question lies behind it, whatever carries the answer.
 */
const inProcess = [
  // Thousands of papers, whose numbers do not depend on the wire.
  'tests/service/documents/prints.test.ts',
  // Speak to no office, to one that a script or another process opens, or to one that is furnished without windows.
  'tests/service/imports/{hostile-files,without-a-window,killed-takeover}.test.ts',
  'tests/service/seed/**',
  // Speaks both ways by itself.
  'tests/service/kernel/fuzz.test.ts',
  // Of the windows of a host that lets no terminal in any more.
  'tests/service/terminals/left-behind.test.ts',
  // Walks over all procedures by the office's own router: over TLS their calls take the same way.
  'tests/service/kernel/{every-procedure,rights}.test.ts',
  'tests/service/events/every-act.test.ts',
  // What the log and the corridor keep of an act that came to them: the chain, one transaction, statements built once.
  'tests/service/kernel/{chain,event-log,corridor-promises,prepared}.test.ts',
  // A table of states walked through, random books that come in to the fen, pages that are read back by the press.
  'tests/service/contracts/{every-act,read-back}.test.ts',
  'tests/service/imports/running-projects-any.test.ts',
];

/** All the others, as a terminal of the office: over TLS, through all of both sides. */
const overTls = {
  name: 'service-tls',
  include: ['tests/service/**/*.test.ts'],
  exclude: inProcess,
  maxWorkers: onAllCores,
  env: { ZHIYE_TRANSPORT: 'tls' },
  testTimeout: 60_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  isolate: false,
  globalSetup: madeOnce,
};

export default defineConfig({
  test: {
    projects: [
      ...suites.map((name) => ({
        test: {
          name,
          include:
            name === 'service' && eachOnce
              ? inProcess.map((files) => (files.endsWith('**') ? `${files}/*.test.ts` : files))
              : [`tests/${name}/**/*.test.{ts,tsx}`],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks' as const,
          isolate: !inOneProcess.includes(name),
          maxWorkers: onAllCores,
          globalSetup: withThreads.includes(name) ? madeOnce : [],
          exclude: [...measuring, ...(apart[name] ?? [])],
        },
      })),
      ...Object.entries(apart).map(([name, include]) => ({
        test: {
          name: `${name}-apart`,
          include: [...include],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks' as const,
          maxWorkers: onAllCores,
        },
      })),
      {
        test: {
          name: 'host-alone',
          include: measuring,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks' as const,
          maxWorkers: alone,
          globalSetup: madeOnce,
        },
      },
      { test: overTls },
      {
        test: {
          ...windows,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: windowsAlone,
          maxWorkers: sideBySide,
        },
      },
      { test: { ...windows, name: 'e2e-alone', include: windowsAlone, maxWorkers: alone } },
    ],
  },
});
