import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { backups as backupsApi } from '#shared/api/backups.ts';
import type { Snapshot } from '#shared/domain/backups/snapshot-page.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type Handlers, prepared } from '../kernel/handlers.ts';
import type { Backups } from './backups.ts';

/** What the handlers need. */
export type BackupPorts = {
  readonly backups: Backups;
  /** The office's own folder. */
  readonly folder: string;
};

/** A look at a place that hangs is not waited for longer than this, ms: what was seen last is told. */
const LOOK_MS = 2_000;

/** Handlers of the backups. */
export function backupsHandlers({ backups, folder }: BackupPorts): Handlers<typeof backupsApi> {
  const free = (): void => {
    const { able, place } = backups.state();
    if (!able || place === null) throw new DomainError('BACKUP_NO_PLACE');
    if (backups.isBusy()) throw new DomainError('BACKUP_RUNNING');
  };
  return {
    state: async ({ now }) => {
      await within(backups.look(), LOOK_MS);
      const { able, place, look, newest, nextAt, failure, running, seq } = backups.state();
      return {
        able,
        place: place === null ? null : { folder: place },
        found: look && {
          ...{ sameDisk: look.sameDisk, freeBytes: look.freeBytes, sizeBytes: look.sizeBytes },
          snapshots: look.snapshots.map(told),
          broken: look.broken.map(told),
          pruned: [...look.pruned],
        },
        newest: newest && told(newest),
        actsSince: Math.max(0, seq - (newest?.seq ?? 0)),
        nextAt,
        due: nextAt !== null && nextAt <= now,
        alarm: backups.alarm(),
        failure,
        running,
        migrations: await migrationsIn(path.join(folder, 'backups')),
      };
    },
    alarm: () => ({ alarm: backups.alarm() }),
    begin: ({ afterCommit }) => {
      free();
      // How it ends is told by the state.
      afterCommit(() => void backups.now('asked').catch(() => undefined));
      return {};
    },
    stop: ({ afterCommit }) => {
      afterCommit(() => backups.stop());
      return {};
    },
    check: prepared({
      prepare: async (_context: unknown, { stamp }: { readonly stamp: string }) => {
        free();
        return await backups.check(stamp);
      },
      run: (_context: unknown, _input, { verifiedAt }) => ({ verifiedAt }),
    }),
  };
}

function told({ stamp, at, reason, sizeBytes, events, verifiedAt, tookMs, files }: Snapshot) {
  return { stamp, at, reason, sizeBytes, events, verifiedAt, tookMs, files };
}

async function within(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

/** The copies that were made before an update of the database, the newest first. */
async function migrationsIn(folder: string) {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const [, version] = /^before-migration-(\d+)-\d+\.db$/.exec(name) ?? [];
      const file = version === undefined ? undefined : await stat(path.join(folder, name)).catch(() => undefined);
      return file === undefined
        ? []
        : [{ name, version: Number(version), at: Math.round(file.mtimeMs), sizeBytes: file.size }];
    }),
  );
  return found.flat().toSorted((one, other) => other.at - one.at);
}
