import { z } from 'zod';
import { partnerAgreementKinds, partnerAgreementStates } from '#shared/domain/partner-agreements/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, totalAmountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, lineSchema, noteSchema, personSchema, reasonSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const target = { agreementId: idSchema, version: versionSchema };

const contents = {
  kind: z.enum(partnerAgreementKinds),
  title: lineSchema,
  partner: lineSchema,
  /** Unified social credit code; empty for whoever has none. */
  creditCode: z.string().trim().max(18),
  contact: z.string().trim().max(60),
  phone: z.string().trim().max(30),
  fromOn: localDateSchema,
  toOn: localDateSchema,
  /** What it is worth in all; the ladder of the office decides by it. */
  amount: amountSchema,
  quotaUnits: z.int().min(1).max(10_000).nullable(),
  quotaAmount: amountSchema.refine((amount) => amount > 0).nullable(),
  terms: noteSchema,
};

const row = z.strictObject({
  id: idSchema,
  number: z.string(),
  ...contents,
  quotaAmount: amountSchema.nullable(),
  owner: personSchema,
  state: z.enum(partnerAgreementStates),
  /** Where it stands in the queue of renewals; null outside it. */
  renewal: z.strictObject({ daysLeft: z.int(), level: z.int(), dueOn: localDateSchema }).nullable(),
  use: z.strictObject({
    units: z.int(),
    amount: totalAmountSchema,
    ended: z.int(),
    unitsLeft: z.int().nullable(),
    amountLeft: amountSchema.nullable(),
  }),
  version: versionSchema,
});

/** Contracts of the department with partners (合作合同): agencies, suppliers, banks, agreement customers with quota. */
export const partnerAgreements = {
  list: query({
    permission: 'partnerAgreements.read',
    input: nothing,
    output: z.strictObject({
      rows: z.array(row),
      /** `draft`. */
      can: canSchema,
    }),
  }),
  detail: query({
    permission: 'partnerAgreements.read',
    input: z.strictObject({ agreementId: idSchema }),
    output: z.strictObject({
      agreement: row,
      approvalId: idSchema.nullable(),
      createdBy: personSchema,
      createdAt: z.int(),
      approvedAt: z.int().nullable(),
      endedOn: localDateSchema.nullable(),
      endReason: z.string(),
      /** The one that it takes the place of, and the one that takes its place. */
      renews: z.strictObject({ id: idSchema, number: z.string() }).nullable(),
      renewedBy: z.strictObject({ id: idSchema, number: z.string() }).nullable(),
      /** Deals on its account that the caller may see; the others are counted in its use. */
      deals: z.array(
        z.strictObject({
          subscriptionId: idSchema,
          number: z.string(),
          unit: z.string(),
          buyers: z.string(),
          subscribedOn: localDateSchema,
          price: amountSchema,
          ended: z.boolean(),
        }),
      ),
      /** `edit`, `submit`, `withdraw`, `renew`, `lapse`, `terminate`, `addDeal`. */
      can: canSchema,
    }),
  }),
  /** Writes a draft, or changes one. Throws PARTNER_ENDS_FIRST, PARTNER_NOT_DRAFT, CREDIT_CODE_NOT_VALID. */
  save: command({
    permission: 'partnerAgreements.write',
    input: z.strictObject({
      /** Null for a new one. */
      agreement: z.strictObject({ id: idSchema, version: versionSchema }).nullable(),
      /** The one it shall take the place of; only for a new one. Throws PARTNER_NOT_ACTIVE, PARTNER_RENEWED. */
      renewsId: idSchema.nullable(),
      ownerId: idSchema,
      ...contents,
    }),
    output: z.strictObject({ agreementId: idSchema, number: z.string(), version: versionSchema }),
  }),
  /** Asks for it; the ladder of the office decides by its amount. Throws PARTNER_OVER. */
  submit: command({
    permission: 'partnerAgreements.write',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: z.strictObject({ approvalId: idSchema }),
  }),
  /** Drops a draft, or takes back what was asked for. */
  withdraw: command({
    permission: 'partnerAgreements.write',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: nothing,
  }),
  /** Lets one run out whose end is near, or ends it before. Throws PARTNER_END_FAR. */
  end: command({
    permission: 'partnerAgreements.end',
    input: z.strictObject({ ...target, how: z.enum(['lapse', 'terminate']), reason: reasonSchema }),
    output: nothing,
  }),
  /** Deals that an agreement could take: found by number, home or buyer among those that the caller sees. */
  choice: query({
    permission: 'partnerAgreements.read',
    input: z.strictObject({ agreementId: idSchema, text: z.string().trim().max(60) }),
    output: z.array(
      z.strictObject({
        subscriptionId: idSchema,
        number: z.string(),
        unit: z.string(),
        buyers: z.string(),
        subscribedOn: localDateSchema,
        price: amountSchema,
      }),
    ),
  }),
  /** Puts a deal on the account of an agreement. Throws what `dealRefusal` says, PARTNER_DEAL_ELSEWHERE. */
  addDeal: command({
    permission: 'partnerAgreements.write',
    input: z.strictObject({ agreementId: idSchema, subscriptionId: idSchema }),
    output: nothing,
  }),
  /** Takes a deal off its account. */
  removeDeal: command({
    permission: 'partnerAgreements.write',
    input: z.strictObject({ agreementId: idSchema, subscriptionId: idSchema, reason: reasonSchema }),
    output: nothing,
  }),
};
