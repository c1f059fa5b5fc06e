import { workerData } from 'node:worker_threads';
import type { WorkerOrder, WorkerStart, WorkerValue } from '#shared/documents/rendering.ts';
import { compose, prepareComposing } from './compose.ts';
import { joinPapers } from './join-papers.ts';
import { readBack } from './read-back.ts';
import { serveOrders } from './serve-orders.ts';
import { stampCopies } from './stamp-copy.ts';
import { shareFiles } from './typeface-bytes.ts';
import { openTypefaces } from './typefaces.ts';

// A thread that makes pages, so that the office answers meanwhile. One order after the other: pdfmake is one.
const start: WorkerStart = workerData;
shareFiles(start.sharedFiles ?? []);
const typefaces = openTypefaces(start.fonts);
prepareComposing(typefaces);

serveOrders<WorkerOrder, WorkerValue>({
  carryOut: async (order) => {
    switch (order.job) {
      case 'render':
        return compose(order, typefaces);
      case 'stamp':
        return stampCopies(order, typefaces);
      case 'join':
        return joinPapers(order.parts);
      case 'signs':
        return typefaces.missing(order.texts);
      case 'read':
        return { read: await readBack(order.bytes, start.characterMaps) };
    }
  },
  // A ZodError names paths, no values: nothing personal reaches the log.
  codeOf: (error) => (error instanceof Error && error.name === 'ZodError' ? 'PAPER_DATA_INVALID' : 'RENDER_FAILED'),
  movedOf: (value) => ('bytes' in value ? [value.bytes.buffer as ArrayBuffer] : []),
});
