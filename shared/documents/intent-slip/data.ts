import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

const name = z.string().trim().min(1).max(100);

/** What an intent slip (认筹登记单) is built from. */
export const intentSlipDataSchema = z.strictObject({
  company: z.strictObject({ name, project: name }),
  launch: z.strictObject({ number: name, name, opensOn: localDateSchema, opensAt: z.string().regex(/^\d{2}:\d{2}$/) }),
  customer: name,
  queueNo: z.int().positive(),
  /** Stands for the name in the published list. */
  code: z.string().regex(/^[0-9a-f]{8}$/),
  registeredOn: localDateSchema,
  consultant: name,
  wishes: z.array(name).max(10),
  /** Earnest money of the launch; 0 where none is asked for. */
  intentMoney: amountSchema,
  /** Number of its receipt; empty while none was taken. */
  receipt: z.string().max(40),
  rules: z.strictObject({
    groupSize: z.int().positive(),
    pickSeconds: z.int().positive(),
    passes: z.int().min(0),
    pickHours: z.int().positive(),
  }),
});

/** What an intent slip is built from. */
export type IntentSlipData = z.output<typeof intentSlipDataSchema>;
