import { z } from 'zod';
import { departments } from '#shared/domain/custody/places.ts';
import { transferActs, transferKinds, transferStates, transferViews } from '#shared/domain/transfers/transfers.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { canSchema, idSchema, lineSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

const line = z.strictObject({
  kind: z.enum(transferKinds),
  title: lineSchema,
  /** Number that stands on it; empty for what has none. */
  reference: z.string().trim().max(60),
  copies: z.int().min(1).max(999),
  pages: z.int().min(1).max(9999),
});

/** The book of documents that pass between departments (文件传递登记). */
export const transfers = {
  /** The newest transfers of a view, at most 400, found by number, name or reference of what was passed. */
  list: query({
    permission: 'transfers.read',
    input: z.strictObject({ view: z.enum(transferViews), text: z.string().trim().max(60) }),
    output: z.strictObject({
      counts: z.record(z.enum(transferViews), z.int()),
      rows: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          from: z.enum(departments),
          to: z.enum(departments),
          state: z.enum(transferStates),
          sentBy: z.string(),
          sentAt: z.int(),
          sentOn: localDateSchema,
          /** The day by whose end it is to be answered; null once it is. */
          dueOn: localDateSchema.nullable(),
          answeredBy: z.string(),
          answeredAt: z.int().nullable(),
          signer: z.string(),
          answer: z.string(),
          lines: z.array(line),
          /** `receive`, `signPaper`, `refuse`, `return`, `withdraw` where the state allows them. */
          can: canSchema,
          version: versionSchema,
        }),
      ),
      /** Departments as which the person sends; none for those who only read. */
      mine: z.array(z.enum(departments)),
    }),
  }),
  /** Sends documents to another department. TRANSFER_OF_OTHERS, TRANSFER_TO_ITSELF. */
  send: command({
    permission: 'transfers.write',
    input: z.strictObject({ from: z.enum(departments), to: z.enum(departments), lines: z.array(line).min(1).max(40) }),
    output: z.strictObject({ transferId: idSchema, number: z.string() }),
  }),
  /** Answers a transfer: received, refused, returned, withdrawn, or signed on paper by somebody. */
  answer: command({
    permission: 'transfers.write',
    input: z.strictObject({
      transferId: idSchema,
      version: versionSchema,
      act: z.enum(transferActs),
      signer: z.string().trim().max(60),
      reason: z.string().trim().max(200),
    }),
    output: z.strictObject({ state: z.enum(transferStates) }),
  }),
};
