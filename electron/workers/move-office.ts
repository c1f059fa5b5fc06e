import { type CopyOrder, copyOffice } from '#db/office-copy.ts';
import type { RelocationProgress, RelocationTotals } from '#shared/domain/relocation/steps.ts';
import { serveOrders } from './serve-orders.ts';

// A thread that copies an office to another place: gigabytes keep no window waiting.
serveOrders<CopyOrder, RelocationTotals, RelocationProgress>({
  carryOut: copyOffice,
  codeOf: codeOfFault,
});

function codeOfFault(error: unknown) {
  const code = String(Reflect.get(Object(error), 'code'));
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return 'DISK_FULL';
  return /^(E[A-Z]+|SQLITE_.*)$/.test(code) ? 'DISK_FAILED' : 'BACKUP_FAILED';
}
