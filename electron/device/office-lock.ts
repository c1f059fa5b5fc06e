import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { DomainError } from '#shared/kernel/errors.ts';
import { readFileIfThere, writeFileAtomic } from './atomic-file.ts';

/** Who holds an office: the process, its PC, when it took the folder (UTC ms), and a token that only it knows. */
const holderSchema = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  bootedAs: z.string(),
  takenAt: z.int(),
  token: z.string(),
});
export type LockHolder = z.infer<typeof holderSchema>;

export type LockPorts = {
  readonly pid: number;
  readonly host: string;
  /** UTC ms. */
  readonly now: () => number;
  readonly token: () => string;
  /** Tells a process from a later one with the same number (start time); undefined when there is no such process. */
  readonly processIdentity: (pid: number) => string | undefined;
};

export type OfficeLock = { readonly release: () => void };

/** The holder refreshes its file this often (ms); on a shared folder another PC knows it only by that. */
const beat = 10_000;
/** A holder on another PC that was silent this long (ms) is gone. */
const silence = 60_000;
/** The guard of the taking is held for microseconds; one older than this (ms) belonged to a process that died. */
const guardAge = 10_000;

/**
 * Takes an office for this process until `release`. Throws `OFFICE_IN_USE` with the PC and number of the process that
 * has it. A lock left by a killed process never blocks: its process no longer runs, or (on another PC) it fell silent.
 */
export function lockOffice(file: string, ports: LockPorts): OfficeLock {
  const mine: LockHolder = {
    pid: ports.pid,
    host: ports.host,
    bootedAs: ports.processIdentity(ports.pid) ?? '',
    takenAt: ports.now(),
    token: ports.token(),
  };
  underGuard(`${file}.taking`, ports, () => {
    const holder = readHolder(file);
    if (holder !== undefined && isAlive(file, holder, ports))
      throw new DomainError('OFFICE_IN_USE', { host: holder.host, pid: holder.pid });
    writeFileAtomic(file, JSON.stringify(mine));
  });
  const timer = setInterval(() => touch(file, mine, ports), beat);
  timer.unref();
  return {
    release: () => {
      clearInterval(timer);
      if (readHolder(file)?.token === mine.token) rmSync(file, { force: true });
    },
  };
}

/** The holder as the file tells it; undefined when there is none or the file was torn. */
export function readHolder(file: string): LockHolder | undefined {
  const text = readFileIfThere(file);
  if (text === undefined) return undefined;
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function isAlive(file: string, holder: LockHolder, ports: LockPorts): boolean {
  if (holder.host === ports.host) {
    const identity = ports.processIdentity(holder.pid);
    return identity !== undefined && identity === holder.bootedAs;
  }
  return ports.now() - statSync(file).mtimeMs < silence;
}

function touch(file: string, mine: LockHolder, ports: LockPorts): void {
  try {
    const now = ports.now() / 1000;
    if (readHolder(file)?.token === mine.token) utimesSync(file, now, now);
  } catch {
    // A share that is away for a moment: the next beat tries again.
  }
}

/** Two processes that find the same dead lock must not both take it: whoever creates the guard file goes first. */
function underGuard(guard: string, ports: LockPorts, act: () => void): void {
  for (let attempt = 0; ; attempt++) {
    try {
      const handle = openSync(guard, 'wx', 0o600);
      writeSync(handle, `${ports.pid}`);
      closeSync(handle);
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (guardIsOld(guard, ports)) rmSync(guard, { force: true });
      else if (attempt > 200) throw new DomainError('OFFICE_IN_USE', { host: ports.host, pid: guardPid(guard) });
      // Waits 10 ms without leaving: start-up has nothing else to do.
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
  try {
    act();
  } finally {
    rmSync(guard, { force: true });
  }
}

function guardIsOld(guard: string, ports: LockPorts): boolean {
  const found = statSync(guard, { throwIfNoEntry: false });
  return found !== undefined && ports.now() - found.mtimeMs > guardAge;
}

function guardPid(guard: string): number {
  try {
    return Number(readFileSync(guard, 'utf8')) || 0;
  } catch {
    return 0;
  }
}
