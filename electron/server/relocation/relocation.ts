import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { partSuffix } from '#db/backup.ts';
import { type CopyOrder, databaseName } from '#db/office-copy.ts';
import type { RelocationProgress, RelocationTotals } from '#shared/domain/relocation/steps.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Press } from '../documents/press.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { LiveHub } from '../kernel/live.ts';
import type { Clock } from '../kernel/ports.ts';
import { workerThread } from '../kernel/worker-thread.ts';

/** The copy of an office that nobody works in any more: it is either made good, or the office goes on. */
export type Copied = {
  readonly totals: RelocationTotals;
  /** The office is elsewhere now: whoever still waits here is told so. */
  readonly settle: () => void;
  /** It goes on here, and the copy is something else's: a rehearsal's. */
  readonly goOn: () => void;
  /** It stays: acts are taken again and the copy goes. */
  readonly giveUp: () => void;
};

/** How an office moves to another place. */
export type Relocation = {
  /**
   * Takes no further acts, finishes the papers that are being made, and writes a verified copy of everything but the
   * folder's page into an empty folder. Throws RELOCATION_TARGET, ACT_BEFORE, what copying throws and, once the signal
   * aborts, its reason; the office then goes on as before, and nothing is left there.
   */
  copy(target: string, tell: (progress: RelocationProgress) => void, signal?: AbortSignal): Promise<Copied>;
};

/** Copying more than this takes hours; something hangs. */
const TIMEOUT_MS = 12 * 60 * 60_000;
/** How often the growing copy of the database is looked at, ms: while it is written its thread says nothing. */
const LOOK_MS = 250;

/** The way of one office to another place. */
export function officeRelocation(options: {
  /** The module of the thread that copies: its path in a build, `electron/workers/move-office.ts` in plain Node. */
  readonly worker: string | URL;
  readonly order: Omit<CopyOrder, 'target' | 'at'>;
  readonly clock: Clock;
  readonly corridor: Pick<Corridor, 'seize'>;
  readonly live: LiveHub;
  readonly press: Press;
  readonly log: (line: string) => void;
}): Relocation {
  const { worker, order, clock, corridor, live, press, log } = options;

  async function copyTo(
    target: string,
    tell: (progress: RelocationProgress) => void,
    signal: AbortSignal | undefined,
  ): Promise<RelocationTotals> {
    const thread = workerThread<CopyOrder, RelocationTotals, RelocationProgress>({
      worker,
      name: 'moving',
      timeoutMs: TIMEOUT_MS,
      refusals: { timeout: 'BACKUP_FAILED', failed: 'BACKUP_FAILED' },
      log,
    });
    let ending: Promise<void> | undefined;
    const end = () => {
      ending ??= thread.close();
      return ending;
    };
    const stop = () => void end();
    signal?.addEventListener('abort', stop, { once: true });
    let writing = false;
    const heard = (progress: RelocationProgress) => {
      writing = progress.step === 'database';
      tell(progress);
    };
    const looking = setInterval(() => {
      if (writing) tell({ step: 'database', percent: writtenOf(order.folder, target) });
    }, LOOK_MS);
    try {
      return await thread.send({ ...order, target, at: clock() }, [], heard);
    } finally {
      clearInterval(looking);
      signal?.removeEventListener('abort', stop);
      // It may still have a file open there.
      await end();
    }
  }

  return {
    copy: async (target, tell, signal) => {
      const longAct = live.longAct();
      if (longAct !== null) throw new DomainError('ACT_BEFORE', { percent: longAct.percent });
      const emptied = emptyFolder(order.folder, target);
      const hold = await corridor.seize(new DomainError('OFFICE_MOVED'), async () => {
        tell({ step: 'papers', percent: 0 });
        await press.idle();
      });
      const giveUp = () => {
        emptied();
        hold.release();
      };
      try {
        signal?.throwIfAborted();
        return { totals: await copyTo(target, tell, signal), settle: hold.abandon, goOn: hold.release, giveUp };
      } catch (error) {
        giveUp();
        signal?.throwIfAborted();
        throw error;
      }
    },
  };
}

/** How much of the database is written, in per cent: a copy is about as large as its source and never quite the same. */
function writtenOf(folder: string, target: string): number {
  const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const source = path.join(folder, databaseName);
  const whole = sizeOf(source) + sizeOf(`${source}-wal`);
  const written = sizeOf(`${path.join(target, databaseName)}${partSuffix}`);
  return whole === 0 ? 0 : Math.min(99, Math.floor((written / whole) * 100));
}

/** Makes sure of an empty folder outside of the office; the answer empties it again. Throws RELOCATION_TARGET. */
function emptyFolder(office: string, target: string): () => void {
  const inside = path.relative(office, target);
  if (inside === '' || (!inside.startsWith('..') && !path.isAbsolute(inside)))
    throw new DomainError('RELOCATION_TARGET', { folder: target });
  mkdirSync(target, { recursive: true, mode: 0o700 });
  if (readdirSync(target).length > 0) throw new DomainError('RELOCATION_TARGET', { folder: target });
  return () => {
    for (const name of readdirSync(target)) rmSync(path.join(target, name), { recursive: true, force: true });
  };
}
