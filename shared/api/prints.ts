import { z } from 'zod';
import { numberSeries, numberStates } from '#shared/domain/documents/numbers.ts';
import { sheetNames } from '#shared/domain/documents/sheets.ts';
import { documentKindNames, paperNouns, printStates } from '#shared/domain/documents/states.ts';
import { canSchema, idSchema, reasonSchema } from './common.ts';
import { reprintSaidSchema, spoiledCopySchema } from './documents.ts';
import { command, query } from './procedure.ts';
import { handedPages, traySchema } from './samples.ts';

const state = z.enum(printStates);

const printJob = z.strictObject({
  id: idSchema,
  documentId: idSchema,
  kind: z.enum(documentKindNames),
  title: z.string(),
  number: z.string(),
  noun: z.enum(paperNouns),
  subjectId: idSchema,
  issueVersion: z.int(),
  state,
  queuedAt: z.int(),
  printedAt: z.int().nullable(),
  operator: z.string(),
  /** True for the caller's own. */
  mine: z.boolean(),
  /** Name of the PC from which it was ordered; empty for prints of earlier versions of the program. */
  terminal: z.string(),
  /** True where that is this PC. */
  here: z.boolean(),
  printer: z.string(),
  tray: z.string(),
  /** The queue's name of the job; empty until the printer took it. */
  jobName: z.string(),
  firstCopy: z.int(),
  copies: z.int(),
  reprint: z.boolean(),
  failure: z.string(),
  spoiled: z.array(spoiledCopySchema),
  said: reprintSaidSchema,
  confirmedBy: z.string(),
  confirmedAt: z.int().nullable(),
  /** `confirm`, `cancel`, `retry`, `nothingOut`: those that its state allows. */
  can: canSchema,
});

const series = z.enum(numberSeries);

const one = z.strictObject({ printId: idSchema });
const stateOf = z.strictObject({ state });

/** Print jobs of the office (打印任务): from the order to the look at each copy. */
export const prints = {
  /** The jobs of papers that the caller may see, the newest first: the open ones, or the last of all. */
  list: query({
    permission: 'documents.read',
    input: z.strictObject({
      scope: z.enum(['open', 'all']),
      limit: z.int().min(1).max(500).default(200),
    }),
    output: z.strictObject({ jobs: z.array(printJob), more: z.boolean() }),
  }),
  /** How many jobs that were ordered from this PC wait for somebody to say what became of them. */
  here: query({
    permission: 'documents.print',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ id: idSchema, state, number: z.string() })),
  }),
  /** The kinds of papers with the sheets that they are printed on and whether on both sides: what a terminal's printers are set for. */
  kinds: query({
    permission: 'documents.print',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({ kind: z.enum(documentKindNames), sheets: z.array(z.enum(sheetNames)), duplex: z.boolean() }),
    ),
  }),
  /** Pages that a printer is tried with: they take no number, and nothing is kept of them. GLYPH_MISSING. */
  testPage: query({
    permission: 'documents.print',
    input: z.strictObject({
      sheet: z.enum(sheetNames),
      printer: z.string().min(1).max(200),
      /** What people call it; stands on the page. */
      printerTitle: z.string().trim().min(1).max(200),
      tray: traySchema.default(''),
      duplex: z.boolean(),
    }),
    output: handedPages,
  }),
  /** The terminal hands the pages to its printer now: from here on something may be on paper. PRINT_JOB_DONE. */
  start: command({ permission: 'documents.print', input: one, output: stateOf }),
  /**
   * Somebody has looked at the copies: all are good, or these came out spoiled or not at all. The number of a spoiled copy is
   * never used again. PRINT_NOT_OUT, COPY_NOT_OF_PRINT, COPY_SPOILED_ALREADY, SPOILED_REASON_MISSING.
   */
  confirm: command({
    permission: 'documents.print',
    input: one.extend({
      spoiled: z
        .array(z.strictObject({ copy: z.int().min(1), reason: z.string().trim().max(200) }))
        .max(20)
        .default([]),
    }),
    output: z.strictObject({ state, good: z.int(), spoiled: z.int() }),
  }),
  /** Nothing of it came out, and nothing will: its job was taken out of the printer. The copies keep their numbers. */
  nothingOut: command({ permission: 'documents.print', input: one, output: stateOf }),
  /** A job that no printer has had yet is not wanted any more; its numbers go to the next. */
  cancel: command({ permission: 'documents.print', input: one.extend({ reason: reasonSchema }), output: stateOf }),
  /** A job that failed is tried again, with the same copies, by the caller. PRINT_NOT_FAILED, PRINT_NUMBERS_TAKEN. */
  retry: command({
    permission: 'documents.print',
    input: one.extend({ printer: z.string().min(1).max(200), tray: traySchema.default('') }),
    output: z.strictObject({ state, firstCopy: z.int() }),
  }),
  /** The series of numbers of a year (号池): how far each is, and how many of its numbers ended or are missing. */
  series: query({
    permission: 'documents.void',
    input: z.strictObject({ year: z.int().min(2000).max(2200) }),
    output: z.strictObject({
      years: z.array(z.int()),
      series: z.array(
        z.strictObject({
          series,
          last: z.int(),
          next: z.string(),
          standing: z.int(),
          ended: z.int(),
          before: z.int(),
          missing: z.int(),
        }),
      ),
    }),
  }),
  /** Every number of one series and year that was given, with what became of it; none is left out. */
  numbers: query({
    permission: 'documents.void',
    input: z.strictObject({ series, year: z.int().min(2000).max(2200) }),
    output: z.array(
      z.strictObject({ number: z.string(), place: z.int(), state: z.enum(numberStates), reason: z.string() }),
    ),
  }),
};
