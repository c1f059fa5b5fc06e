import { z } from 'zod';
import { controlFiguresSchema } from '#shared/domain/control/figures.ts';
import { controlDifferenceKinds } from '#shared/domain/control/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const name = z.string().trim().min(1).max(100);
const moment = z.strictObject({ on: localDateSchema, at: z.string().regex(/^\d{2}:\d{2}$/), by: name });

/** What a control check (销控核对表) is built from: what was compared, what differed and why, who signed, the head of the log. */
export const controlCheckDataSchema = z.strictObject({
  day: localDateSchema,
  company: z.strictObject({ name, project: name }),
  run: moment,
  figures: controlFiguresSchema,
  differences: z.array(
    z.strictObject({
      unit: z.string(),
      kind: z.enum(controlDifferenceKinds),
      field: z.string(),
      expected: z.string(),
      found: z.string(),
      /** Numbers of the deals that it is about. */
      records: z.string(),
      explanation: z.string().min(1),
      by: name,
    }),
  ),
  supervisor: moment,
  manager: moment,
  head: z.strictObject({ seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** What a control check is built from. */
export type ControlCheckData = z.output<typeof controlCheckDataSchema>;
