import { workerData } from 'node:worker_threads';
import type { ReadPage, ScanOrder, ScanStart } from '#shared/domain/scans/reading.ts';
import { prepareCodes } from './scans/find-code.ts';
import { readFile } from './scans/read-file.ts';
import { serveOrders } from './serve-orders.ts';

// A thread that reads scans: pictures are unpacked and searched for codes while the office answers.
const start: ScanStart = workerData;
prepareCodes(start.codeReader);

serveOrders<ScanOrder, readonly ReadPage[]>({
  carryOut: (order, tell) => readFile(order, start.decoders, tell),
  codeOf: () => 'SCAN_UNREADABLE',
  movedOf: (pages) => pages.flatMap(({ bytes, thumbnail }) => [bytes.buffer, thumbnail.buffer]),
});
