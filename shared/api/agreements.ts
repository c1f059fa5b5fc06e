import { z } from 'zod';
import { agreementStates } from '#shared/domain/agreements/states.ts';
import { clauseSchema, MOST_CLAUSES } from '#shared/domain/changes/asks/terms-change.ts';
import { changeKinds, changeStates } from '#shared/domain/changes/kinds.ts';
import { signingParties } from '#shared/domain/contracts/review.ts';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { receiptItems } from '#shared/domain/payments/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { canSchema, historyEventSchema, idSchema, reasonSchema, versionSchema } from './common.ts';
import { agreementRow, neededFileSchema, signingPlace } from './contract-record.ts';
import { command, query } from './procedure.ts';

const target = { agreementId: idSchema, version: versionSchema };
const outcome = z.strictObject({ state: z.enum(agreementStates), version: versionSchema });
const opinion = z.string().trim().max(500);

const settlement = z.strictObject({
  rows: z.array(
    z.strictObject({
      item: z.enum(receiptItems),
      paidOn: localDateSchema,
      receipt: z.string(),
      amount: amountSchema,
      back: amountSchema,
      penalty: amountSchema,
      refund: amountSchema,
      days: z.int().min(0),
      interest: amountSchema,
      net: amountSchema,
      toLender: z.boolean(),
    }),
  ),
  amount: amountSchema,
  back: amountSchema,
  penalty: amountSchema,
  refund: amountSchema,
  interest: amountSchema,
  net: amountSchema,
  toLender: amountSchema,
  toBuyer: amountSchema,
  /** The yearly rate of the interest, ppm, and the day up to which it is reckoned. */
  yearlyPpm: z.int().min(0),
  until: localDateSchema,
});

/**
 * Agreements about a signed contract (补充协议、解除协议): drafted from a change that was agreed to, looked through by a second
 * person, printed, and signed by all.
 */
export const agreements = {
  detail: query({
    permission: 'contracts.read',
    input: z.strictObject({ agreementId: idSchema }),
    output: z.strictObject({
      row: agreementRow,
      contract: z.strictObject({ id: idSchema, number: z.string(), state: z.enum(contractStates) }),
      change: z.strictObject({
        id: idSchema,
        number: z.string(),
        kind: z.enum(changeKinds),
        state: z.enum(changeStates),
      }),
      unit: z.string(),
      buyers: z.string(),
      /** The people whom its amendments name. */
      people: z.array(z.strictObject({ customerId: idSchema, name: z.string() })),
      clauses: z.array(z.string()),
      /** How the money of a contract that ends is settled; null for an agreement that only changes it. */
      money: settlement.nullable(),
      draftedBy: z.string(),
      draftedOn: localDateSchema,
      review: z.strictObject({ by: z.string(), at: z.int(), opinion: z.string() }).nullable(),
      signing: z.array(signingPlace),
      /** The files that it needs by each step, and how many of them are there. */
      files: z.array(neededFileSchema),
      /** Printed copies of earlier versions that have not come back. */
      copiesOutstanding: z.int(),
      refiledNumber: z.string(),
      endReason: z.string(),
      history: z.array(historyEventSchema),
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /** Takes a number and drafts the agreement by which a change of a signed contract is made. */
  draft: command({
    permission: 'contracts.write',
    input: z.strictObject({ changeId: idSchema }),
    output: z.strictObject({ agreementId: idSchema, number: z.string() }),
  }),
  /** Writes its clauses in words of its own. */
  edit: command({
    permission: 'contracts.write',
    input: z.strictObject({ ...target, clauses: z.array(clauseSchema).max(MOST_CLAUSES) }),
    output: outcome,
  }),
  submit: command({ permission: 'contracts.write', input: z.strictObject(target), output: outcome }),
  withdraw: command({ permission: 'contracts.write', input: z.strictObject(target), output: outcome }),
  /** Passed by somebody who neither wrote it nor asked for its change. */
  approve: command({
    permission: 'contracts.review',
    input: z.strictObject({ ...target, opinion }),
    output: outcome,
  }),
  sendBack: command({
    permission: 'contracts.review',
    input: z.strictObject({ ...target, opinion: reasonSchema }),
    output: outcome,
  }),
  /** Takes it back to draft before all have signed: its number stays, signatures fall away, copies come back. */
  correct: command({
    permission: 'contracts.write',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: outcome,
  }),
  /** Records the signature of whoever comes next; the last one brings it into force on that day. */
  sign: command({
    permission: 'contracts.sign',
    input: z.strictObject({
      ...target,
      party: z.enum(signingParties),
      customerId: idSchema.nullable(),
      byProxy: z.boolean(),
    }),
    output: outcome,
  }),
  drop: command({
    permission: 'contracts.drop',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: outcome,
  }),
  /** Enters that the registry has been told of it. */
  refile: command({
    permission: 'contracts.file',
    input: z.strictObject({ ...target, number: z.string().trim().min(4).max(40), refiledOn: localDateSchema }),
    output: outcome,
  }),
};
