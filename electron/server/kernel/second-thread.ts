import { DomainError } from '#shared/kernel/errors.ts';
import type { ActProgress } from '#shared/kernel/long-act.ts';
import type { LongDone, LongOrder } from './carry-out.ts';
import { workerThread } from './worker-thread.ts';

/** What the second thread is started with: the office's file and the keys that its long acts need. */
export type SecondThreadStart = {
  readonly file: string;
  readonly fileKey: Uint8Array;
  readonly identityHash: Uint8Array;
  readonly nativeBinding: string | undefined;
};

/** The office's second thread, on which long acts are carried out while everything else goes on. */
export type SecondThread = {
  /** Carries out an act or answers a question. Rejects with DomainError; nothing is written then. */
  carryOut(order: Omit<LongOrder, 'stop'>, heard?: (progress: ActProgress) => void): Promise<LongDone>;
  /** Tells what runs now to stop; it is refused as ACT_STOPPED unless it was done already. */
  stop(): void;
  /** Stops what runs, and ends the thread once it has gone back. */
  close(): Promise<void>;
};

/** An act that has not ended by then hangs: everything is taken back. */
const TIMEOUT_MS = 30 * 60_000;
/** How long the thread and its connection are kept for the next order. */
const IDLE_MS = 120_000;

/** What other threads have packed goes over as it lies: copying a large list would keep the office waiting. */
function packedIn(order: unknown): ArrayBuffer[] {
  const values: unknown[] = Object.values(Object(order));
  return values.flatMap((value) =>
    value instanceof Uint8Array && !Buffer.isBuffer(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}

/** The second thread of an office. It is started with the first order. */
export function secondThread(options: {
  /** The worker's module: its path in a build, `electron/workers/long-acts.ts` in plain Node. */
  readonly worker: string | URL;
  readonly start: SecondThreadStart;
  readonly log: (line: string) => void;
}): SecondThread {
  const thread = workerThread<LongOrder, LongDone, ActProgress>({
    worker: options.worker,
    workerData: options.start,
    name: 'second',
    timeoutMs: TIMEOUT_MS,
    idleMs: IDLE_MS,
    refusals: { timeout: 'INTERNAL', failed: 'INTERNAL' },
    log: options.log,
  });
  const running = new Set<{ readonly stop: SharedArrayBuffer; readonly done: Promise<unknown> }>();
  let closed = false;

  function stop(): void {
    for (const one of running) Atomics.store(new Int32Array(one.stop), 0, 1);
  }

  return {
    carryOut: async (order, heard) => {
      if (closed) throw new DomainError('ACT_STOPPED');
      const flag = new SharedArrayBuffer(4);
      const done = thread.send({ ...order, stop: flag }, packedIn(order.order), heard);
      const one = { stop: flag, done };
      running.add(one);
      try {
        return await done;
      } finally {
        running.delete(one);
      }
    },
    stop,
    close: async () => {
      closed = true;
      stop();
      await Promise.allSettled([...running].map(({ done }) => done));
      await thread.close();
    },
  };
}
