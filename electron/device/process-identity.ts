import { readFileSync } from 'node:fs';

/**
 * Tells a running process from a later one that got the same number; undefined when no process has it. Linux gives the
 * boot and the tick it started at; elsewhere that it runs is all that is known without a helper program.
 */
export function processIdentity(pid: number): string | undefined {
  if (!isRunning(pid)) return undefined;
  if (process.platform !== 'linux') return 'running';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22; counted after the name, which stands in brackets and may hold spaces.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${started}`;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process: it runs, we may not touch it.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
