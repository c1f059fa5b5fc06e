import { describe, expect, it } from 'vitest';
import { type HealthReport, reportText } from '#renderer/features/health/report-text.ts';
import { formatBytes, formatParameter } from '#renderer/lib/format.ts';

const at = 1_795_399_200_000;
const report: HealthReport = {
  ...{ at, openedAt: at - 3_600_000 },
  disk: { freeBytes: 80 * 1024 ** 3, sizeBytes: 252 * 1024 ** 3 },
  database: { sizeBytes: 15_518_924, walBytes: 4_194_304, events: 3897 },
  blobs: { count: 25, sizeBytes: 78_541 },
  backup: null,
  backupAlarm: null,
  keySince: null,
  procedures: [
    { path: 'tasks.today', calls: 223, meanMs: 47.7, p95Ms: 123.3, longestMs: 179.7, longestAt: at, direct: true },
  ],
  loop: { meanMs: 1.2, p99Ms: 20, longestMs: 430 },
  terminals: [
    { id: 7, name: '前台王丽', address: '192.168.1.20', program: '0.1.0', windows: 2, since: at, unsentBytes: 2048 },
  ],
  papers: { making: 1, left: 2 },
  logAlarms: [],
  longAct: null,
  memory: { usedBytes: 1, freeBytes: 2, sizeBytes: 3 },
  versions: { program: '0.1.0', schema: 13, sqlite: '3.53.4', node: '24.1.0', electron: null, system: 'Linux 6 x64' },
  findings: [{ code: 'TERMINAL_BEHIND', part: 'terminals', level: 'watch', params: { name: '前台王丽' } }],
};

describe('the report of an office’s health as text', () => {
  it('says what support asks for', () => {
    const text = reportText(report);
    for (const each of [
      'Zhiye Desk 0.1.0',
      '14.8\u00a0MB',
      '3897 events',
      'watch TERMINAL_BEHIND',
      'tasks.today',
      '47.7 ms',
    ])
      expect(text).toContain(each);
  });

  it('names no terminal and no address: these are the office’s own', () => {
    expect(reportText(report)).toContain('7  program 0.1.0  windows 2  unsent 2\u00a0KB');
    expect(reportText(report)).not.toMatch(/王丽|192\.168/);
  });
});

describe('a size', () => {
  // Figure and unit stay in one line.
  it.each([
    [0, '0\u00a0B'],
    [1023, '1,023\u00a0B'],
    [1024, '1\u00a0KB'],
    [78_541, '76.7\u00a0KB'],
    [5 * 1024 ** 3, '5\u00a0GB'],
    [300 * 1024 ** 4, '300\u00a0TB'],
  ])('of %i is written %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
    expect(formatParameter('freeBytes', bytes, 'en')).toBe(text);
  });
});
