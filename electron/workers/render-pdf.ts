import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerAnswer, WorkerOrder, WorkerStart } from '#shared/documents/rendering.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { compose, prepareComposing } from './compose.ts';
import { stampCopies } from './stamp-copy.ts';
import { openTypefaces } from './typefaces.ts';

// A thread that makes pages, so that the office answers meanwhile. One order after the other: pdfmake is one.
const start: WorkerStart = workerData;
const typefaces = openTypefaces(start.fonts);
prepareComposing(typefaces);
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', ({ id, order }: { id: number; order: WorkerOrder }) => {
  last = last.then(async () => answer(await attempt(id, order)));
});

async function attempt(id: number, order: WorkerOrder): Promise<WorkerAnswer> {
  try {
    return { id, ok: true, value: await carryOut(order) };
  } catch (error) {
    if (error instanceof DomainError) return { id, ok: false, code: error.code, params: error.params, detail: '' };
    // A ZodError names paths, no values: nothing personal reaches the log.
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const code = error instanceof Error && error.name === 'ZodError' ? 'PAPER_DATA_INVALID' : 'RENDER_FAILED';
    return { id, ok: false, code, params: {}, detail };
  }
}

function carryOut(order: WorkerOrder) {
  switch (order.job) {
    case 'render':
      return compose(order, typefaces);
    case 'stamp':
      return stampCopies(order, typefaces);
    case 'signs':
      return typefaces.missing(order.texts);
  }
}

function answer(message: WorkerAnswer): void {
  const moved = message.ok && 'bytes' in message.value ? [message.value.bytes.buffer as ArrayBuffer] : [];
  parentPort?.postMessage(message, moved);
}
