import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

const line = z.string().trim().max(120);
const moment = z.strictObject({ on: localDateSchema, at: z.string().regex(/^\d{2}:\d{2}$/) });

/** What a pick slip (选房确认单) is built from: who picked which home at which desk, and until when it is kept. */
export const pickSlipDataSchema = z.strictObject({
  company: z.strictObject({ name: line, project: line }),
  launch: line,
  customer: line,
  place: z.int().positive(),
  queueNo: z.int().positive(),
  desk: line,
  by: line,
  unit: line,
  houseType: line,
  builtArea: line,
  listPrice: amountSchema,
  picked: moment,
  keptUntil: moment,
});

/** What a pick slip is built from. */
export type PickSlipData = z.output<typeof pickSlipDataSchema>;
