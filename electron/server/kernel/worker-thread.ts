import { type ResourceLimits, Worker } from 'node:worker_threads';
import { DomainError, type ErrorCode } from '#shared/kernel/errors.ts';
import type { ThreadAnswer, ThreadNews, ThreadProgress } from '#shared/kernel/thread-answer.ts';

/** How a thread is started and given up. */
export type ThreadOptions = {
  /** The worker's module: its path in a build, the `.ts` file in plain Node. */
  readonly worker: string | URL;
  readonly workerData?: unknown;
  readonly resourceLimits?: ResourceLimits;
  /** What the log calls it. */
  readonly name: string;
  /** Longest time for one order in milliseconds, counted from when the thread takes it up. */
  readonly timeoutMs: number;
  /** After this time without an order the thread ends and gives back its memory; it stays when left out. */
  readonly idleMs?: number;
  /** How an order is refused that took too long, and one that broke the thread. */
  readonly refusals: { readonly timeout: ErrorCode; readonly failed: ErrorCode };
  readonly log: (line: string) => void;
};

/** A thread of its own for slow work: orders go in, values come out, one after the other. */
export type WorkerThread<Order, Value, Progress> = {
  /** Rejects with DomainError: what the thread refused, or one of `refusals`. */
  readonly send: (order: Order, moved?: readonly ArrayBuffer[], heard?: (progress: Progress) => void) => Promise<Value>;
  /** Ends the thread; orders that wait are refused. */
  readonly close: () => Promise<void>;
};

type Job<Order, Value, Progress> = {
  readonly id: number;
  readonly order: Order;
  /** Hears how far the order is. */
  readonly heard: ((progress: Progress) => void) | undefined;
  readonly moved: readonly ArrayBuffer[];
  readonly resolve: (value: Value) => void;
  readonly reject: (error: DomainError) => void;
};

/**
 * A thread that is started with the first order. Orders wait their turn. One that takes too long or breaks the thread is
 * refused and ends it; the next one starts a new thread.
 */
export function workerThread<Order, Value, Progress = ThreadProgress>(
  options: ThreadOptions,
): WorkerThread<Order, Value, Progress> {
  const { name, timeoutMs, refusals, log } = options;
  const waiting: Job<Order, Value, Progress>[] = [];
  let thread: Worker | undefined;
  let current: { job: Job<Order, Value, Progress>; timer: NodeJS.Timeout } | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;
  let closed = false;

  function start(): Worker {
    const { workerData, resourceLimits } = options;
    const worker = new Worker(options.worker, {
      workerData,
      ...(resourceLimits === undefined ? {} : { resourceLimits }),
    });
    worker.on('message', (message: ThreadAnswer<Value> | ThreadNews<Progress>) => {
      if (!('progress' in message)) take(worker, message);
      else if (worker === thread && current?.job.id === message.id) current.job.heard?.(message.progress);
    });
    worker.on('error', (error) => lose(worker, `${error instanceof Error ? error.name : 'Error'}`));
    worker.on('exit', (code) => lose(worker, `ended with ${code}`));
    worker.unref();
    return worker;
  }

  function next(): void {
    clearTimeout(idle);
    const job = current === undefined ? waiting.shift() : undefined;
    if (job === undefined) {
      if (current === undefined && options.idleMs !== undefined) idle = setTimeout(rest, options.idleMs).unref();
      return;
    }
    thread ??= start();
    const worker = thread;
    current = { job, timer: setTimeout(() => lose(worker, 'took too long', refusals.timeout), timeoutMs) };
    // Keeps the process alive until the answer is there, not longer.
    worker.ref();
    worker.postMessage({ id: job.id, order: job.order }, job.moved);
  }

  function take(worker: Worker, answer: ThreadAnswer<Value>): void {
    if (worker !== thread || current === undefined || current.job.id !== answer.id) return;
    const { job } = finish();
    worker.unref();
    if (answer.ok) job.resolve(answer.value);
    else {
      if (answer.detail !== '') log(`The ${name} thread refused: ${answer.detail}`);
      job.reject(new DomainError(answer.code, answer.params));
    }
    next();
  }

  function lose(worker: Worker, why: string, code: ErrorCode = refusals.failed): void {
    if (worker !== thread) return;
    thread = undefined;
    log(`The ${name} thread ${why}`);
    void worker.terminate();
    if (current !== undefined) finish().job.reject(new DomainError(code));
    next();
  }

  function rest(): void {
    const worker = thread;
    thread = undefined;
    void worker?.terminate();
  }

  function finish(): { job: Job<Order, Value, Progress> } {
    if (current === undefined) throw new Error(`The ${name} thread has no order`);
    const { job, timer } = current;
    clearTimeout(timer);
    current = undefined;
    return { job };
  }

  return {
    send: (order, moved = [], heard) => {
      if (closed) return Promise.reject(new DomainError(refusals.failed));
      return new Promise((resolve, reject) => {
        lastId += 1;
        waiting.push({ id: lastId, order, moved, heard, resolve, reject });
        next();
      });
    },
    close: async () => {
      closed = true;
      clearTimeout(idle);
      const worker = thread;
      thread = undefined;
      for (const job of waiting.splice(0)) job.reject(new DomainError(refusals.failed));
      if (current !== undefined) finish().job.reject(new DomainError(refusals.failed));
      await worker?.terminate();
    },
  };
}
