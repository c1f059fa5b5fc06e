import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { approvalKinds, approvalStates } from '#shared/domain/approvals/kinds.ts';
import { changeKinds } from '#shared/domain/changes/kinds.ts';
import { planLineSchema, priceLineSchema, reliefFields } from '#shared/domain/changes/simulation.ts';
import { paymentMethods } from '#shared/domain/payments/states.ts';
import { planFields } from '#shared/domain/plans/naming.ts';
import { adjustmentSchema, discountSchema, priceBases } from '#shared/domain/pricing/catalogue.ts';
import { buyerSchema } from '#shared/domain/subscriptions/buyers.ts';
import { dealNoticeKinds, serviceMethods } from '#shared/domain/subscriptions/notices.ts';
import { askedFiles, namedSignerSchema, signerSchema } from '#shared/domain/subscriptions/signers.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, totalAmountSchema } from '#shared/kernel/money.ts';
import {
  canSchema,
  historyEventSchema,
  idSchema,
  listPart,
  offeredPlan,
  reasonSchema,
  refusalSchema,
  tiedSchema,
  versionSchema,
} from './common.ts';
import { command, query } from './procedure.ts';
import { buyerView, receiptView, subscriptionColumns, subscriptionRow, termsSchema } from './subscription-views.ts';

/** What somebody orders: on which terms, who buys, and what they were told. */
const ordered = {
  terms: termsSchema,
  buyers: z.array(buyerSchema).min(1).max(10),
  /** Who signs for whom of them, as far as it is said here; what was said before of the others stays. */
  signers: z.array(namedSignerSchema).max(10).default([]),
  /** The price that the screen showed; refused as STALE when the office now reckons another. */
  shownPrice: amountSchema,
  /** The buyers agreed to the handling of their identity data. */
  consent: z.boolean(),
  /** The buyers were told in writing of the mortgage on the building. */
  mortgageDisclosed: z.boolean(),
  /** Why below list: asked when the price is below the caller's authority. */
  reason: z.string().trim().max(500),
};

