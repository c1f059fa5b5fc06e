import type { ReadList, ReadOrder, ReadProjectFiles, ReadProjectOrder } from '#shared/domain/imports/reading.ts';
import { listReading } from './read-list.ts';
import { serveOrders } from './serve-orders.ts';

// A thread that reads lists: large and hostile files keep nobody waiting.
serveOrders<ReadOrder | ReadProjectOrder, ReadList | ReadProjectFiles>({
  carryOut: listReading(),
  codeOf: () => 'IMPORT_FILE_DAMAGED',
});
