import { describe, expect, it } from 'vitest';
import { readPlaywright, readVitest, slowestFiles, together } from '#scripts/testing/test-runs.ts';

const test = (fullName: string, status: string) => ({ fullName, status });
const file = (status: string, ...assertionResults: ReturnType<typeof test>[]) => ({
  ...{ name: 'tests/host/a.test.ts', startTime: 0, endTime: 0 },
  ...{ status, assertionResults },
});
const lasting = (name: string, seconds: number) => ({
  ...file('passed'),
  ...{ name: `/somewhere/tests/${name}`, startTime: 5000, endTime: 5000 + seconds * 1000 },
});

describe('what a run of tests comes to', () => {
  it('counts passed and failed, and names what was not run', () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [
        file('passed', test('a', 'passed'), test('b', 'passed')),
        file('failed', test('c', 'failed'), test('d', 'skipped')),
      ],
    };
    expect(readVitest(report, false)).toEqual({ passed: 2, failed: 1, skipped: ['d'] });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 1,
      numFailedTests: 0,
      testResults: [file('passed', test('a', 'passed')), file('failed')],
    };
    expect(readVitest(report, false)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('never passes a run that ended badly', () => {
    expect(readVitest({ numPassedTests: 5, numFailedTests: 0, testResults: [] }, false).failed).toBe(1);
    expect(readPlaywright({ suites: [], stats: { expected: 5, unexpected: 0, flaky: 0 } }, false).failed).toBe(1);
  });

  it('takes a test that passed at its second try for a failed one', () => {
    const suites = [{ specs: [], suites: [{ specs: [{ title: 'printing', tests: [{ status: 'skipped' }] }] }] }];
    expect(readPlaywright({ suites, stats: { expected: 3, unexpected: 0, flaky: 1 } }, true)).toEqual({
      passed: 3,
      failed: 1,
      skipped: ['printing'],
    });
  });

  it('adds two runs and shows the words of those that failed', () => {
    const good = { passed: 2, failed: 0, skipped: [], text: 'fine' };
    const bad = { passed: 1, failed: 1, skipped: ['x'], text: 'broken' };
    expect(together(good, bad)).toEqual({ passed: 3, failed: 1, skipped: ['x'], text: 'broken', slowest: [] });
  });

  it('names the files that take long, the longest first', () => {
    const testResults = [
      lasting('host/race.test.ts', 20),
      lasting('ui/page.test.tsx', 3),
      lasting('host/leaks.test.ts', 61),
    ];
    expect(slowestFiles({ testResults })).toEqual(['leaks 61 s', 'race 20 s']);
  });
});
