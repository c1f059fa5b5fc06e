import { prepareRestore, type RestoreOrder } from '#db/restore-office.ts';
import type { Restorable } from '#shared/domain/restores/loss.ts';
import type { RestoreProgress } from '#shared/domain/restores/steps.ts';
import { serveOrders } from './serve-orders.ts';

// A thread that makes a backup ready beside an office: gigabytes keep no window waiting.
serveOrders<RestoreOrder, Restorable, RestoreProgress>({ carryOut: prepareRestore, codeOf: () => 'RESTORE_FAILED' });
