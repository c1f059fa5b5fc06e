import { describe, expect, it } from 'vitest';
import type { HealthFigures } from '#shared/domain/health/figures.ts';
import { findingCodes, healthLimits, judgeHealth } from '#shared/domain/health/judge.ts';

const GB = 1024 ** 3;
const MB = 1024 ** 2;
const DAY = 86_400_000;
const now = 1_795_399_200_000;

/** An office that is well. */
const well: HealthFigures = {
  at: now,
  openedAt: now - DAY,
  disk: { freeBytes: 200 * GB, sizeBytes: 500 * GB },
  database: { sizeBytes: 300 * MB, walBytes: 4 * MB, events: 52_000 },
  blobs: { count: 900, sizeBytes: 200 * MB },
  backup: { at: now - 3_600_000, sizeBytes: 300 * MB },
  backupAlarm: null,
  keySince: null,
  procedures: [],
  loop: { meanMs: 0.4, p99Ms: 12, longestMs: 80 },
  terminals: [],
  papers: { making: 1, left: 0 },
  logAlarms: [],
  longAct: null,
  memory: { usedBytes: 300 * MB, freeBytes: 4 * GB, sizeBytes: 8 * GB },
  versions: { program: '0.1.0', schema: 13, sqlite: '3.50.0', node: '24.0.0', electron: null, system: 'Linux 6 x64' },
};

const slow = (calls: number, meanMs: number, direct = true) => ({
  path: 'units.board',
  ...{ calls, meanMs, direct },
  p95Ms: meanMs,
  longestMs: meanMs,
  longestAt: now,
});
const terminal = (unsentBytes: number) => ({
  ...{ id: 1, name: '前台', address: '192.168.1.20', program: '0.1.0', windows: 1, since: now, unsentBytes },
});

const cases: [string, Partial<HealthFigures>, string[]][] = [
  ['an office that is well', {}, []],
  ['a disk that does not tell', { disk: null }, []],
  ['5 GB free', { disk: { freeBytes: 5 * GB, sizeBytes: 500 * GB } }, []],
  ['less than 5 GB free', { disk: { freeBytes: 5 * GB - 1, sizeBytes: 500 * GB } }, ['DISK_LOW watch']],
  [
    'room for less than three databases',
    {
      disk: { freeBytes: 29 * GB, sizeBytes: 500 * GB },
      database: { sizeBytes: 10 * GB, walBytes: 0, events: 9 },
    },
    ['DISK_LOW watch'],
  ],
  ['less than 1 GB free', { disk: { freeBytes: GB - 1, sizeBytes: 500 * GB } }, ['DISK_FULL_SOON act']],
  ['no place for backups', { backup: null, backupAlarm: { kind: 'noPlace', level: 'act' } }, ['BACKUP_MISSING act']],
  ['a backup that failed once', { backupAlarm: { kind: 'failed', level: 'watch' } }, ['BACKUP_FAILS watch']],
  ['a backup that is old', { backupAlarm: { kind: 'old', level: 'act' } }, ['BACKUP_OLD act']],
  [
    'no place for those of an empty office',
    { backupAlarm: { kind: 'noPlace', level: 'act' }, database: { sizeBytes: 1, walBytes: 1, events: 0 } },
    [],
  ],
  ['a paper that was left', { papers: { making: 0, left: 2 } }, ['PAPERS_LEFT watch']],
  ['a procedure of 40 ms', { procedures: [slow(20, 40)] }, []],
  ['a procedure over 40 ms', { procedures: [slow(20, 40.1)] }, ['PROCEDURE_SLOW watch']],
  ['one that was hardly called', { procedures: [slow(19, 400)] }, []],
  ['one that waits beside', { procedures: [slow(500, 400, false)] }, []],
  [
    'a log that is not the one a terminal was told of',
    { logAlarms: [{ place: '前台', seq: 90, at: now }] },
    ['LOG_CUT act'],
  ],
  ['a terminal that is behind', { terminals: [terminal(MB + 1), terminal(MB)] }, ['TERMINAL_BEHIND watch']],
  ['a thread that comes late', { loop: { meanMs: 3, p99Ms: 201, longestMs: 900 } }, ['LOOP_LATE watch']],
  ['a journal that grows', { database: { sizeBytes: GB, walBytes: 257 * MB, events: 9 } }, ['WAL_LARGE watch']],
  ['little memory', { memory: { usedBytes: GB, freeBytes: 299 * MB, sizeBytes: 4 * GB } }, ['MEMORY_LOW watch']],
];

describe('The health of an office', () => {
  it.each(cases)('is judged: %s', (_name, change, expected) => {
    expect(judgeHealth({ ...well, ...change }).map(({ code, level }) => `${code} ${level}`)).toEqual(expected);
  });

  it('tells what is to be done today before what is to be watched', () => {
    const figures = {
      ...well,
      backupAlarm: { kind: 'old', level: 'act' } as const,
      disk: { freeBytes: 2 * GB, sizeBytes: GB },
    };
    expect(judgeHealth(figures).map(({ code }) => code)).toEqual(['BACKUP_OLD', 'DISK_LOW']);
  });

  it('says with figures what is wrong', () => {
    const [low] = judgeHealth({ ...well, disk: { freeBytes: 4 * GB, sizeBytes: GB } });
    expect(low?.params).toEqual({ freeBytes: 4 * GB, neededBytes: healthLimits.diskBytes });
    const [many] = judgeHealth({ ...well, procedures: [slow(30, 50), { ...slow(30, 99.6), path: 'search.find' }] });
    expect(many?.params).toEqual({ count: 2, procedure: 'search.find', ms: 100 });
  });

  it('knows no judgement that never comes', () => {
    const told = new Set(cases.flatMap(([, , expected]) => expected.map((each) => each.split(' ')[0])));
    expect(findingCodes.filter((code) => !told.has(code))).toEqual([]);
  });
});
