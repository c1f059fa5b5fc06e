import type { ReadList, ReadOrder } from '#shared/domain/imports/reading.ts';
import { listReading } from './read-list.ts';
import { serveOrders } from './serve-orders.ts';

// A thread that reads price lists: large and hostile files keep nobody waiting.
serveOrders<ReadOrder, ReadList>({ carryOut: listReading(), codeOf: () => 'IMPORT_FILE_DAMAGED' });
