import { type RekeyOrder, rekeyOffice } from '#db/rekey-office.ts';
import type { KeyChangeFigures, KeyChangeProgress } from '#shared/domain/keys/steps.ts';
import { serveOrders } from './serve-orders.ts';

// A thread that writes an office beside itself under another key: gigabytes keep no window waiting.
serveOrders<RekeyOrder, KeyChangeFigures, KeyChangeProgress>({ carryOut: rekeyOffice, codeOf: () => 'KEYS_FAILED' });
