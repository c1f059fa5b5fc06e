import { arch, freemem, release, totalmem, type } from 'node:os';
import type { OpenDatabase } from '#db/connection.ts';
import { schemaVersion } from '#db/migrate.ts';
import { unsealedDocuments } from '#db/repositories/documents.ts';
import { headOf } from '#db/repositories/events.ts';
import { openLogAlarms } from '#db/repositories/log-alarms.ts';
import type { health } from '#shared/api/health.ts';
import type { HealthFigures, PresentTerminal } from '#shared/domain/health/figures.ts';
import { judgeHealth } from '#shared/domain/health/judge.ts';
import type { Backups } from '../backups/backups.ts';
import type { Press } from '../documents/press.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { LiveHub } from '../kernel/live.ts';
import type { ProcedureTimes } from '../kernel/procedure-times.ts';
import { keySince } from '../key-changes/procedures.ts';
import { folderFigures } from './folder-figures.ts';
import type { LoopWatch } from './loop-watch.ts';

/** Where the figures come from. */
export type HealthPorts = {
  readonly folder: string;
  readonly database: OpenDatabase;
  readonly live: LiveHub;
  readonly press: Press;
  readonly times: ProcedureTimes;
  readonly loop: LoopWatch;
  readonly backups: Pick<Backups, 'state' | 'alarm'>;
  /** Who is connected over the network. */
  readonly terminals: () => readonly PresentTerminal[];
  /** When the office was opened, UTC ms. */
  readonly openedAt: number;
  /** Version of the program; null where a script opened the office. */
  readonly version: string | null;
};

/** Handlers of the office's health. */
export function healthHandlers(ports: HealthPorts): Handlers<typeof health> {
  const { client } = ports.database;
  const figuresOfFolder = folderFigures(ports.folder);
  return {
    report: async ({ db, now }) => {
      const { disk, sizeBytes, walBytes, blobs } = await figuresOfFolder(now);
      const making = ports.press.making();
      const figures: HealthFigures = {
        at: now,
        openedAt: ports.openedAt,
        disk,
        database: { sizeBytes, walBytes, events: headOf(client).seq },
        blobs,
        ...backupFigures(ports.backups),
        keySince: keySince(db),
        procedures: ports.times.read(),
        loop: ports.loop.read(),
        terminals: [...ports.terminals()],
        papers: { making: making.size, left: unsealedDocuments(db).filter(({ id }) => !making.has(id)).length },
        logAlarms: openLogAlarms(client).map(({ place, seq, at }) => ({ place, seq, at })),
        longAct: longActOf(ports.live),
        memory: { usedBytes: process.memoryUsage.rss(), freeBytes: freemem(), sizeBytes: totalmem() },
        versions: {
          program: ports.version,
          schema: schemaVersion(client),
          sqlite: String(client.prepare('select sqlite_version()').pluck().get()),
          node: process.versions.node,
          electron: process.versions.electron ?? null,
          system: `${type()} ${release()} ${arch()}`,
        },
      };
      return { ...figures, findings: judgeHealth(figures) };
    },
  };
}

function backupFigures(backups: HealthPorts['backups']): Pick<HealthFigures, 'backup' | 'backupAlarm'> {
  const { newest } = backups.state();
  const alarm = backups.alarm();
  return {
    backup: newest && { at: newest.at, sizeBytes: newest.sizeBytes },
    backupAlarm: alarm && { kind: alarm.kind, level: alarm.level },
  };
}

function longActOf(live: LiveHub): HealthFigures['longAct'] {
  const running = live.longAct();
  if (running === null) return null;
  const { procedure, step, percent, stopping } = running;
  return { procedure, step, percent, stopping };
}
