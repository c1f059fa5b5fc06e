import { z } from 'zod';
import { copyStates } from '#shared/domain/documents/copies.ts';
import { copyHolders } from '#shared/domain/documents/holders.ts';
import { keepingRules } from '#shared/domain/documents/keeping.ts';
import { keptOutReasons } from '#shared/domain/documents/reprints.ts';
import { sheetNames } from '#shared/domain/documents/sheets.ts';
import {
  documentKindNames,
  documentStates,
  keptPaperReasons,
  paperNouns,
  printStates,
} from '#shared/domain/documents/states.ts';
import { canSchema, idSchema, reasonSchema, versionSchema } from './common.ts';
import { paperBatches } from './paper-batches.ts';
import { command, query } from './procedure.ts';
import { handedPages, sampleOrdered, sampleWay, traySchema } from './samples.ts';

/** A copy that came out spoiled or not at all. */
export const spoiledCopySchema = z.strictObject({ copy: z.int().min(1), reason: z.string() });

/** What was said when a reprint was ordered; nothing of it for other prints. */
export const reprintSaidSchema = z.strictObject({
  /** Earlier copies that came back then, and why the others stay out. */
  back: z.array(z.int()),
  keptOut: z.enum(keptOutReasons).nullable(),
  /** Sheets that were left in the tray; null where nobody counted them. */
  sheetsLeft: z.int().nullable(),
});

/** Records that papers belong to. */
const subjectNoun = z.enum(paperNouns);

const print = z.strictObject({
  id: idSchema,
  at: z.int(),
  operator: z.string(),
  printer: z.string(),
  firstCopy: z.int(),
  copies: z.int(),
  reprint: z.boolean(),
  state: z.enum(printStates),
  failure: z.string(),
  /** Copies that came out spoiled or not at all, each with its reason. */
  spoiled: z.array(spoiledCopySchema),
  said: reprintSaidSchema,
  tray: z.string(),
  /** The queue's name of the job, and whether it was this PC's. */
  jobName: z.string(),
  here: z.boolean(),
  /** `confirm`, `spoil`, `nothingOut`, `retry`, `cancel`: those that its state allows. */
  can: canSchema,
});

const document = z.strictObject({
  id: idSchema,
  kind: z.enum(documentKindNames),
  number: z.string(),
  state: z.enum(documentStates),
  issueVersion: z.int(),
  pages: z.int().nullable(),
  /** The sheet it is printed on, where there was one to choose. */
  sheet: z.enum(sheetNames).nullable(),
  issuedAt: z.int(),
  issuedBy: z.string(),
  copiesDue: z.int(),
  copiesPrinted: z.int(),
  /** Of the printed ones, those that have not come back. */
  copiesOutside: z.int(),
  /** Of the spoiled ones, those in whose place nothing was ordered yet. */
  copiesToReplace: z.int(),
  /** Which reprint (补打) the next one would be. */
  nextReprint: z.int(),
  /** It is usually printed on both sides. */
  duplex: z.boolean(),
  voidReason: z.string(),
  /** Its data and pages were destroyed; number and prints stay. */
  erased: z.boolean(),
  prints: z.array(print),
  /**
   * `print`, `void`, `takeBack` while copies are outside, `resume` while it is not sealed, and `pages` with the reason
   * where they are not shown: erased, or of somebody who may not be found by way of them.
   */
  can: canSchema,
  version: versionSchema,
});

