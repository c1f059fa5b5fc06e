import { z } from 'zod';
import { caseKinds, caseStates, caseSteps, loanKinds } from '#shared/domain/cases/states.ts';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { channels, customerRatings, customerStates, dealHappenings } from '#shared/domain/customers/states.ts';
import { documentKindNames, documentStates } from '#shared/domain/documents/states.ts';
import { intentStates } from '#shared/domain/launches/states.ts';
import { paymentMethods, receiptItems, receiptStates } from '#shared/domain/payments/states.ts';
import { planItems } from '#shared/domain/plans/states.ts';
import { retentionClasses } from '#shared/domain/privacy/retention.ts';
import { restrictionReasons } from '#shared/domain/privacy/states.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { unitCommercialStates } from '#shared/domain/units/states.ts';
import { followUpMethods, visitKinds } from '#shared/domain/visits/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { identityKinds } from '#shared/kernel/identity-number.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, personSchema, versionSchema } from './common.ts';

/** A customer in a list: phone masked. */
export const customerRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  phone: z.string(),
  rating: z.enum(customerRatings),
  channel: z.enum(channels),
  state: z.enum(customerStates),
  owner: personSchema.nullable(),
  protectedUntil: localDateSchema.nullable(),
  nextFollowUpOn: localDateSchema.nullable(),
  lastContactAt: z.int(),
});

