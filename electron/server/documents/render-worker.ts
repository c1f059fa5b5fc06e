import type { WorkerOrder, WorkerPages, WorkerStart, WorkerValue } from '#shared/documents/rendering.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { workerThread } from '../kernel/worker-thread.ts';
import { type RenderPort, sha256Of } from './render-port.ts';

/** How the render thread is started. */
export type RenderWorkerOptions = {
  /** The worker's module: its path in a build, `electron/workers/render-pdf.ts` in plain Node. */
  readonly worker: string | URL;
  /** Folder of the typefaces; it travels with the program. */
  readonly fonts: string;
  /** Folder of the character maps for reading PDFs of others; it travels with the program. */
  readonly characterMaps?: string;
  /** Longest time for one paper in milliseconds, counted from when the thread takes it up. */
  readonly timeoutMs?: number;
  readonly log?: (line: string) => void;
};

const TIMEOUT_MS = 30_000;

/**
 * A render port on a thread of its own. A paper that takes too long is refused as RENDER_TIMEOUT, one that breaks the
 * thread as RENDER_FAILED.
 */
export function renderWorker(options: RenderWorkerOptions): RenderPort {
  const workerData: WorkerStart = { fonts: options.fonts, characterMaps: options.characterMaps };
  const thread = workerThread<WorkerOrder, WorkerValue>({
    worker: options.worker,
    workerData,
    name: 'render',
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    refusals: { timeout: 'RENDER_TIMEOUT', failed: 'RENDER_FAILED' },
    log: options.log ?? (() => undefined),
  });

  async function pagesOf(order: WorkerOrder): Promise<WorkerPages> {
    const value = await thread.send(order);
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
      const value = await thread.send({ job: 'signs', texts });
      return Array.isArray(value) ? value : [];
    },
    readBack: async (bytes) => {
      const value = await thread.send({ job: 'read', bytes });
      if (!('read' in value)) throw new DomainError('RENDER_FAILED');
      return value.read;
    },
    close: thread.close,
  };
}
