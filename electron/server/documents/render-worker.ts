import { existsSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { SharedFile, WorkerOrder, WorkerPages, WorkerStart, WorkerValue } from '#shared/documents/rendering.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type Turn, workerPool } from '../kernel/worker-pool.ts';
import { type RenderPort, sha256Of } from './render-port.ts';

/** How the render threads are started. */
export type RenderWorkerOptions = {
  /** The worker's module: its path in a build, `electron/workers/render-pdf.ts` in plain Node. */
  readonly worker: string | URL;
  /** Folder of the typefaces; it travels with the program. */
  readonly fonts: string;
  /** Folder of the character maps for reading PDFs of others; it travels with the program. */
  readonly characterMaps?: string;
  /** Longest time for one paper in milliseconds, counted from when the thread takes it up. */
  readonly timeoutMs?: number;
  /** How many papers are made at the same time; by the cores of the computer when left out. */
  readonly threads?: number;
  readonly log?: (line: string) => void;
};

const TIMEOUT_MS = 30_000;

/**
 * Most that the heap of a thread may hold, MB. Where much memory is free V8 would let it grow to several times of what a
 * paper needs before it collects: with the bound a batch of contracts peaks at five sixths of what it took without.
 */
const MOST_MEGABYTES = 1024;
/** Of that for what was just made: most of a paper's parts are forgotten at once, and more room would fill before any is. */
const YOUNG_MEGABYTES = 32;

/**
 * How many papers a computer makes at the same time: two, that one core stays for the office; one where there is but one,
 * three where there are many. Each thread takes about 230 MB while it makes contracts, beside the typefaces that all hold together.
 */
export function renderThreads(cores: number): number {
  if (cores < 2) return 1;
  return cores < 8 ? 2 : 3;
}

/** Room for the typefaces, which all threads hold together: its pages take no memory until a thread reads a file. */
function roomFor(folder: string): SharedFile[] {
  // Where they are missing the office opens all the same, and its threads say so.
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => path.join(folder, name))
    .map((file) => ({
      file,
      bytes: new SharedArrayBuffer(statSync(file).size),
      state: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
    }));
}

/**
 * A render port on threads of its own. A paper that takes too long is refused as RENDER_TIMEOUT, one that breaks its
 * thread as RENDER_FAILED.
 */
export function renderWorker(options: RenderWorkerOptions): RenderPort {
  const { fonts, characterMaps } = options;
  const workerData: WorkerStart = { fonts, characterMaps, sharedFiles: roomFor(fonts) };
  const pool = workerPool<WorkerOrder, WorkerValue>(options.threads ?? renderThreads(availableParallelism()), {
    worker: options.worker,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    name: 'render',
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    refusals: { timeout: 'RENDER_TIMEOUT', failed: 'RENDER_FAILED' },
    log: options.log ?? (() => undefined),
  });

  async function pagesOf(order: WorkerOrder, turn?: Turn): Promise<WorkerPages> {
    const value = await pool.send(order, turn);
    if (!('bytes' in value)) throw new DomainError('RENDER_FAILED');
    return value;
  }

  return {
    render: async (order, turn) => {
      const { bytes, pages, hash } = await pagesOf({ job: 'render', ...order }, turn);
      return { bytes, pages, sha256: sha256Of(bytes), dataSha256: hash };
    },
    stamp: async (order) => {
      const { bytes, pages } = await pagesOf({ job: 'stamp', ...order });
      return { bytes, pages, sha256: sha256Of(bytes) };
    },
    join: async (parts) => {
      const { bytes, pages } = await pagesOf({ job: 'join', parts }, 'batch');
      return { bytes, pages, sha256: sha256Of(bytes) };
    },
    missingSigns: async (texts) => {
      const value = await pool.send({ job: 'signs', texts });
      return Array.isArray(value) ? value : [];
    },
    readBack: async (bytes, turn) => {
      const value = await pool.send({ job: 'read', bytes }, turn);
      if (!('read' in value)) throw new DomainError('RENDER_FAILED');
      return value.read;
    },
    close: pool.close,
  };
}
