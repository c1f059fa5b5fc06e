import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const name = z.string().trim().min(1).max(100);

/** What the label of an archive box (档案盒标签) is built from: where it stands and what lies in it. */
export const boxLabelDataSchema = z.strictObject({
  company: z.strictObject({ name, project: name }),
  number: name,
  room: name,
  shelf: name,
  capacity: z.int().positive(),
  asOf: localDateSchema,
  maker: name,
  /** Nobody by name: whoever passes the shelf reads it. */
  contracts: z
    .array(z.strictObject({ number: name, unit: name, signedOn: localDateSchema, copies: z.int().positive() }))
    .max(500),
});

/** What the label of an archive box is built from. */
export type BoxLabelData = z.output<typeof boxLabelDataSchema>;
