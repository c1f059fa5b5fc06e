import type { BackupDone, BackupOrder } from '#db/back-up-office.ts';
import type { FileKey } from '#db/connection.ts';
import type { PlaceLook } from '#db/look-at-place.ts';
import type { ChangedKeys } from '#db/office-snapshot.ts';
import { type BackupAlarm, type BackupHours, judgeBackups, nextBackupAt } from '#shared/domain/backups/schedule.ts';
import { type BackupReason, newestOf, type Snapshot } from '#shared/domain/backups/snapshot-page.ts';
import type { BackupProgress } from '#shared/domain/backups/steps.ts';
import { DomainError, type ErrorCode, type Refusal } from '#shared/kernel/errors.ts';
import { refusalOf } from '../kernel/faults.ts';
import type { BackupHost } from '../kernel/ports.ts';
import { workerThread } from '../kernel/worker-thread.ts';

/** What is done at the place just now. */
export type RunningBackup = BackupProgress & {
  readonly kind: 'make' | 'check';
  readonly reason: BackupReason | null;
  /** Which one is looked at again. */
  readonly stamp: string | null;
  readonly since: number;
  readonly stopping: boolean;
};

/** How the backups of an office stand. */
export type BackupState = {
  /** This PC makes backups at all: it has the office. */
  readonly able: boolean;
  readonly place: string | null;
  /** What was found there when it was last looked at; null: nothing yet. */
  readonly look: PlaceLook | null;
  readonly newest: Snapshot | null;
  readonly nextAt: number | null;
  /** Why the last attempt failed, and when. */
  readonly failure: (Refusal & { readonly at: number }) | null;
  readonly running: RunningBackup | null;
  /** The number of the office's newest event. */
  readonly seq: number;
};

/** Copying more than this takes hours; something hangs. */
const TIMEOUT_MS = 6 * 60 * 60_000;
/** How long the thread is kept for the next order. */
const IDLE_MS = 20_000;
/** How long the closing of the office waits for what runs at the place; a share may hang for ever. */
const CLOSING_MS = 20_000;

type Running = { told: RunningBackup; readonly stop: SharedArrayBuffer };

/** The backups of one office at their second place (decision 28). */
export type Backups = ReturnType<typeof officeBackups>;

