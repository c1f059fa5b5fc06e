import { type BackupDone, type BackupOrder, backUpOffice } from '#db/back-up-office.ts';
import type { BackupProgress } from '#shared/domain/backups/steps.ts';
import { serveOrders } from './serve-orders.ts';

// A thread that copies an office that goes on working to a second place.
serveOrders<BackupOrder, BackupDone, BackupProgress>({ carryOut: backUpOffice, codeOf: () => 'BACKUP_FAILED' });
