import { z } from 'zod';

/** 挞定: the buyers did not sign, were told of the end and did not come; the deposit is kept. */
export const forfeitureAsk = z.strictObject({ kind: z.literal('forfeiture') });
