import { workerData } from 'node:worker_threads';
import type { LongDone, LongOrder } from '#electron/server/kernel/carry-out.ts';
import type { SecondThreadStart } from '#electron/server/kernel/second-thread.ts';
import { longWorkOf } from '#electron/server/long-work.ts';
import type { ActProgress } from '#shared/kernel/long-act.ts';
import { serveOrders } from './serve-orders.ts';

// The office's second thread: long acts and questions, with a connection of its own.
serveOrders<LongOrder, LongDone, ActProgress>({
  carryOut: longWorkOf(workerData as SecondThreadStart),
  codeOf: () => 'INTERNAL',
});
