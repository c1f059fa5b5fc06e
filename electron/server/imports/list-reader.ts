import type { InventoryList } from '#shared/domain/imports/inventory-list.ts';
import type {
  ReadInventoryOrder,
  ReadList,
  ReadOrder,
  ReadProjectFiles,
  ReadProjectOrder,
} from '#shared/domain/imports/reading.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import type { Sealed } from '../kernel/sealed.ts';
import { workerThread } from '../kernel/worker-thread.ts';

type Heard = (progress: ThreadProgress) => void;

/**
 * Reads lists outside of the office's own thread (decision 5), which hands on what was read without opening it. Rejects
 * with DomainError: IMPORT_FILE_…, IMPORT_NO_ROWS.
 */
export type ListReader = {
  /** A price list. */
  read(order: ReadOrder, heard?: Heard): Promise<Sealed<ReadList>>;
  /** The lists of a running project. */
  readProject(order: ReadProjectOrder, heard?: Heard): Promise<Sealed<ReadProjectFiles>>;
  /** A file in which homes were corrected. */
  readInventory(order: ReadInventoryOrder, heard?: Heard): Promise<Sealed<InventoryList>>;
  /** Ends the thread. */
  close(): Promise<void>;
};

/** How the reading thread is started. */
type ListReaderOptions = {
  /** The worker's module: its path in a build, `electron/workers/read-price-list.ts` in plain Node. */
  readonly worker: string | URL;
  /** Longest time for one file in milliseconds. */
  readonly timeoutMs?: number;
  readonly log?: (line: string) => void;
};

/** The largest list takes a few seconds; what takes longer was made to do harm. */
const TIMEOUT_MS = 60_000;
/** How long the last file is kept for the next question about it. */
const IDLE_MS = 120_000;
/** Memory of the thread. A table of the largest size takes a third of it. */
const MOST_MEMORY_MIB = 1536;

/** A reader on a thread of its own, bounded in time and memory. */
export function listReader({ worker, timeoutMs, log }: ListReaderOptions): ListReader {
  // Which of the two comes back is what was asked for: an order with several files is a project.
  const thread = workerThread<ReadOrder | ReadProjectOrder | ReadInventoryOrder, Sealed<never>>({
    worker,
    name: 'reading',
    timeoutMs: timeoutMs ?? TIMEOUT_MS,
    idleMs: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MIB },
    refusals: { timeout: 'IMPORT_FILE_SLOW', failed: 'IMPORT_FILE_DAMAGED' },
    log: log ?? (() => undefined),
  });
  return {
    read: (order, heard) => thread.send(order, [], heard),
    readProject: (order, heard) => thread.send(order, [], heard),
    readInventory: (order, heard) => thread.send(order, [], heard),
    close: thread.close,
  };
}

/** The reader of an office that imports nothing: every file is refused. */
export const noReading: ListReader = {
  read: () => Promise.reject(new DomainError('IMPORT_FILE_UNKNOWN')),
  readProject: () => Promise.reject(new DomainError('IMPORT_FILE_UNKNOWN')),
  readInventory: () => Promise.reject(new DomainError('IMPORT_FILE_UNKNOWN')),
  close: () => Promise.resolve(),
};
