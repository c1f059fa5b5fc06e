import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { CopyOrder } from '#db/office-copy.ts';
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
  /** It stays: acts are taken again and the copy goes. */
  readonly giveUp: () => void;
};

/** How an office moves to another place. */
export type Relocation = {
  /**
   * Takes no further acts, finishes the papers that are being made, and writes a verified copy of everything but the
   * folder's page into an empty folder. Throws RELOCATION_TARGET, ACT_BEFORE, and what copying throws; the office then
   * goes on as before.
   */
  copy(target: string, tell: (progress: RelocationProgress) => void): Promise<Copied>;
};

/** Copying more than this takes hours; something hangs. */
const TIMEOUT_MS = 12 * 60 * 60_000;

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

  function copyTo(target: string, tell: (progress: RelocationProgress) => void): Promise<RelocationTotals> {
    const thread = workerThread<CopyOrder, RelocationTotals, RelocationProgress>({
      worker,
      name: 'moving',
      timeoutMs: TIMEOUT_MS,
      refusals: { timeout: 'BACKUP_FAILED', failed: 'BACKUP_FAILED' },
      log,
    });
    return thread.send({ ...order, target, at: clock() }, [], tell).finally(() => thread.close());
  }

  return {
    copy: async (target, tell) => {
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
        return { totals: await copyTo(target, tell), settle: hold.abandon, giveUp };
      } catch (error) {
        giveUp();
        throw error;
      }
    },
  };
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
