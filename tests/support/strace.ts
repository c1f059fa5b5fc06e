import { spawnSync } from 'node:child_process';

/** True where system calls can be watched and made to fail; elsewhere the proofs that need it say that they did not run. */
export const straceWorks: boolean =
  spawnSync('strace', ['-o', '/dev/null', '-e', 'trace=none', 'true'], { stdio: 'ignore' }).status === 0;

/** Starts a program that is killed at its n-th write to a file at a place: in the middle of a commit, as a rule. */
export function killedAtWrite(write: number): readonly string[] {
  return straced(['-e', 'trace=pwrite64', '-e', `inject=pwrite64:signal=SIGKILL:when=${write}`, '-o', '/dev/null']);
}

/** Starts a program under strace; only its main thread is watched, which is the one that writes the office's file. */
export function straced(options: readonly string[]): readonly string[] {
  return ['strace', '-q', ...options, '--'];
}
