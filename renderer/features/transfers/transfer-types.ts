import type { z } from 'zod';
import type { transfers } from '#shared/api/transfers.ts';

/** The transfer book as the office answers it. */
export type TransferBook = z.output<typeof transfers.list.output>;
/** One transfer. */
export type Transfer = TransferBook['rows'][number];
