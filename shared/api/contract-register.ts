import { z } from 'zod';
import { agreementStates } from '#shared/domain/agreements/states.ts';
import { registerGroups, registerKinds } from '#shared/domain/contract-register/kinds.ts';
import { scheduledActs } from '#shared/domain/contract-register/schedule.ts';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { partnerAgreementStates } from '#shared/domain/partner-agreements/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, totalAmountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, listPart } from './common.ts';
import { query } from './procedure.ts';

/** Columns that the register can be ordered by. */
export const registerColumns = ['number', 'kind', 'party', 'about', 'signedOn', 'until', 'amount', 'state'] as const;

const row = z.strictObject({
  /** Number among all contracts of the register: see `registerKey`. */
  key: z.int(),
  id: idSchema,
  number: z.string(),
  kind: z.enum(registerKinds),
  party: z.string(),
  /** The home of a sale, the title of another contract. */
  about: z.string(),
  amount: amountSchema,
  /** Signed by all, or agreed to by the office. */
  signedOn: localDateSchema.nullable(),
  /** The last day of a contract that runs out. */
  until: localDateSchema.nullable(),
  state: z.union([
    z.strictObject({ noun: z.literal('contracts'), is: z.enum(contractStates) }),
    z.strictObject({ noun: z.literal('partnerAgreements'), is: z.enum(partnerAgreementStates) }),
    z.strictObject({ noun: z.literal('agreements'), is: z.enum(agreementStates) }),
  ]),
  /** Days until it runs out, once it stands in the queue of renewals; below zero afterwards. */
  daysLeft: z.int().nullable(),
  filingNumber: z.string(),
  /** Signed originals that are followed, and the boxes in which some of them lie. */
  copies: z.int(),
  boxes: z.string(),
});

const tally = z.strictObject({ count: z.int(), amount: totalAmountSchema });
const week = { from: localDateSchema, to: localDateSchema };

/** Every contract of the department in one book (合同台账), and what is scheduled of them by the week. */
export const contractRegister = {
  list: query({
    permission: 'contracts.read',
    input: z.strictObject({
      group: z.enum(registerGroups),
      text: z.string().trim().max(60),
      ...listPart(registerColumns),
    }),
    output: z.strictObject({
      total: z.int(),
      amount: totalAmountSchema,
      counts: z.record(z.enum(registerGroups), z.int()),
      rows: z.array(row),
      /** `partners`: sees contracts with partners at all. */
      can: canSchema,
    }),
  }),
  /** What is due and done week by week, of the deals that the caller sees (签约排期汇总). */
  schedule: query({
    permission: 'contracts.read',
    input: z.strictObject({ from: localDateSchema, weeks: z.int().min(1).max(26) }),
    output: z.strictObject({
      weeks: z.array(z.strictObject(week)),
      acts: z.array(
        z.strictObject({
          act: z.enum(scheduledActs),
          /** Not done although its day has passed, whenever that was. */
          late: tally,
          weeks: z.array(z.strictObject({ open: tally, done: tally })),
        }),
      ),
    }),
  }),
  /** The deals behind one figure of the schedule. */
  scheduled: query({
    permission: 'contracts.read',
    input: z.strictObject({ act: z.enum(scheduledActs), late: z.boolean(), ...week }),
    output: z.array(
      z.strictObject({
        key: z.string(),
        subscriptionId: idSchema,
        contractId: idSchema.nullable(),
        number: z.string(),
        unit: z.string(),
        buyers: z.string(),
        consultant: z.string(),
        on: localDateSchema,
        amount: amountSchema,
        done: z.boolean(),
      }),
    ),
  }),
};
