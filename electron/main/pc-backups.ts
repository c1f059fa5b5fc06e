import path from 'node:path';
import type { Backups } from '#electron/server/backups/backups.ts';
import { DomainError } from '#shared/kernel/errors.ts';

export type BackupsPorts = {
  /** Of the office that is open on this PC. */
  readonly office: () => { readonly folder: string; readonly backups: Backups } | undefined;
};

/** The place of the backups, as this PC chooses it. */
export type PcBackups = ReturnType<typeof pcBackupsOf>;

/** See {@link PcBackups}. */
export function pcBackupsOf({ office }: BackupsPorts) {
  const opened = () => {
    const found = office();
    if (found === undefined) throw new DomainError('OFFICE_NOT_OPEN');
    return found;
  };
  return {
    place: (): string | null => office()?.backups.state().place ?? null,
    /** Gives the office a place and makes the first backup there. Rejects with what is wrong with it. */
    give: async (folder: string): Promise<string> => {
      const { backups, folder: own } = opened();
      const inside = path.relative(own, folder);
      if (inside === '' || (!inside.startsWith('..') && !path.isAbsolute(inside)))
        throw new DomainError('BACKUP_PLACE_INSIDE', { folder });
      await backups.give(folder);
      // How it ends is told on the page.
      void backups.now('asked').catch(() => undefined);
      return folder;
    },
  };
}