/** Everything that a customer's page shows. */
export const customerFile = z.strictObject({
  customer: customerRowSchema,
  secondPhone: z.string().nullable(),
  identity: z
    .strictObject({ kind: z.enum(identityKinds), number: z.string(), birthOn: localDateSchema.nullable() })
    .nullable(),
  address: z.string(),
  intent: z.string(),
  createdAt: z.int(),
  /** Since when the owner has been the owner. */
  ownedSince: z.int().nullable(),
  /** Who has asked to see the numbers today, and until when the caller may see them. */
  reveals: z.strictObject({
    today: z.array(z.strictObject({ at: z.int(), by: z.string(), reason: z.string(), words: z.string() })),
    openUntil: z.int().nullable(),
  }),
  household: z.array(customerRowSchema.extend({ mayOpen: z.boolean() })),
  /** Who sent the customer, and whom the customer has sent (推荐). */
  referrals: z.strictObject({
    by: z
      .strictObject({
        customerId: idSchema.nullable(),
        name: z.string(),
        phone: z.string(),
        at: z.int(),
        mayOpen: z.boolean(),
      })
      .nullable(),
    sent: z.array(
      z.strictObject({
        customerId: idSchema,
        name: z.string(),
        state: z.enum(customerStates),
        at: z.int(),
        mayOpen: z.boolean(),
      }),
    ),
  }),
  /** Who buys together with the household without belonging to it. */
  coBuyers: z.array(
    z.strictObject({ id: idSchema, name: z.string(), phone: z.string(), unit: z.string(), mayOpen: z.boolean() }),
  ),
  /** Of the whole household; `of` names the member, null for the customer. */
  visits: z.array(
    z.strictObject({
      id: idSchema,
      of: z.string().nullable(),
      kind: z.enum(visitKinds),
      at: z.int(),
      channel: z.enum(channels),
      partySize: z.int(),
      receivedBy: z.string(),
      notes: z.string(),
    }),
  ),
  followUps: z.array(
    z.strictObject({
      id: idSchema,
      of: z.string().nullable(),
      at: z.int(),
      by: z.string(),
      method: z.enum(followUpMethods),
      content: z.string(),
      nextOn: localDateSchema.nullable(),
    }),
  ),
  /** The day that the office's rule sets for the next contact, by rating. */
  nextContacts: z.record(z.enum(customerRatings), localDateSchema),
  /** Registrations of the household for launches (认筹), empty for who may not read launches; `of` names the member. */
  intents: z.array(
    z.strictObject({
      id: idSchema,
      of: z.string().nullable(),
      at: z.int(),
      number: z.string(),
      launchId: idSchema,
      launch: z.string(),
      queueNo: z.int(),
      drawPlace: z.int().nullable(),
      state: z.enum(intentStates),
      /** The home that was picked; null where none is kept. */
      unit: z.string().nullable(),
    }),
  ),
  /** Deals of the household, empty for who may not read subscriptions. A colleague's deal tells home, state and whose it is. */
  subscriptions: z.array(
    z.strictObject({
      mayOpen: z.boolean(),
      id: idSchema,
      number: z.string(),
      unitId: idSchema,
      unit: z.string(),
      unitState: z.enum(unitCommercialStates),
      builtArea: areaSchema.nullable(),
      state: z.enum(subscriptionStates),
      subscribedOn: localDateSchema,
      signBy: localDateSchema,
      /** Null for a colleague's deal. */
      price: amountSchema.nullable(),
      consultant: z.string(),
      /** The buyers in their order. */
      buyers: z.string(),
      /** The latest contract; null for who may not read contracts. */
      contract: z
        .strictObject({
          id: idSchema,
          number: z.string(),
          state: z.enum(contractStates),
          signedOn: localDateSchema.nullable(),
        })
        .nullable(),
      history: z.array(
        z.strictObject({
          /** Its entry in the log. */
          seq: z.int(),
          at: z.int(),
          by: z.string(),
          what: z.enum(dealHappenings),
          number: z.string(),
        }),
      ),
    }),
  ),
  /** Filing and mortgage of the deals; empty for who may not read cases. */
  cases: z.array(
    z.strictObject({
      id: idSchema,
      kind: z.enum(caseKinds),
      unit: z.string(),
      state: z.enum(caseStates),
      step: z.enum(caseSteps),
      stepName: z.string(),
      loanKind: z.enum(loanKinds).nullable(),
      bank: z.string(),
      dueOn: localDateSchema,
    }),
  ),
  /** Null for who may not read payments. `due` is what the buyers pay themselves: a loan comes from the bank. */
  money: z
    .strictObject({
      due: amountSchema,
      paid: amountSchema,
      open: amountSchema,
      lines: z.array(
        z.strictObject({
          subscriptionId: idSchema,
          position: z.int(),
          unit: z.string(),
          item: z.enum(planItems),
          dueOn: localDateSchema,
          amount: amountSchema,
          open: amountSchema,
          loan: z.boolean(),
        }),
      ),
      receipts: z.array(
        z.strictObject({
          id: idSchema,
          /** Null for money of a small booking. */
          subscriptionId: idSchema.nullable(),
          number: z.string(),
          unit: z.string(),
          item: z.enum(receiptItems),
          method: z.enum(paymentMethods),
          amount: amountSchema,
          at: z.int(),
          by: z.string(),
          state: z.enum(receiptStates),
          /** The entry of the log by which it came; null where it came before the log did. */
          seq: z.int().nullable(),
        }),
      ),
    })
    .nullable(),
  /** Papers of the deals and of their receipts; empty for who may not read documents. */
  documents: z.array(
    z.strictObject({
      id: idSchema,
      kind: z.enum(documentKindNames),
      number: z.string(),
      state: z.enum(documentStates),
      issueVersion: z.int(),
      issuedAt: z.int(),
      copiesPrinted: z.int(),
    }),
  ),
  /** Since when the data are only kept, why nothing is deleted, and until when it is kept; null for who has no say in it. */
  privacy: z
    .strictObject({
      restrictedAt: z.int().nullable(),
      restriction: z.enum(restrictionReasons).nullable(),
      holdReason: z.string(),
      class: z.enum(retentionClasses),
      dueOn: localDateSchema.nullable(),
      papersUntil: localDateSchema.nullable(),
    })
    .nullable(),
  can: canSchema,
  version: versionSchema,
});