/** Subscriptions of units (认购). */
export const subscriptions = {
  /** What the office offers today: discounts, ways to pay, deposit and days to sign by the settings. */
  offer: query({
    permission: 'subscriptions.write',
    input: z.strictObject({ unitId: idSchema }),
    output: z.strictObject({
      discounts: z.array(discountSchema),
      plans: z.array(offeredPlan),
      deposit: amountSchema,
      signBy: localDateSchema,
      basis: z.enum(priceBases),
      /** The buyers must be told in writing of a mortgage on the building. */
      mortgaged: z.boolean(),
    }),
  }),
  /** Price, plan and guards of some terms, line by line; writes nothing. Asked with every change of the form. */
  quote: query({
    permission: 'subscriptions.write',
    input: z.strictObject({ terms: termsSchema }),
    output: z.strictObject({
      listPrice: amountSchema,
      lines: z.array(priceLineSchema),
      price: amountSchema,
      unitPrice: amountSchema.nullable(),
      basis: z.enum(priceBases),
      belowListPpm: z.int(),
      belowFloor: z.boolean(),
      plan: z.array(planLineSchema),
      depositCap: amountSchema,
      /** The post that must agree to this price; null within the caller's own authority. */
      needsApprovalOf: z.enum(posts).nullable(),
      /** Everything that would refuse the subscription now, in the order of the screen. */
      refusals: z.array(refusalSchema),
      warnings: z.array(refusalSchema),
    }),
  }),
  /**
   * Subscribes the unit that the caller has locked or held: it goes to review and the unit is parked meanwhile. Within
   * the caller's price authority any reviewer may agree, below it only a post whose authority reaches that far.
   */
  create: command({
    permission: 'subscriptions.write',
    input: z.strictObject({
      ...ordered,
      /** The purchase plan that it comes from. The office reckons everything anew all the same. */
      quoteId: idSchema.nullable().default(null),
    }),
    output: z.strictObject({
      subscriptionId: idSchema,
      number: z.string(),
      state: z.enum(subscriptionStates),
      approvalId: idSchema.nullable(),
    }),
  }),
  /** Sends in again what was sent back, corrected: the same deal on the home that was kept for it. */
  resubmit: command({
    permission: 'subscriptions.write',
    input: z.strictObject({
      subscriptionId: idSchema,
      version: versionSchema,
      ...ordered,
    }),
    output: z.strictObject({
      subscriptionId: idSchema,
      number: z.string(),
      state: z.enum(subscriptionStates),
      approvalId: idSchema.nullable(),
    }),
  }),
  list: query({
    permission: 'subscriptions.read',
    input: z.strictObject({
      scope: z.enum(['mine', 'all']),
      state: z.enum(subscriptionStates).nullable(),
      text: z.string().trim().max(60),
      ...listPart(subscriptionColumns),
    }),
    output: z.strictObject({
      total: z.int(),
      /** Of everything that the filter leaves and that has not ended, whatever part of it is answered. */
      sums: z.strictObject({
        price: totalAmountSchema,
        depositDue: totalAmountSchema,
        depositReceived: totalAmountSchema,
      }),
      /** How many ended ones are listed and left out of the sums: none where the filter asks for them. */
      ended: z.int(),
      /** How many there are in each state under the same search; states without any are left out. */
      counts: z.partialRecord(z.enum(subscriptionStates), z.int()),
      rows: z.array(subscriptionRow),
    }),
  }),
  /** The notices to the buyers of a deal, and how it stands with its termination. */
  notices: query({
    permission: 'subscriptions.read',
    input: z.strictObject({ subscriptionId: idSchema }),
    output: z.strictObject({
      notices: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          kind: z.enum(dealNoticeKinds),
          /** Until when the buyers are asked to come. */
          dueOn: localDateSchema.nullable(),
          graceDays: z.int(),
          writtenOn: localDateSchema,
          writtenBy: z.string(),
          servedOn: localDateSchema.nullable(),
          method: z.enum(serviceMethods).nullable(),
          trackingNo: z.string(),
          note: z.string(),
          /** It speaks of the day to sign that holds now. */
          holds: z.boolean(),
          version: versionSchema,
        }),
      ),
      /** The last day on which the buyers can still sign after the notice of termination. */
      terminationEndsOn: localDateSchema.nullable(),
      terminationOver: z.boolean(),
      /** `signingNotice`, `terminationNotice`. */
      can: canSchema,
    }),
  }),
  /** Issues a notice to the buyers (签约通知书, 终止通知书); its paper is made of it. */
  issueNotice: command({
    permission: 'subscriptions.write',
    input: z.strictObject({ subscriptionId: idSchema, kind: z.enum(dealNoticeKinds) }),
    output: z.strictObject({ noticeId: idSchema, number: z.string() }),
  }),
  /** Enters how and when a notice was served, with the number that proves it. */
  serveNotice: command({
    permission: 'subscriptions.write',
    input: z.strictObject({
      noticeId: idSchema,
      version: versionSchema,
      method: z.enum(serviceMethods),
      servedOn: localDateSchema,
      trackingNo: z.string().trim().max(60),
      note: z.string().trim().max(200),
    }),
    output: z.strictObject({ terminationEndsOn: localDateSchema.nullable() }),
  }),
  detail: query({
    permission: 'subscriptions.read',
    input: z.strictObject({ subscriptionId: idSchema }),
    output: z.strictObject({
      row: subscriptionRow,
      listPrice: amountSchema,
      basis: z.enum(priceBases),
      unitPrice: amountSchema.nullable(),
      belowListPpm: z.int(),
      /** Where the price lies in the band of the filed price. */
      filedPosition: z.enum(['within', 'below', 'above', 'missing']),
      depositRemaining: amountSchema,
      /** Ways to pay that the office takes. */
      methods: z.array(z.enum(paymentMethods)),
      /** All money that is with the office, deposit and price. */
      receivedInAll: amountSchema,
      consent: z.boolean(),
      mortgageDisclosed: z.boolean(),
      /** What is odd about it and no reason to refuse, such as price taken before a contract. */
      warnings: z.array(refusalSchema),
      ...planFields,
      /** What was taken off and put on, for a form that changes it. */
      adjustments: z.array(adjustmentSchema),
      buyers: z.array(buyerView),
      /** Files that its review asks for, and how many there are. */
      files: z.array(z.strictObject({ kind: z.enum(askedFiles), asked: z.int(), given: z.int() })),
      /** Why the review cannot pass for who signs; null where nothing is in the way. */
      signersRefusal: refusalSchema.nullable(),
      lines: z.array(priceLineSchema),
      plan: z.array(planLineSchema.extend({ received: amountSchema, ...reliefFields })),
      receipts: z.array(receiptView),
      /** What its approvals were tied to. */
      conditions: z.array(tiedSchema),
      approval: z
        .strictObject({
          id: idSchema,
          kind: z.enum(approvalKinds),
          state: z.enum(approvalStates),
          requiredPost: z.enum(posts),
          reason: z.string(),
          requestedAt: z.int(),
          expiresAt: z.int(),
          decidedBy: z.string().nullable(),
          decidedAt: z.int().nullable(),
          opinion: z.string(),
        })
        .nullable(),
      endReason: z.string(),
      history: z.array(historyEventSchema),
      /** The contract that was made of it; the latest where an earlier one was dropped. */
      contract: z.strictObject({ id: idSchema, number: z.string() }).nullable(),
      /** The change of it that is on its way. */
      change: z.strictObject({ id: idSchema, number: z.string(), kind: z.enum(changeKinds) }).nullable(),
      /**
       * `draftContract`, `receiveMoney`, `issueBook`, `issuePapers` for what goes with it, `issueLedger`, `nameSigner`, `cancel`,
       * `change`.
       */
      can: canSchema,
      /** Every kind of change: whether it can be asked for now. Empty for whoever asks for none. */
      changes: canSchema,
      version: versionSchema,
    }),
  }),
  /**
   * Enters who signs for a buyer: the representative of a company, an agent with the term and scope of his power. A review
   * does not pass without them.
   */
  nameSigner: command({
    permission: 'subscriptions.write',
    input: z.strictObject({
      subscriptionId: idSchema,
      customerId: idSchema,
      version: versionSchema,
      signer: signerSchema,
    }),
    output: z.strictObject({ version: versionSchema }),
  }),
  /** Ends a subscription before a contract; the unit goes back on sale. Refused while money is with the office. */
  cancel: command({
    permission: 'subscriptions.cancel',
    input: z.strictObject({ subscriptionId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(subscriptionStates) }),
  }),
};
