import { checkDeadCode, checkFormat, checkLayers, checkLint, checkTypes } from './checks.ts';
import { checkHygiene } from './hygiene.ts';
import { hasTests, runPlaywright, runVitest, together } from './test-runs.ts';
import type { Outcome } from './tool.ts';

/** Windows: Playwright drives them, under vitest (`*.test.ts`) or its own runner (`*.spec.ts`). */
async function runWindows(): Promise<Outcome> {
  const none: Outcome = { passed: 0, failed: 0, skipped: [], text: '' };
  return together(
    hasTests('e2e', ['.test.ts']) ? await runVitest('e2e') : none,
    hasTests('e2e', ['.spec.ts']) ? await runPlaywright() : none,
  );
}

type Suite = {
  readonly name: string;
  readonly run: () => Outcome | Promise<Outcome>;
  /** Takes one core: it runs beside the others of its kind. */
  readonly onOneCore?: boolean;
};

const checks: readonly Suite[] = [
  { name: 'format', run: checkFormat },
  { name: 'lint', run: checkLint },
  { name: 'types', run: checkTypes },
  { name: 'layers', run: checkLayers, onOneCore: true },
  { name: 'hygiene', run: checkHygiene },
  { name: 'dead-code', run: checkDeadCode, onOneCore: true },
];

const tests: readonly Suite[] = [
  ...['unit', 'ui', 'service', 'service-tls', 'host', 'documents', 'migrations'].map((name) => ({
    name,
    run: () => runVitest(name),
  })),
  { name: 'e2e', run: runWindows },
];

/** Suites that run the tests of another's folder. */
const folders: Readonly<Record<string, string>> = { 'service-tls': 'service' };

/** How long all suites together may take: longer, and nobody runs them before every commit. */
const BUDGET_MINUTES = 20;

const SHOWN_LINES = 200;
const SHOWN_SKIPPED = 10;

/** What a suite came to, and how long it took. */
async function carriedOut(suite: Suite): Promise<{ readonly outcome: Outcome; readonly seconds: number }> {
  const started = performance.now();
  const outcome = await suite.run();
  return { outcome, seconds: (performance.now() - started) / 1000 };
}

function show(name: string, outcome: Outcome, seconds: number): void {
  const mark = outcome.failed === 0 ? '✓' : '✗';
  const left = outcome.skipped.length > 0 ? `, ${outcome.skipped.length} not run` : '';
  const counted = `${outcome.passed} passed, ${outcome.failed} failed${left}`;
  console.log(`${mark} ${name.padEnd(10)} ${counted.padEnd(40)} ${seconds.toFixed(1)} s`);
  if (outcome.slowest !== undefined && outcome.slowest.length > 0)
    console.log(`    longest: ${outcome.slowest.join(', ')}`);
  for (const test of outcome.skipped.slice(0, SHOWN_SKIPPED))
    console.log(`    not run, because what it needs is not on this machine: ${test}`);
  if (outcome.skipped.length > SHOWN_SKIPPED)
    console.log(`    and ${outcome.skipped.length - SHOWN_SKIPPED} more for the same reason`);
  if (outcome.failed > 0) console.log(outcome.text.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n'));
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => ![...checks, ...tests].some((suite) => suite.name === name));
const chosen = [...checks, ...tests].filter(({ name }) => wanted.length === 0 || wanted.includes(name));
// What one asks over the wire, the other does not ask in process as well: only where both are run.
if (['service', 'service-tls'].every((name) => chosen.some((suite) => suite.name === name)))
  process.env.ZHIYE_EACH_TEST_ONCE = '1';
let passed = 0;
let failed = unknown.length;
const began = performance.now();

for (const name of unknown)
  console.log(
    `✗ There is no suite ${name}. There are: ${[...checks, ...tests].map((suite) => suite.name).join(', ')}.`,
  );

const beside = new Map<Suite, ReturnType<typeof carriedOut>>();
for (const suite of chosen) {
  if (tests.includes(suite) && !hasTests(folders[suite.name] ?? suite.name)) {
    console.log(`  ${suite.name.padEnd(10)} has no tests yet`);
    continue;
  }
  // With the first of those that take one core each, all of them begin; each is shown when its turn comes.
  if (suite.onOneCore === true && beside.size === 0)
    for (const other of chosen) if (other.onOneCore === true) beside.set(other, carriedOut(other));
  const { outcome, seconds } = await (beside.get(suite) ?? carriedOut(suite));
  passed += outcome.passed;
  failed += outcome.failed;
  show(suite.name, outcome, seconds);
}

const minutes = ((performance.now() - began) / 60_000).toFixed(1);
const budget = wanted.length === 0 ? ` of the ${BUDGET_MINUTES} that all suites may take on two quiet cores` : '';
console.log(
  `Took ${minutes} minutes${budget} on Node ${process.versions.node}. Electron: ${process.env.ZHIYE_ELECTRON ?? 'not needed'}.`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
