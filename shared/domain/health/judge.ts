import type { HealthFigures } from './figures.ts';

/** Where a figure becomes a matter for somebody. */
export const healthLimits = {
  /** Free disk, and how often the database has to fit into it: a copy for a migration, one to move, and room to write. */
  diskBytes: 5 * 1024 ** 3,
  diskDatabases: 3,
  /** Below this the office may not be able to write any more by tonight. */
  diskFullBytes: 1024 ** 3,
  /** The journal is written back all the time; one that grows is held back by somebody who reads for long. */
  walBytes: 256 * 1024 ** 2,
  /** Mean of a procedure, and how often it must have been called for that to mean something. */
  procedureMs: 40,
  procedureCalls: 20,
  /** How late the office's own thread may come, one time in a hundred. */
  loopMs: 200,
  unsentBytes: 1024 ** 2,
  memoryBytes: 300 * 1024 ** 2,
} as const;

/** What can be wrong, the gravest kinds first. */
export const findingCodes = [
  'LOG_CUT',
  'DISK_FULL_SOON',
  'DISK_LOW',
  'BACKUP_OLD',
  'BACKUP_MISSING',
  'BACKUP_FAILS',
  'PAPERS_LEFT',
  'TERMINAL_BEHIND',
  'PROCEDURE_SLOW',
  'LOOP_LATE',
  'WAL_LARGE',
  'MEMORY_LOW',
] as const;

/** See {@link findingCodes}. */
export type FindingCode = (typeof findingCodes)[number];

/** Which of the page's figures a finding is about. */
export type HealthPart = 'disk' | 'backup' | 'papers' | 'terminals' | 'procedures' | 'loop' | 'database' | 'memory';

/** Something that somebody should see to: `act` today, `watch` soon. */
export type Finding = {
  readonly code: FindingCode;
  readonly part: HealthPart;
  readonly level: 'act' | 'watch';
  readonly params: Readonly<Record<string, string | number>>;
};

/** What is wrong with the backups, as a finding. */
const backupCodes = { noPlace: 'BACKUP_MISSING', failed: 'BACKUP_FAILS', old: 'BACKUP_OLD' } as const;

/** What the figures mean, the gravest first; nothing for an office that is well. */
export function judgeHealth(figures: HealthFigures): Finding[] {
  const found = [
    judgeLog(figures),
    judgeDisk(figures),
    judgeBackup(figures),
    judgePapers(figures),
    ...judgeTerminals(figures),
    judgeProcedures(figures),
    judgeLoop(figures),
    judgeJournal(figures),
    judgeMemory(figures),
  ].filter((finding) => finding !== undefined);
  const place = ({ level, code }: Finding) => (level === 'act' ? 0 : 100) + findingCodes.indexOf(code);
  return found.toSorted((one, other) => place(one) - place(other));
}

function judgeLog({ logAlarms }: HealthFigures): Finding | undefined {
  const [newest] = logAlarms;
  if (newest === undefined) return undefined;
  const { place: name, seq } = newest;
  return { code: 'LOG_CUT', part: 'database', level: 'act', params: { name, seq } };
}

function judgeDisk({ disk, database }: HealthFigures): Finding | undefined {
  if (disk === null) return undefined;
  const { freeBytes } = disk;
  const neededBytes = Math.max(healthLimits.diskBytes, database.sizeBytes * healthLimits.diskDatabases);
  if (freeBytes < healthLimits.diskFullBytes)
    return { code: 'DISK_FULL_SOON', part: 'disk', level: 'act', params: { freeBytes } };
  if (freeBytes < neededBytes)
    return { code: 'DISK_LOW', part: 'disk', level: 'watch', params: { freeBytes, neededBytes } };
  return undefined;
}

function judgeBackup({ backupAlarm, database }: HealthFigures): Finding | undefined {
  // An office that has nothing in it has nothing to lose.
  if (backupAlarm === null || database.events === 0) return undefined;
  return { code: backupCodes[backupAlarm.kind], part: 'backup', level: backupAlarm.level, params: {} };
}

function judgePapers({ papers }: HealthFigures): Finding | undefined {
  if (papers.left === 0) return undefined;
  return { code: 'PAPERS_LEFT', part: 'papers', level: 'watch', params: { count: papers.left } };
}

function judgeTerminals({ terminals }: HealthFigures): Finding[] {
  return terminals
    .filter(({ unsentBytes }) => unsentBytes > healthLimits.unsentBytes)
    .map(({ name, unsentBytes }) => ({
      code: 'TERMINAL_BEHIND',
      part: 'terminals',
      level: 'watch',
      params: { name, unsentBytes },
    }));
}

/** True for a procedure that makes others wait for longer than it should. */
export function isSlow({ direct, calls, meanMs }: HealthFigures['procedures'][number]): boolean {
  return direct && calls >= healthLimits.procedureCalls && meanMs > healthLimits.procedureMs;
}

function judgeProcedures({ procedures }: HealthFigures): Finding | undefined {
  const slow = procedures.filter(isSlow).toSorted((one, other) => other.meanMs - one.meanMs);
  const [worst] = slow;
  if (worst === undefined) return undefined;
  const params = { count: slow.length, procedure: worst.path, ms: Math.round(worst.meanMs) };
  return { code: 'PROCEDURE_SLOW', part: 'procedures', level: 'watch', params };
}

function judgeLoop({ loop }: HealthFigures): Finding | undefined {
  if (loop.p99Ms <= healthLimits.loopMs) return undefined;
  return { code: 'LOOP_LATE', part: 'loop', level: 'watch', params: { ms: Math.round(loop.p99Ms) } };
}

function judgeJournal({ database }: HealthFigures): Finding | undefined {
  if (database.walBytes <= healthLimits.walBytes) return undefined;
  return { code: 'WAL_LARGE', part: 'database', level: 'watch', params: { walBytes: database.walBytes } };
}

function judgeMemory({ memory }: HealthFigures): Finding | undefined {
  if (memory.freeBytes >= healthLimits.memoryBytes) return undefined;
  return { code: 'MEMORY_LOW', part: 'memory', level: 'watch', params: { freeBytes: memory.freeBytes } };
}
