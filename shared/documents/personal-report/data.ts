import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const line = z.string().trim().min(1).max(200);
const cell = z.string().max(4000);

/** What a personal-data report (个人信息报告) is built from: what the office holds of one person, part by part. */
export const personalReportDataSchema = z
  .strictObject({
    printedOn: localDateSchema,
    project: line,
    seller: z.strictObject({ name: line, phone: z.string().trim().max(200) }),
    person: z.strictObject({ name: line, file: line }),
    parts: z
      .array(
        z.strictObject({
          title: line,
          columns: z.array(line).min(1).max(6),
          rows: z.array(z.array(cell)).max(2000),
        }),
      )
      .min(1)
      .max(20),
    maker: line,
  })
  .refine(
    ({ parts }) => parts.every(({ columns, rows }) => rows.every((row) => row.length === columns.length)),
    'a row has other columns than its part',
  );

/** What a personal-data report is built from. */
export type PersonalReportData = z.output<typeof personalReportDataSchema>;