/** Papers: issued in three steps, printed as often as the paper allows. */
export const documents = {
  /** The papers of a record, the voided ones too. */
  ofSubject: query({
    permission: 'documents.read',
    input: z.strictObject({ noun: subjectNoun, subjectId: idSchema }),
    output: z.array(document),
  }),
  detail: query({
    permission: 'documents.read',
    input: z.strictObject({ documentId: idSchema }),
    output: z.strictObject({
      document,
      title: z.string(),
      noun: subjectNoun,
      subjectId: idSchema,
      /** Blanks that the paper strikes because nobody has filled them in, by the names that stand on it. */
      openBlanks: z.array(z.string()),
      /** For how long it is kept, with the years that the office has set. */
      keeping: z.strictObject({
        rule: z.enum(keepingRules),
        ...{ contractYears: z.int(), cancelledYears: z.int(), moneyYears: z.int() },
      }),
      /** Who each copy goes to, in the order of the copies; empty where the paper says it itself. */
      holders: z.array(z.enum(copyHolders)),
      /** The copies that have their number, version by version, the newest first: which of how many, and how each stands. */
      copies: z.array(
        z.strictObject({
          documentId: idSchema,
          issueVersion: z.int(),
          voided: z.boolean(),
          of: z.int(),
          copies: z.array(
            z.strictObject({
              ...{ copy: z.int(), state: z.enum(copyStates), reprint: z.boolean() },
              /** Why it stays out though another was printed since. */
              keptOut: z.enum(keptOutReasons).nullable(),
              /** Who it goes to; null for one that was spoiled, came back or is printed beyond those that are due. */
              holder: z.enum(copyHolders).nullable(),
            }),
          ),
        }),
      ),
      /** Where the finished pages did not say what the data say, so that they were not sealed; null for all others. */
      differences: z.string().nullable(),
      /** It names somebody who is anonymous or whose data are only kept: until when it is open after a reason. */
      kept: z.strictObject({ openUntil: z.int().nullable() }).nullable(),
    }),
  }),
  /**
   * Says what such a paper is needed for, in the log: for ten minutes the caller may look at it, print it and take it
   * along. PAPER_ERASED, PAPER_NOT_KEPT; REASON_MISSING where another reason is not put into words.
   */
  openKept: command({
    permission: 'documents.openKept',
    input: z.strictObject({
      documentId: idSchema,
      reason: z.enum(keptPaperReasons),
      words: z.string().trim().max(200).default(''),
    }),
    output: z.strictObject({ until: z.int() }),
  }),
  /** Takes the number and the data; the office then renders and seals. Gives the paper that is there already. */
  issue: command({
    permission: 'documents.issue',
    input: z.strictObject({
      kind: z.enum(documentKindNames),
      subjectId: idSchema,
      /** Which record is meant, for a kind that more than one sort of record has. */
      noun: subjectNoun.optional(),
      /** The sheet, for a kind of paper that is printed on more than one; else the one that stands or the usual one. */
      sheet: z.enum(sheetNames).optional(),
    }),
    output: z.strictObject({ documentId: idSchema, state: z.enum(documentStates) }),
  }),
  ...paperBatches,
  /** Renders a paper again that a crash left unsealed. */
  resume: command({
    permission: 'documents.issue',
    input: z.strictObject({ documentId: idSchema }),
    output: z.strictObject({ state: z.enum(documentStates) }),
  }),
  /** The pages of an issued paper as PDF in base64, without marks of a copy: for looking, not for printing. */
  pages: query({
    permission: 'documents.read',
    input: z.strictObject({ documentId: idSchema }),
    output: z.strictObject({ content: z.base64(), sha256: z.string(), pages: z.int() }),
  }),
  /** Orders copies; the terminal that owns the printer claims the job and sends the stamped pages. */
  print: command({
    permission: 'documents.print',
    input: z.strictObject({
      documentId: idSchema,
      printer: z.string().min(1).max(200),
      copies: z.int().min(1).max(20),
      /** What a reprint (补打) is for; kept in the history. Not asked for where it only replaces spoiled copies. */
      reason: z.string().trim().max(200).default(''),
      /**
       * The copies that are out when a reprint is ordered: those that came back and are destroyed, and why the others stay
       * out. Asked for where a purpose is. EARLIER_COPIES_OPEN, COPY_NOT_OUT.
       */
      earlier: z
        .strictObject({ back: z.array(z.int().min(1)).max(40), keptOut: z.enum(keptOutReasons).optional() })
        .optional(),
      /** Sheets left in the tray, where somebody has looked. */
      sheetsLeft: z.int().min(0).max(9_999).optional(),
      /** Tray of the printer; its usual one where none is named. */
      tray: traySchema.default(''),
      /** On both sides; as the kind of paper usually is where nothing is said. */
      duplex: z.boolean().optional(),
    }),
    output: z.strictObject({ printId: idSchema, firstCopy: z.int(), reprint: z.boolean() }),
  }),
  /** The stamped pages of a print job, for the terminal that prints it. */
  printJob: query({
    permission: 'documents.print',
    input: z.strictObject({ printId: idSchema }),
    output: handedPages,
  }),
  /**
   * Keeps that a sample (样张) of an issued paper is printed: every page says 草稿, it takes no number, and it is none of
   * the paper's copies. DOCUMENT_NOT_ISSUED.
   */
  sample: command({
    permission: 'documents.print',
    input: z.strictObject({ documentId: idSchema, ...sampleWay }),
    output: sampleOrdered,
  }),
  /** The pages of the sample that the caller has just ordered, for the printer of their terminal. */
  sampleJob: query({
    permission: 'documents.print',
    input: z.strictObject({ documentId: idSchema }),
    output: handedPages,
  }),
  /** What became of a print job at the printer: taken by it, or refused so that nothing is on paper. */
  printed: command({
    permission: 'documents.print',
    input: z.strictObject({
      printId: idSchema,
      result: z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), jobName: z.string().max(200), sha256: z.string().length(64) }),
        z.strictObject({ ok: z.literal(false), failure: z.string().max(300) }),
      ]),
    }),
    output: z.strictObject({ state: z.enum(printStates) }),
  }),
  /** Copies that came back: spoiled, or of a version that was corrected. They are destroyed, and the reason is kept. */
  takeBack: command({
    permission: 'documents.print',
    input: z.strictObject({ documentId: idSchema, copies: z.int().min(1).max(40), reason: reasonSchema }),
    output: z.strictObject({ outside: z.int() }),
  }),
  /** Takes a paper back with a reason: its number stays, explained. */
  void: command({
    permission: 'documents.void',
    input: z.strictObject({ documentId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(documentStates) }),
  }),
};
