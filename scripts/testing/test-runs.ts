import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Outcome, root, runTool } from './tool.ts';

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** When it began and ended, ms. */
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

type PlaywrightReport = {
  readonly suites: readonly PlaywrightSuite[];
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
};

type PlaywrightSuite = {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[];
};

function readReport<T>(file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  const report: T = JSON.parse(readFileSync(file, 'utf8'));
  return report;
}

async function withReport<T>(run: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-tests-'));
  try {
    return await run(path.join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** True when a folder of tests holds a file with one of these endings. */
export function hasTests(suite: string, endings: readonly string[] = ['.test.ts', '.test.tsx', '.spec.ts']): boolean {
  const folder = path.join(root, 'tests', suite);
  if (!existsSync(folder)) return false;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.some((name) => endings.some((ending) => name.endsWith(ending)));
}

/** What vitest's report comes to. A run that ended badly without a failed test failed all the same. */
export function readVitest(report: VitestReport, ok: boolean): Omit<Outcome, 'text'> {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: !ok && failed === 0 ? 1 : failed,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName.trim()),
  };
}

/** How many files of a suite are named with their time, and from how many seconds on. */
const SLOWEST = 8;
const WORTH_NAMING_S = 15;

/** The files of a suite that took longest, with their seconds: files share the cores, so the seconds are no sum. */
export function slowestFiles({ testResults }: Pick<VitestReport, 'testResults'>): string[] {
  return testResults
    .map(({ name, startTime, endTime }) => ({ name: path.basename(name), seconds: (endTime - startTime) / 1000 }))
    .filter(({ seconds }) => seconds >= WORTH_NAMING_S)
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, SLOWEST)
    .map(({ name, seconds }) => `${name.replace(/\.test\.tsx?$/, '')} ${seconds.toFixed(0)} s`);
}

/** What Playwright's report comes to; a test that passed only at its second try failed. */
export function readPlaywright(report: PlaywrightReport, ok: boolean): Omit<Outcome, 'text'> {
  const specsOf = (suite: PlaywrightSuite): PlaywrightSuite['specs'] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(specsOf),
  ];
  const failed = report.stats.unexpected + report.stats.flaky;
  return {
    passed: report.stats.expected,
    failed: !ok && failed === 0 ? 1 : failed,
    skipped: report.suites
      .flatMap(specsOf)
      .filter((spec) => spec.tests.some(({ status }) => status === 'skipped'))
      .map(({ title }) => title),
  };
}

/** Suites whose tests do not all run the same way. */
const projectsOf: Readonly<Record<string, readonly string[]>> = {
  unit: ['unit', 'unit-apart'],
  ui: ['ui', 'ui-apart'],
  host: ['host', 'host-alone'],
  e2e: ['e2e', 'e2e-alone'],
};

/** Runs the tests of a folder with vitest, on this Node. */
export function runVitest(suite: string): Promise<Outcome> {
  return withReport(async (file) => {
    const projects = (projectsOf[suite] ?? [suite]).map((name) => `--project=${name}`);
    const args = ['run', ...projects, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const { ok, text } = await runTool('vitest', args);
    const report = readReport<VitestReport>(file);
    if (report === undefined) return { passed: 0, failed: 1, skipped: [], text };
    return { ...readVitest(report, ok), text, slowest: slowestFiles(report) };
  });
}

/** Runs the specifications of tests/e2e with Playwright's own runner. */
export function runPlaywright(): Promise<Outcome> {
  return withReport(async (file) => {
    const { ok, text } = await runTool('@playwright/test', ['test', '--reporter=line,json'], {
      program: 'playwright',
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    });
    const report = readReport<PlaywrightReport>(file);
    return report === undefined ? { passed: 0, failed: 1, skipped: [], text } : { ...readPlaywright(report, ok), text };
  });
}

/** Two runs as one. */
export function together(one: Outcome, other: Outcome): Outcome {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: [...one.skipped, ...other.skipped],
    text: `${one.failed > 0 ? one.text : ''}${other.failed > 0 ? other.text : ''}`,
    slowest: [...(one.slowest ?? []), ...(other.slowest ?? [])],
  };
}
