import { z } from 'zod';
import { caseKinds, caseStates, caseSteps, loanKinds } from '#shared/domain/cases/states.ts';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { channels, customerRatings, customerStates, dealHappenings } from '#shared/domain/customers/states.ts';
import { receptionAnswers, verdictCodes } from '#shared/domain/customers/verdict.ts';
import { documentKindNames, documentStates } from '#shared/domain/documents/states.ts';
import { paymentMethods, receiptItems, receiptStates } from '#shared/domain/payments/states.ts';
import { planItems } from '#shared/domain/plans/states.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { unitCommercialStates } from '#shared/domain/units/states.ts';
import { followUpMethods, visitKinds } from '#shared/domain/visits/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { identityKinds } from '#shared/kernel/identity-number.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import {
  canSchema,
  idSchema,
  lineSchema,
  listPart,
  noteSchema,
  personSchema,
  reasonSchema,
  versionSchema,
} from './common.ts';
import { command, nothing, query } from './procedure.ts';

/** A phone as typed: checked and brought to its normal form by the office. */
export const phoneInputSchema = z.string().trim().min(3).max(40);

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

const identityInput = z.strictObject({ kind: z.enum(identityKinds), number: z.string().trim().min(2).max(60) });

/** Columns that the list of customers can be ordered by. */
export const customerColumns = ['name', 'rating', 'state', 'channel', 'owner', 'next', 'protected', 'last'] as const;

/** People who may buy, and what was said with them. */
export const customers = {
  list: query({
    permission: 'customers.read',
    input: z.strictObject({
      scope: z.enum(['mine', 'all', 'due']),
      text: z.string().trim().max(60),
      rating: z.enum(customerRatings).nullable(),
      state: z.enum(customerStates).nullable(),
      ...listPart(customerColumns),
    }),
    output: z.strictObject({
      total: z.int(),
      /** How many there are of each rating and in each state under the rest of the filter; what nobody has is left out. */
      ratings: z.partialRecord(z.enum(customerRatings), z.int()),
      states: z.partialRecord(z.enum(customerStates), z.int()),
      rows: z.array(customerRowSchema),
    }),
  }),
  /**
   * Who has this phone, whole or its first digits, and whose customer he is: asked while it is being typed. At most five,
   * and of a colleague's customer no more than who serves him (management 1.11).
   */
  matchPhone: query({
    permission: 'visits.write',
    input: z.strictObject({ phone: z.string().trim().max(40) }),
    output: z.strictObject({
      normal: z.string().nullable(),
      problem: z.enum(['incomplete', 'unusual']).nullable(),
      /** The ownership rule for a whole number, known or new; null while it is incomplete. */
      verdict: z
        .strictObject({
          code: z.enum(verdictCodes),
          rule: z.int(),
          answer: z.enum(receptionAnswers),
          owner: personSchema.nullable(),
          protectedUntil: localDateSchema.nullable(),
          served: z.enum(['owner', 'rota', 'agencyRota', 'supervisor']),
        })
        .nullable(),
      matches: z.array(
        z.strictObject({
          customer: customerRowSchema.extend({ rating: z.enum(customerRatings).nullable() }),
          exact: z.boolean(),
          mine: z.boolean(),
          /** The caller may open the file. */
          open: z.boolean(),
          protection: z.enum(['protected', 'lapsed', 'none']),
          lastVisitAt: z.int().nullable(),
          visits: z.int(),
          household: z.array(z.string()),
          deal: z
            .strictObject({ unit: z.string(), state: z.enum(subscriptionStates), signBy: localDateSchema })
            .nullable(),
          recent: z.array(
            z.strictObject({
              at: z.int(),
              what: z.enum([...visitKinds, 'followUp', 'subscribed']),
              text: z.string(),
              by: z.string(),
            }),
          ),
        }),
      ),
    }),
  }),
  detail: query({
    permission: 'customers.read',
    input: z.strictObject({ customerId: idSchema }),
    output: z.strictObject({
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
        today: z.array(z.strictObject({ at: z.int(), by: z.string() })),
        openUntil: z.int().nullable(),
      }),
      household: z.array(customerRowSchema.extend({ mayOpen: z.boolean() })),
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
            z.strictObject({ at: z.int(), by: z.string(), what: z.enum(dealHappenings), number: z.string() }),
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
              subscriptionId: idSchema,
              number: z.string(),
              unit: z.string(),
              item: z.enum(receiptItems),
              method: z.enum(paymentMethods),
              amount: amountSchema,
              at: z.int(),
              by: z.string(),
              state: z.enum(receiptStates),
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
      can: canSchema,
      version: versionSchema,
    }),
  }),
  update: command({
    permission: 'customers.write',
    input: z.strictObject({
      customerId: idSchema,
      version: versionSchema,
      name: lineSchema,
      /** Both are left alone when undefined: a masked number is never sent back. */
      secondPhone: phoneInputSchema.nullable().optional(),
      identity: identityInput.nullable().optional(),
      address: z.string().trim().max(200),
      intent: noteSchema,
      rating: z.enum(customerRatings),
      nextFollowUpOn: localDateSchema.nullable(),
    }),
    output: nothing,
  }),
  /**
   * Opens the file of somebody who buys together with a known customer: no visit is counted, and the file belongs to the
   * caller. Refused as PHONE_TAKEN or IDENTITY_TAKEN when the person is known already.
   */
  openFile: command({
    permission: 'customers.write',
    input: z.strictObject({
      name: lineSchema,
      phone: phoneInputSchema,
      channel: z.enum(channels),
      identity: identityInput.nullable(),
      address: z.string().trim().max(200),
    }),
    output: z.strictObject({ customerId: idSchema }),
  }),
  /** Enters the identity document and the address that papers need; each is left alone when undefined. */
  identify: command({
    permission: 'customers.write',
    input: z.strictObject({
      customerId: idSchema,
      version: versionSchema,
      identity: identityInput.optional(),
      address: z.string().trim().max(200).optional(),
    }),
    output: nothing,
  }),
  /** Writes down a contact and when the next one is due. */
  followUp: command({
    permission: 'customers.write',
    input: z.strictObject({
      customerId: idSchema,
      method: z.enum(followUpMethods),
      content: z.string().trim().min(2).max(2000),
      rating: z.enum(customerRatings),
      nextOn: localDateSchema.nullable(),
    }),
    output: z.strictObject({ followUpId: idSchema }),
  }),
  /** Makes somebody a member of the customer's household (家庭): spouses, parents and children own as one. */
  joinHousehold: command({
    permission: 'customers.write',
    input: z.strictObject({ customerId: idSchema, memberId: idSchema }),
    output: nothing,
  }),
  /** Takes a member out of the household again. */
  leaveHousehold: command({
    permission: 'customers.write',
    input: z.strictObject({ customerId: idSchema, memberId: idSchema }),
    output: nothing,
  }),
  /** Asks to see phone and identity number in full: a logged act with a reason, good for some minutes. */
  reveal: command({
    permission: 'customers.reveal',
    input: z.strictObject({ customerId: idSchema, reason: reasonSchema }),
    output: z.strictObject({ until: z.int() }),
  }),
  /** Phone and identity number in full; refused without a reveal of this person's own a moment ago. */
  revealed: query({
    permission: 'customers.reveal',
    input: z.strictObject({ customerId: idSchema }),
    output: z.strictObject({
      phone: z.string(),
      secondPhone: z.string().nullable(),
      identityNumber: z.string().nullable(),
    }),
  }),
};
