import { chmodSync, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { DomainError } from '#shared/kernel/errors.ts';
import { checkTail } from './repositories/log-check.ts';

/** The newest events that are looked at whenever an office is opened; the whole log is for the command `verify`. */
const TAIL = 200;

/** How the file of an office was left: `fallen` when its last process did not close it. */
export type Left = 'closed' | 'fallen';

/** How the file was left. To be asked before it is opened: opening it takes the traces away. */
export function howLeft(file: string): Left {
  const log = `${file}-wal`;
  return existsSync(log) && statSync(log).size > 0 ? 'fallen' : 'closed';
}

/**
 * Looks at an open file: the newest events follow each other, and after a fall no page is damaged and no index differs from
 * its table (a log that belongs to another moment of the file would show there). Every page that is read later proves
 * itself by its own seal. Throws DATABASE_DAMAGED, LOG_BROKEN.
 */
export function checkCondition(client: Database.Database, left: Left): void {
  if (left === 'fallen' && client.pragma('integrity_check(1)', { simple: true }) !== 'ok')
    throw new DomainError('DATABASE_DAMAGED');
  checkTail(client, TAIL);
}

/** Kinds of file systems on which locks are not kept and a flush is not one. */
const networkKinds = /^(nfs\d?|cifs|smb\d?|smbfs|afs|ceph|glusterfs|fuse\.(sshfs|glusterfs|s3fs|rclone|davfs.*))$/;

/**
 * Throws OFFICE_ON_NETWORK for a folder on a file system of the network, as far as the system says so: Linux by its mounts,
 * Windows by a path that begins with a server's name.
 */
export function checkPlace(folder: string): void {
  const kind = kindOfPlace(folder, mounts());
  if (kind !== undefined) throw new DomainError('OFFICE_ON_NETWORK', { kind });
}

/** What the system says of its mounts; empty where it says nothing. */
function mounts(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    return '';
  }
}

/** The kind of the network file system that a folder lies on; undefined for a disk of this PC. */
export function kindOfPlace(folder: string, mountinfo: string): string | undefined {
  if (/^\\\\[^?.]/.test(folder)) return 'SMB';
  const real = existsSync(folder) ? realpathSync(folder) : path.resolve(folder);
  let found: { readonly at: string; readonly kind: string } | undefined;
  for (const line of mountinfo.split('\n')) {
    const [mounted, source = ''] = line.split(' - ');
    const at = mounted?.split(' ')[4]?.replaceAll('\\040', ' ');
    if (at === undefined) continue;
    const within = real === at || real.startsWith(at.endsWith('/') ? at : `${at}/`);
    // The last mount at a place hides those before it.
    if (within && at.length >= (found?.at.length ?? 0)) found = { at, kind: source.split(' ')[0] ?? '' };
  }
  return found !== undefined && networkKinds.test(found.kind) ? found.kind : undefined;
}

/** Makes a file this user's alone, where the system knows of users. Throws DATABASE_UNSAFE where that does not hold. */
export function keepPrivate(file: string): void {
  if (process.platform === 'win32') return;
  if ((statSync(file).mode & 0o777) !== 0o600) chmodSync(file, 0o600);
  if ((statSync(file).mode & 0o077) !== 0) throw new DomainError('DATABASE_UNSAFE', { pragma: 'file mode' });
}
