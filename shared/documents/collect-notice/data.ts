import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const name = z.string().trim().min(1).max(100);
const text = z.string().max(200);

/** What a notice to collect originals (领取通知书) is built from. */
export const collectNoticeDataSchema = z.strictObject({
  company: z.strictObject({ name, project: name, address: text, phone: text }),
  contract: z.strictObject({ number: name, unit: name, buyers: name, filingNumber: text }),
  papers: z.array(name).min(1).max(20),
  collectBy: localDateSchema,
  on: localDateSchema,
  maker: name,
});

/** What a notice to collect is built from. */
export type CollectNoticeData = z.output<typeof collectNoticeDataSchema>;
