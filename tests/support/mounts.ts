import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Disks that a test makes, fills, pulls out and writes-protects. That takes the right to mount: Linux, as root. */
export const mountsWork: boolean = (() => {
  if (process.platform !== 'linux') return false;
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-mount-'));
  const worked = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  if (worked) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return worked;
})();

function run(...[program = '', ...args]: string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
}

/** A disk of its own, of so many MB, that is gone with its test. */
export function smallDisk(megabytes: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-disk-'));
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

/** How a folder is plugged in at a mount point, pulled out, and locked against writing, as programs to run. */
export const plugging = {
  in: (stick: string, place: string): void => {
    run('mount', '--bind', stick, place);
    onTestFinished(() => void spawnSync('umount', ['-l', place]));
  },
  out: (place: string) => ['umount', '-l', place],
  lock: (place: string) => ['mount', '-o', 'remount,bind,ro', place],
  unlock: (place: string): void => run('mount', '-o', 'remount,bind,rw', place),
} as const;
