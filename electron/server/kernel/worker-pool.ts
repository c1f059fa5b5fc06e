import { DomainError } from '#shared/kernel/errors.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import { type ThreadOptions, type WorkerThread, workerThread } from './worker-thread.ts';

/** Whose turn it is: somebody waits in front of a screen, or it is one of many that are made behind. */
export type Turn = 'front' | 'batch';

/** Several threads for slow work of one kind. */
export type WorkerPool<Order, Value> = {
  /** Rejects as `WorkerThread.send` does. An order of a batch begins only when no other waits. */
  readonly send: (order: Order, turn?: Turn) => Promise<Value>;
  /** Ends the threads; orders that wait are refused. */
  readonly close: () => Promise<void>;
};

type Waiting<Order, Value> = {
  readonly order: Order;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
};

/** A thread beside the first that has nothing to do gives its memory back after this time, ms. */
const SPARE_IDLE_MS = 60_000;

/**
 * A pool of threads that are started as they are needed. Each takes one order at a time; what somebody waits for goes
 * before what belongs to a batch, and waits at most for the order that a thread is just at.
 */
export function workerPool<Order, Value, Progress = ThreadProgress>(
  size: number,
  options: ThreadOptions,
): WorkerPool<Order, Value> {
  const waiting: Record<Turn, Waiting<Order, Value>[]> = { front: [], batch: [] };
  const threads = Array.from({ length: Math.max(1, size) }, (_, index) =>
    workerThread<Order, Value, Progress>(index === 0 ? options : { idleMs: SPARE_IDLE_MS, ...options }),
  );
  const busy = new Set<WorkerThread<Order, Value, Progress>>();
  let closed = false;

  function next(): void {
    const thread = threads.find((one) => !busy.has(one));
    const job = thread === undefined ? undefined : (waiting.front.shift() ?? waiting.batch.shift());
    if (thread === undefined || job === undefined) return;
    busy.add(thread);
    thread
      .send(job.order)
      .then(job.resolve, job.reject)
      .finally(() => {
        busy.delete(thread);
        next();
      });
    next();
  }

  return {
    send: (order, turn = 'front') => {
      if (closed) return Promise.reject(new DomainError(options.refusals.failed));
      return new Promise((resolve, reject) => {
        waiting[turn].push({ order, resolve, reject });
        next();
      });
    },
    close: async () => {
      closed = true;
      for (const job of [...waiting.front.splice(0), ...waiting.batch.splice(0)])
        job.reject(new DomainError(options.refusals.failed));
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
