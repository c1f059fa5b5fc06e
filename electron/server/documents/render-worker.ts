import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerOrder, WorkerPages, WorkerStart } from '#shared/documents/rendering.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type RenderPort, sha256Of } from './render-port.ts';

/** How the render thread is started. */
export type RenderWorkerOptions = {
  /** The worker's module: its path in a build, `electron/workers/render-pdf.ts` in plain Node. */
  readonly worker: string | URL;
  /** Folder of the typefaces; it travels with the program. */
  readonly fonts: string;
  /** Longest time for one paper in milliseconds, counted from when the thread takes it up. */
  readonly timeoutMs?: number;
  readonly log?: (line: string) => void;
};

const TIMEOUT_MS = 30_000;

type Job = {
  readonly id: number;
  readonly order: WorkerOrder;
  readonly resolve: (value: WorkerPages | readonly string[]) => void;
  readonly reject: (error: DomainError) => void;
};

/**
 * A render port on a thread of its own, started with the first paper. Papers wait their turn. A paper that takes too long
 * ends the thread and is refused as RENDER_TIMEOUT, one that breaks it as RENDER_FAILED; the next paper starts a new one.
 */
export function renderWorker(options: RenderWorkerOptions): RenderPort {
  const { timeoutMs = TIMEOUT_MS, log = () => undefined } = options;
  const waiting: Job[] = [];
  let thread: Worker | undefined;
  let current: { job: Job; timer: NodeJS.Timeout } | undefined;
  let lastId = 0;
  let closed = false;

  function start(): Worker {
    const workerData: WorkerStart = { fonts: options.fonts };
    const worker = new Worker(options.worker, { workerData });
    worker.on('message', (answer: WorkerAnswer) => take(worker, answer));
    worker.on('error', (error) => lose(worker, `${error instanceof Error ? error.name : 'Error'}`));
    worker.on('exit', (code) => lose(worker, `ended with ${code}`));
    worker.unref();
    return worker;
  }

  function next(): void {
    const job = current === undefined ? waiting.shift() : undefined;
    if (job === undefined) return;
    thread ??= start();
    const worker = thread;
    current = { job, timer: setTimeout(() => lose(worker, 'took too long', 'RENDER_TIMEOUT'), timeoutMs) };
    // Keeps the process alive until the paper is there, not longer.
    worker.ref();
    worker.postMessage({ id: job.id, order: job.order });
  }

  function take(worker: Worker, answer: WorkerAnswer): void {
    if (worker !== thread || current === undefined || current.job.id !== answer.id) return;
    const { job } = finish();
    worker.unref();
    if (answer.ok) job.resolve(answer.value);
    else {
      if (answer.detail !== '') log(`Paper not made: ${answer.detail}`);
      job.reject(new DomainError(answer.code, answer.params));
    }
    next();
  }

  function lose(worker: Worker, why: string, code: 'RENDER_TIMEOUT' | 'RENDER_FAILED' = 'RENDER_FAILED'): void {
    if (worker !== thread) return;
    thread = undefined;
    log(`The render thread ${why}`);
    void worker.terminate();
    if (current !== undefined) finish().job.reject(new DomainError(code));
    next();
  }

  function finish(): { job: Job } {
    if (current === undefined) throw new Error('No paper is being made');
    const { job, timer } = current;
    clearTimeout(timer);
    current = undefined;
    return { job };
  }

  function send(order: WorkerOrder): Promise<WorkerPages | readonly string[]> {
    if (closed) return Promise.reject(new DomainError('RENDER_FAILED'));
    return new Promise((resolve, reject) => {
      lastId += 1;
      waiting.push({ id: lastId, order, resolve, reject });
      next();
    });
  }

  async function pagesOf(order: WorkerOrder): Promise<WorkerPages> {
    const value = await send(order);
    if (!('bytes' in value)) throw new DomainError('RENDER_FAILED');
    return value;
  }

  return {
    render: async (order) => {
      const { bytes, pages, hash } = await pagesOf({ job: 'render', ...order });
      return { bytes, pages, sha256: sha256Of(bytes), dataSha256: hash };
    },
    stamp: async (order) => {
      const { bytes, pages } = await pagesOf({ job: 'stamp', ...order });
      return { bytes, pages, sha256: sha256Of(bytes) };
    },
    missingSigns: async (texts) => {
      const value = await send({ job: 'signs', texts });
      return 'bytes' in value ? [] : value;
    },
    close: async () => {
      closed = true;
      const worker = thread;
      thread = undefined;
      for (const job of waiting.splice(0)) job.reject(new DomainError('RENDER_FAILED'));
      if (current !== undefined) finish().job.reject(new DomainError('RENDER_FAILED'));
      await worker?.terminate();
    },
  };
}
