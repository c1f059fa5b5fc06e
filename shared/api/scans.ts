import { z } from 'zod';
import { documentKindNames, documentStates, paperNouns } from '#shared/domain/documents/states.ts';
import { scanOutcomes, scanStates } from '#shared/domain/scans/outcomes.ts';
import { canSchema, idSchema, personSchema, reasonSchema, versionSchema } from './common.ts';
import { fileSchema } from './import-files.ts';
import { command, nothing, query } from './procedure.ts';

/** The paper that a scanned page belongs to, or may belong to. */
const paper = z.strictObject({
  documentId: idSchema,
  kind: z.enum(documentKindNames),
  title: z.string(),
  number: z.string(),
  issueVersion: z.int(),
  state: z.enum(documentStates),
  pages: z.int().nullable(),
  noun: z.enum(paperNouns),
  subjectId: idSchema,
});

const scanPage = z.strictObject({
  id: idSchema,
  stackId: idSchema,
  position: z.int(),
  outcome: z.enum(scanOutcomes),
  state: z.enum(scanStates),
  /** What its code says, as far as it is one of ours. */
  code: z.strictObject({ number: z.string(), version: z.int(), page: z.int() }).nullable(),
  /** Null where it belongs to no paper yet, or to one that the caller may not open. */
  paper: paper.nullable(),
  page: z.int().nullable(),
  turns: z.int().min(0).max(3),
  sizeBytes: z.int(),
  pictured: z.boolean(),
  byHand: z.boolean(),
  reason: z.string(),
  scannedBy: personSchema,
  scannedAt: z.int(),
  settledAt: z.int().nullable(),
  /** `assign`, `replace`, `discard`, `takeOff`: what can be done with it as it stands. */
  can: canSchema,
  version: versionSchema,
});

const target = { scanPageId: idSchema, version: versionSchema };
const settled = z.strictObject({ state: z.enum(scanStates) });

/** Scanned pages of issued papers: they file themselves by their page codes, the others wait for somebody. */
export const scans = {
  /**
   * Reads a PDF or a photo; each page whose code is that of a paper that stands goes to it. SCAN_KIND, SCAN_TOO_LARGE,
   * SCAN_TOO_MANY, SCAN_TOO_FINE, SCAN_PROTECTED, SCAN_UNREADABLE, SCAN_SLOW; ACT_STOPPED when the caller stops it.
   */
  take: command({
    permission: 'documents.scan',
    carriesFiles: true,
    input: z.strictObject({ file: fileSchema }),
    output: z.strictObject({ stackId: idSchema, pages: z.int(), filed: z.int(), waiting: z.int() }),
  }),
  /** How far the file of this window is: pages that are read, of how many; null when none is. */
  progress: query({
    permission: 'documents.scan',
    input: nothing,
    output: z.strictObject({ pages: z.strictObject({ done: z.int(), of: z.int() }).nullable() }),
  }),
  /** Stops the reading of this window's file; nothing of it is kept then. */
  stop: command({ permission: 'documents.scan', input: nothing, output: nothing }),
  /** The newest stacks, and the pages that wait for somebody: one's own, or everybody's for whoever sees all contracts. */
  overview: query({
    permission: 'documents.scan',
    input: nothing,
    output: z.strictObject({
      stacks: z.array(
        z.strictObject({
          id: idSchema,
          pages: z.int(),
          filed: z.int(),
          waiting: z.int(),
          addedBy: personSchema,
          addedAt: z.int(),
        }),
      ),
      waiting: z.array(scanPage),
    }),
  }),
  /** The pages of a stack in their order. */
  stack: query({
    permission: 'documents.scan',
    input: z.strictObject({ stackId: idSchema }),
    output: z.strictObject({ pages: z.array(scanPage) }),
  }),
  /** What came back of a paper: page by page, with the scans that gave way to better ones, and which pages are missing. */
  ofPaper: query({
    permission: 'documents.read',
    input: z.strictObject({ documentId: idSchema }),
    output: z.strictObject({
      paper,
      filed: z.array(scanPage),
      replaced: z.array(scanPage),
      missing: z.array(z.int()),
      /** `take`: bring scans here. */
      can: canSchema,
    }),
  }),
  /** One scanned page as a PDF in base64. */
  open: query({
    permission: 'documents.read',
    input: z.strictObject({ scanPageId: idSchema }),
    output: z.strictObject({ content: z.base64(), turns: z.int().min(0).max(3) }),
  }),
  /** All filed scans of a paper as one PDF in base64, page by page in their order, each upright. JOINED_FILE_TOO_LARGE. */
  joined: query({
    permission: 'documents.export',
    input: z.strictObject({ documentId: idSchema }),
    output: z.strictObject({ content: z.base64(), pages: z.int() }),
  }),
  /** Small pictures of pages as PNG in base64; of those that may not be seen or have none there is none. */
  thumbnails: query({
    permission: 'documents.read',
    input: z.strictObject({ scanPageIds: z.array(idSchema).min(1).max(60) }),
    output: z.strictObject({ pictures: z.array(z.strictObject({ id: idSchema, content: z.base64() })) }),
  }),
  /** The papers of a number that the caller may open: where a page could belong. */
  papersNumbered: query({
    permission: 'documents.scan',
    input: z.strictObject({ number: z.string().trim().min(1).max(40) }),
    output: z.strictObject({ papers: z.array(paper) }),
  }),
  /** Says where a waiting page belongs, with the reason; a scan that is there gives way. SCAN_NO_SUCH_PAGE, SCAN_PAPER_VOID. */
  assign: command({
    permission: 'documents.scan',
    input: z.strictObject({ ...target, documentId: idSchema, page: z.int().min(1).max(9999), reason: reasonSchema }),
    output: settled,
  }),
  /** Puts a page in the place of the scan that its code says is there already; that one is kept as replaced. */
  replace: command({ permission: 'documents.scan', input: z.strictObject(target), output: settled }),
  /** Takes a page off its paper again: it waits, and its place is missing. */
  takeOff: command({
    permission: 'documents.scan',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: settled,
  }),
  /** Throws away a page that waits: its bytes are destroyed. */
  discard: command({
    permission: 'documents.scan',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: settled,
  }),
};