/** Makes the snapshots of an office when they are due and when they are asked for; one thing at a time. */
export function officeBackups(options: {
  readonly folder: string;
  readonly fileKey: FileKey;
  readonly nativeBinding: string | undefined;
  readonly changed?: ChangedKeys | undefined;
  readonly programVersion: string | null;
  /** The module of the thread, and what the PC gives; without them this office makes none. */
  readonly host: (BackupHost & { readonly worker: string | URL }) | undefined;
  /** Nobody misses the data of a demonstration. */
  readonly demo: boolean;
  readonly openedAt: number;
  readonly clock: () => number;
  readonly hours: () => BackupHours;
  /** The number of the newest event. */
  readonly seq: () => number;
  readonly log: (level: 'info' | 'warn' | 'error', line: string) => void;
}) {
  const { host, clock } = options;
  const thread =
    host &&
    workerThread<BackupOrder, BackupDone, BackupProgress>({
      worker: host.worker,
      name: 'backup',
      timeoutMs: TIMEOUT_MS,
      idleMs: IDLE_MS,
      refusals: { timeout: 'BACKUP_FAILED', failed: 'BACKUP_FAILED' },
      log: (line) => options.log('warn', line),
    });
  let look: PlaceLook | null = null;
  /** An attempt is under way, or waits for its turn. */
  let busy: Promise<unknown> | undefined;
  let running: Running | undefined;
  let failure: BackupState['failure'] = null;
  let failures = 0;
  let closed = false;

  const newest = (): Snapshot | null => newestOf(look?.snapshots ?? [], clock()) ?? null;
  const place = (): string | null => host?.place() ?? null;

  const nextAt = (): number | null => {
    if (place() === null) return null;
    const found = newest();
    const changed = found === null || found.seq !== options.seq();
    const times = { now: clock(), hours: options.hours(), newestAt: found?.at ?? null };
    return nextBackupAt({ ...times, changed, failures, triedAt: failure?.at ?? null });
  };

  function orderAt(folder: string) {
    if (host === undefined) throw new DomainError('BACKUP_NO_PLACE');
    const { officeId, text } = host.page();
    const { folder: own, fileKey, nativeBinding, changed } = options;
    return { order: { folder: own, place: folder, officeId, fileKey, nativeBinding, changed }, officePage: text };
  }

  async function send(order: BackupOrder, heard?: (progress: BackupProgress) => void): Promise<BackupDone> {
    if (thread === undefined || closed) throw new DomainError('BACKUP_NO_PLACE');
    const done = await thread.send(order, [], heard);
    ({ look } = done);
    return done;
  }

  /** One after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = (busy ?? Promise.resolve()).then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    busy = settled;
    void settled.then(() => {
      if (busy === settled) busy = undefined;
    });
    return turn;
  }

  function well(): void {
    failures = 0;
    failure = null;
  }

  function fail(error: unknown): void {
    const { refusal, known } = refusalOf(error);
    // Stopped on purpose, or the office is being closed: nothing is wrong.
    if (closed || refusal.code === 'BACKUP_STOPPED') return;
    if (!known) options.log('error', `backup: ${error instanceof Error ? (error.stack ?? error.message) : ''}`);
    else options.log('warn', `backup: ${refusal.code}`);
    failures += 1;
    failure = { code: refusal.code, params: refusal.params, at: clock() };
  }

  async function run(
    about: Pick<RunningBackup, 'kind' | 'reason' | 'stamp'>,
    orderOf: (folder: string, stop: SharedArrayBuffer) => BackupOrder,
  ): Promise<Snapshot> {
    const folder = place();
    if (folder === null) throw new DomainError('BACKUP_NO_PLACE');
    const stop = new SharedArrayBuffer(4);
    const began: Running = {
      told: { ...about, step: 'database', percent: 0, since: clock(), stopping: false },
      stop,
    };
    running = began;
    try {
      const { snapshot } = await send(orderOf(folder, stop), (progress) => {
        began.told = { ...began.told, ...progress };
      });
      if (snapshot === null) throw new DomainError('INTERNAL');
      return snapshot;
    } finally {
      running = undefined;
    }
  }

  async function make(reason: BackupReason): Promise<Snapshot> {
    try {
      const made = await run({ kind: 'make', reason, stamp: null }, (folder, stop) => {
        const { order, officePage } = orderAt(folder);
        const { programVersion } = options;
        return { kind: 'make', ...order, officePage, at: clock(), reason, programVersion, stop };
      });
      well();
      return made;
    } catch (error) {
      fail(error);
      throw error;
    }
  }

  /** What it finds says nothing about whether there is room, or whether it may be written to. */
  async function lookAgain(): Promise<void> {
    const folder = place();
    if (folder === null) return;
    try {
      await send({ kind: 'look', ...orderAt(folder).order });
      if (failure?.code === 'BACKUP_PLACE_MISSING') well();
    } catch (error) {
      fail(error);
    }
  }

  async function check(stamp: string): Promise<Snapshot> {
    try {
      return await run({ kind: 'check', reason: null, stamp }, (folder, stop) => ({
        ...{ kind: 'check' as const, ...orderAt(folder).order },
        ...{ stamp, at: clock(), stop },
      }));
    } catch (error) {
      await lookAgain();
      throw error;
    }
  }

  async function give(folder: string): Promise<void> {
    const { order, officePage } = orderAt(folder);
    await send({ kind: 'give', ...order, officePage });
    host?.remember(folder);
    well();
  }

  const told = (): BackupState => ({
    able: host !== undefined,
    place: place(),
    look: place() === null ? null : look,
    newest: newest(),
    nextAt: nextAt(),
    failure,
    running: running?.told ?? null,
    seq: options.seq(),
  });

  return {
    state: told,
    /** What managers and administrators have to be told; null where all is well. */
    alarm: (): (BackupAlarm<ErrorCode> & { readonly folder: string }) | null => {
      if (options.demo || host === undefined) return null;
      const alarm = judgeBackups({
        now: clock(),
        hours: options.hours(),
        openedAt: options.openedAt,
        place: place() !== null,
        failure: failure?.code ?? null,
        newestAt: newest()?.at ?? null,
      });
      return alarm && { ...alarm, folder: place() ?? '' };
    },
    /** Looks at the place anew unless something is being done there. */
    look: (): Promise<void> => (busy === undefined ? inTurn(lookAgain) : Promise.resolve()),
    /** Makes a snapshot now, after what is being done. Rejects with BACKUP_NO_PLACE and why it could not be made. */
    now: (reason: BackupReason): Promise<Snapshot> => inTurn(() => make(reason)),
    /** Looks at one again. Rejects with BACKUP_BROKEN, NOT_FOUND. */
    check: (stamp: string): Promise<Snapshot> => inTurn(() => check(stamp)),
    /** Stops what is being done; nothing of it is left. */
    stop: (): void => {
      if (running === undefined) return;
      Atomics.store(new Int32Array(running.stop), 0, 1);
      running.told = { ...running.told, stopping: true };
    },
    /** True while something is being done or waits. */
    isBusy: () => busy !== undefined,
    /** Gives the office another place and remembers it. Rejects with what is wrong with it. */
    give: (folder: string): Promise<void> => inTurn(() => give(folder)),
    /** Begins what is due; never waits for it. */
    tick: (): void => {
      if (closed || busy !== undefined || place() === null) return;
      const due = nextAt();
      if (look === null && failures === 0) void inTurn(lookAgain);
      else if (due !== null && clock() >= due) inTurn(() => make('schedule')).catch(() => undefined);
    },
    /** Stops what is being done and ends the thread. */
    close: async (): Promise<void> => {
      if (running !== undefined) Atomics.store(new Int32Array(running.stop), 0, 1);
      closed = true;
      const ended = Promise.allSettled([busy]).then(() => thread?.close());
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, CLOSING_MS);
      });
      await Promise.race([ended, late]);
      clearTimeout(timer);
    },
  };
}
