import { z } from 'zod';
import { annexesSchema } from '#shared/domain/contracts/annexes.ts';
import { fundPaymentSchema } from '#shared/domain/contracts/confirmations.ts';
import { fieldChangesSchema, fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { contractBuyerSchema, eligibilitySchema, ownershipKinds } from '#shared/domain/contracts/parties.ts';
import { defectStates, signingParties } from '#shared/domain/contracts/review.ts';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { contractViews } from '#shared/domain/contracts/views.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, totalAmountSchema } from '#shared/kernel/money.ts';
import { cityContract } from './city-contract.ts';
import { idSchema, listPart, reasonSchema, versionSchema } from './common.ts';
import { contractRecord, contractRow, defectPlaceSchema, defectReportSchema } from './contract-record.ts';
import { command, query } from './procedure.ts';
import { handedPages, sampleOrdered, sampleWay } from './samples.ts';

/** Columns that the list of contracts can be ordered by. */
export const contractColumns = [
  'number',
  'unit',
  'buyers',
  'state',
  'consultant',
  'signBy',
  'signedOn',
  'price',
  'received',
  'filingNumber',
] as const;

const target = { contractId: idSchema, version: versionSchema };
const outcome = z.strictObject({ state: z.enum(contractStates), version: versionSchema });

/** Contracts of sale (合同): drafted from a subscription, reviewed, printed, signed, filed. */
export const contracts = {
  list: query({
    permission: 'contracts.read',
    input: z.strictObject({
      scope: z.enum(['mine', 'all']),
      states: z.array(z.enum(contractStates)).min(1).max(contractStates.length).nullable(),
      text: z.string().trim().max(60),
      view: z.enum(contractViews).default('all'),
      ...listPart(contractColumns),
    }),
    output: z.strictObject({
      total: z.int(),
      /** Of everything that the filter leaves and that has not ended, whatever part of it is answered. */
      sums: z.strictObject({ price: totalAmountSchema, received: totalAmountSchema }),
      /** How many ended ones are listed and left out of the sums: none where the filter asks for them. */
      ended: z.int(),
      /** How many each view shows under the same search. */
      counts: z.record(z.enum(contractViews), z.int()),
      rows: z.array(contractRow),
    }),
  }),
  detail: query({
    permission: 'contracts.read',
    input: z.strictObject({ contractId: idSchema }),
    output: contractRecord,
  }),
  /** The pages as they would be printed now, every page marked as a draft: PDF in base64. */
  preview: query({
    permission: 'contracts.read',
    input: z.strictObject({ contractId: idSchema }),
    output: z.strictObject({ content: z.base64(), pages: z.int() }),
  }),
  /** Keeps that a sample (样张) of these pages is printed: no number is taken for it, and it is none of the copies. */
  sample: command({
    permission: 'documents.print',
    input: z.strictObject({ contractId: idSchema, ...sampleWay }),
    output: sampleOrdered,
  }),
  /** The pages of the sample that the caller has just ordered, for the printer of their terminal. */
  sampleJob: query({
    permission: 'documents.print',
    input: z.strictObject({ contractId: idSchema }),
    output: handedPages,
  }),
  /** Takes a number and begins a contract from a subscription whose deposit is whole; the subscription is converted. */
  draft: command({
    permission: 'contracts.write',
    input: z.strictObject({ subscriptionId: idSchema, version: versionSchema }),
    output: z.strictObject({ contractId: idSchema, number: z.string() }),
  }),
  /** Changes the choices and blanks of the articles and annexes. */
  edit: command({
    permission: 'contracts.write',
    input: z.strictObject({
      ...target,
      changes: z.strictObject({
        fields: fieldChangesSchema.exactOptional(),
        /** Fields that are left out: the paper strikes them. */
        strike: z.array(z.enum(fieldNames)).max(fieldNames.length).exactOptional(),
        annexes: annexesSchema.partial().exactOptional(),
        ownership: z.enum(ownershipKinds).exactOptional(),
        signingPlace: z.string().trim().max(100).exactOptional(),
        buyer: contractBuyerSchema
          .pick({
            nationality: true,
            residence: true,
            birthOn: true,
            sex: true,
            postcode: true,
            email: true,
            representative: true,
            agent: true,
          })
          .extend({ customerId: idSchema })
          .exactOptional(),
        /** A buyer's certificate that he may buy; null takes it away. */
        eligibility: z
          .strictObject({ customerId: idSchema, certificate: eligibilitySchema.nullable() })
          .exactOptional(),
      }),
    }),
    output: outcome,
  }),
  /** Takes a draft to the text in force; the data stay, the words change. */
  takeText: command({ permission: 'contracts.write', input: z.strictObject(target), output: outcome }),
  /** Writes down that the buyers were told of the terms that weigh on them, as these stand now, and signed that. */
  explainTerms: command({ permission: 'contracts.write', input: z.strictObject(target), output: outcome }),
  /** Enters the proof that the maintenance fund was paid, or takes it back. */
  recordFund: command({
    permission: 'contracts.write',
    input: z.strictObject({ ...target, payment: fundPaymentSchema.nullable() }),
    output: outcome,
  }),
  /** Hands it to the reviewers; refused while a point of the check or a defect is open. */
  submit: command({ permission: 'contracts.write', input: z.strictObject(target), output: outcome }),
  /** Takes it out of review again. */
  withdraw: command({ permission: 'contracts.write', input: z.strictObject(target), output: outcome }),
  /** Passes one level of the review; the last one approves. */
  approve: command({
    permission: 'contracts.review',
    input: z.strictObject({ ...target, opinion: z.string().trim().max(500) }),
    output: outcome,
  }),
  /** Returns it to whoever drafted it, with what is wrong. DEFECT_KIND_NOT_LISTED, DEFECT_PLACE_WRONG. */
  sendBack: command({
    permission: 'contracts.review',
    input: z.strictObject({
      ...target,
      opinion: z.string().trim().max(500),
      defects: z
        .array(
          defectPlaceSchema.extend({
            kind: z.string().max(40),
            text: z.string().trim().min(2).max(200),
          }),
        )
        .min(1)
        .max(30),
    }),
    output: outcome,
  }),
  /** Defects raised in some days, counted by kind and by person, with who had let each through. */
  defects: query({
    permission: 'contracts.defects',
    input: z.strictObject({ from: localDateSchema, to: localDateSchema }),
    output: defectReportSchema,
  }),
  /** Says that a defect is corrected, or that it is not after all. */
  settleDefect: command({
    permission: 'contracts.write',
    input: z.strictObject({ defectId: idSchema, version: versionSchema, state: z.enum(defectStates) }),
    output: z.strictObject({ state: z.enum(defectStates) }),
  }),
  /** Takes an approved or printed contract back to draft: the number stays, the version rises, old copies come back. */
  correct: command({
    permission: 'contracts.write',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: outcome,
  }),
  /** Records the signature of whoever comes next: the buyers in their order, then the seller, whose seal completes it. */
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
  /** Enters the number of the city's net-signing, compared with what the city's contract says. */
  file: command({
    permission: 'contracts.file',
    input: z.strictObject({
      ...target,
      filingNumber: z.string().trim().min(4).max(40),
      filedOn: localDateSchema,
      /** As the city's contract has them. */
      price: amountSchema,
      builtArea: areaSchema,
    }),
    output: outcome,
  }),
  /** Enters that the registry has cancelled the filing, for a change of names or an end that was agreed to. */
  cancelFiling: command({
    permission: 'contracts.file',
    input: z.strictObject({ ...target, number: z.string().trim().min(4).max(40), cancelledOn: localDateSchema }),
    output: outcome,
  }),
  ...cityContract,
  /** Drops a contract that nobody has signed: its number is voided, the subscription lives on. */
  drop: command({
    permission: 'contracts.drop',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: outcome,
  }),
};
