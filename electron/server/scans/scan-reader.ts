import type { ReadPage, ScanOrder, ScanStart } from '#shared/domain/scans/reading.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import { workerThread } from '../kernel/worker-thread.ts';

/** Reads scans outside of the office's own thread. Rejects with DomainError: SCAN_…, ACT_STOPPED. */
export type ScanReader = {
  /** The pages of a file. */
  read(order: ScanOrder, heard?: (progress: ThreadProgress) => void): Promise<readonly ReadPage[]>;
  /** Ends the thread. */
  close(): Promise<void>;
};

/** How the thread is started. */
type ScanReaderOptions = ScanStart & {
  /** The worker's module: its path in a build, `electron/workers/read-scans.ts` in plain Node. */
  readonly worker: string | URL;
  /** Longest time for one file in milliseconds. */
  readonly timeoutMs?: number;
  readonly log?: (line: string) => void;
};

/** Three hundred pages in colour take two minutes on a slow PC; what takes longer was made to do harm. */
const TIMEOUT_MS = 10 * 60_000;
/** Memory of the thread beside its pictures. */
const MOST_MEMORY_MIB = 1024;

/**
 * A reader on a thread of its own, bounded in time and memory. The thread stays once it was started: it carries WebAssembly,
 * and V8 breaks the whole process now and then when such threads are started and ended one after the other
 * (nodejs/node#64500).
 */
export function scanReader({ worker, codeReader, decoders, timeoutMs, log }: ScanReaderOptions): ScanReader {
  const thread = workerThread<ScanOrder, readonly ReadPage[]>({
    worker,
    workerData: { codeReader, decoders } satisfies ScanStart,
    name: 'scanning',
    timeoutMs: timeoutMs ?? TIMEOUT_MS,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MIB },
    refusals: { timeout: 'SCAN_SLOW', failed: 'SCAN_UNREADABLE' },
    log: log ?? (() => undefined),
  });
  return { read: (order, heard) => thread.send(order, [], heard), close: thread.close };
}

/** The reader of an office that takes no scans: every file is refused. */
export const noScanning: ScanReader = {
  read: () => Promise.reject(new DomainError('SCAN_UNREADABLE')),
  close: () => Promise.resolve(),
};
