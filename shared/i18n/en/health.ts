import type { Translation } from '../translation.ts';
import type { health as zh } from '../zh-CN/health.ts';

/** Words of the office's health. */
export const health = {
  title: 'Health',
  running: 'Running for {{time}}',
  asOf: 'as of {{time}}',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  hours_one: '{{count}} hour',
  hours_other: '{{count}} hours',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
  well: 'All is well',
  watch_one: '{{count}} thing to watch',
  watch_other: '{{count}} things to watch',
  act_one: '{{count}} thing to do',
  act_other: '{{count}} things to do',
  move: 'Move the host',
  copy: 'Copy the report',
  copied: 'Copied. Nothing of a customer is in it; it may go to support.',
  copyFailed: 'It was not copied. Press once more.',
  findings: 'To watch',
  nothing: 'Nothing needs to be done.',
  levels: { act: 'Today', watch: 'Watch' },
  codes: {
    LOG_CUT:
      '“{{name}}” remembers the log up to entry {{seq}}, and the host has another one: it may have been cut, changed, or replaced by an old file. Stop entering and look into it under “Event log”.',
    DISK_FULL_SOON:
      'Only {{freeBytes}} of the disk are left; soon nothing can be saved. Make room now, or move the office to a larger disk.',
    DISK_LOW:
      '{{freeBytes}} of the disk are left, less than the {{neededBytes}} it takes (upgrades and moving make a copy first). Clear the disk up.',
    BACKUP_OLD:
      'The newest verified copy is {{days}} days old. Close the program and copy the whole folder of the office to another disk.',
    BACKUP_MISSING:
      'There is no verified copy in the office’s folder; copies made elsewhere are not seen here. Copy the whole folder to another disk regularly.',
    BACKUP_DUE:
      'The newest verified copy is {{days}} days old. After work, copy the whole folder of the office to another disk.',
    PAPERS_LEFT:
      'Papers that took their number and were not finished: {{count}}. Open them and make them again, or void them.',
    TERMINAL_BEHIND:
      'The terminal “{{name}}” has not taken in {{unsentBytes}} yet. Look at its cable or wireless signal.',
    PROCEDURE_SLOW:
      'Procedures with a mean over 40 ms: {{count}}; the slowest is {{procedure}} with {{ms}} ms. If it stays so, send the report to support.',
    LOOP_LATE:
      'The host pauses for {{ms}} ms and more now and then. Close other programs on it that keep the processor busy.',
    WAL_LARGE:
      'The write-ahead log has grown to {{walBytes}}. Reopening the program in a quiet hour takes it back; if it returns, send the report to support.',
    MEMORY_LOW: 'Only {{freeBytes}} of the host’s memory are free. Close other programs on it.',
  },
  sections: {
    storage: 'Storage',
    work: 'At work',
    versions: 'Versions',
    terminals: 'Terminals',
    procedures: 'Time per procedure',
  },
  figures: {
    disk: 'Disk left',
    diskOf: '{{freeBytes}} of {{sizeBytes}}',
    unknown: 'not told by the system',
    database: 'Database',
    wal: 'Write-ahead log',
    blobs: 'Papers and files',
    blobsOf_one: '{{count}} file, {{sizeBytes}}',
    blobsOf_other: '{{count}} files, {{sizeBytes}}',
    backup: 'Newest copy',
    backupOf: '{{madeAt}}, {{sizeBytes}}',
    noBackup: 'none',
    events: 'Event log',
    eventsOf_one: '{{count}} entry',
    eventsOf_other: '{{count}} entries',
    loop: 'Response delay',
    loopOf: 'mean {{mean}}, 99 % within {{p99}}, longest {{longest}} ms',
    papers: 'Papers',
    papersOf: '{{making}} being made, {{left}} unfinished',
    longAct: 'Long act',
    longActOf: '{{procedure}} {{percent}} %',
    stopping: '{{procedure}} is going back',
    noLongAct: 'none',
    memory: 'Memory',
    memoryOf: 'program {{usedBytes}}, free {{freeBytes}} of {{sizeBytes}}',
    program: 'Program',
    schema: 'Database version',
    sqlite: 'SQLite',
    runtime: 'Runtime',
    system: 'System',
    windowless: 'Node {{node}}, no windows',
    windowed: 'Electron {{electron}}, Node {{node}}',
  },
  terminals: {
    name: 'Terminal',
    address: 'Address',
    program: 'Version',
    windows: 'Windows',
    since: 'Connected',
    unsent: 'Not taken in',
    none: 'No terminal is connected',
    noneText: 'Once this PC serves as host, paired terminals stand here while they are connected.',
  },
  procedures: {
    path: 'Procedure',
    calls: 'Calls',
    mean: 'Mean ms',
    p95: '95 % within ms',
    longest: 'Longest ms',
    when: 'Longest at',
    kind: 'Kind',
    direct: 'direct',
    beside: 'beside',
    slow: 'slow',
    since:
      'Since the office was opened; the 95 % of the last 200 calls. What works beside (files, passwords, long acts) keeps nobody waiting.',
  },
} as const satisfies Translation<typeof zh>;
