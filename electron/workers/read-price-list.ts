import { serialize } from 'node:v8';
import type { ReadInventoryOrder, ReadOrder, ReadProjectOrder } from '#shared/domain/imports/reading.ts';
import { listReading } from './read-list.ts';
import { serveOrders } from './serve-orders.ts';

const read = listReading();

// A thread that reads lists: large and hostile files keep nobody waiting. What it read is packed, so that the office's own
// thread can hand it on without unpacking it.
serveOrders<ReadOrder | ReadProjectOrder | ReadInventoryOrder, Uint8Array<ArrayBuffer>>({
  carryOut: async (order, tell) => new Uint8Array(serialize(await read(order, tell))),
  codeOf: () => 'IMPORT_FILE_DAMAGED',
  movedOf: ({ buffer }) => [buffer],
});
