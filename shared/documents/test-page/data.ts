import { z } from 'zod';

const name = z.string().trim().min(1).max(200);

/** What a test page (打印测试页) is built from: by whom, where and how it was sent to a printer. */
export const testPageDataSchema = z.strictObject({
  office: name,
  terminal: name,
  printer: name,
  /** As the printing system names it; empty for the printer's usual one. */
  tray: z.string().max(100),
  /** Both sides: a second page then shows whether they lie on each other. */
  bothSides: z.boolean(),
  printedAt: name,
  by: name,
});

/** What a test page is built from. */
export type TestPageData = z.output<typeof testPageDataSchema>;
