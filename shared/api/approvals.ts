import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { approvalConditionsSchema } from '#shared/domain/approvals/conditions.ts';
import { approvalKinds, approvalStates } from '#shared/domain/approvals/kinds.ts';
import { ladderStatuses } from '#shared/domain/approvals/ladder.ts';
import { approvalMeasures } from '#shared/domain/approvals/policy.ts';
import { simulationSchema } from '#shared/domain/changes/simulation.ts';
import { channels, customerRatings } from '#shared/domain/customers/states.ts';
import { planFields } from '#shared/domain/plans/naming.ts';
import { planItems } from '#shared/domain/plans/states.ts';
import { priceBases } from '#shared/domain/pricing/catalogue.ts';
import { priceEffectKeys } from '#shared/domain/pricing/effects.ts';
import { nextSignerSchema } from '#shared/domain/subscriptions/signers.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { unitCommercialStates } from '#shared/domain/units/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, fenSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, personSchema, tiedSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

const post = z.enum(posts);

/** The list shows the newest of a filter, at most this many, and says so when it stops. */
export const APPROVAL_ROWS = 500;

const approvalRow = z.strictObject({
  id: idSchema,
  kind: z.enum(approvalKinds),
  noun: z.string(),
  subjectId: idSchema,
  title: z.string(),
  unit: z.string().nullable(),
  /** The first buyer of the deal that is asked about. */
  customer: z.string().nullable(),
  /** What `amount` is counted in. */
  measure: z.enum(approvalMeasures),
  amount: z.int(),
  requestedBy: personSchema,
  requestedAt: z.int(),
  requiredPost: post,
  state: z.enum(approvalStates),
  expiresAt: z.int(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const band = z.strictObject({
  post,
  fromPpm: z.int(),
  toPpm: z.int().nullable(),
  belowFloor: z.boolean(),
});

/** The price that is asked: against the list, on the scale of authority, and what it would change. */
const priceView = z.strictObject({
  listPrice: amountSchema,
  price: amountSchema,
  belowList: fenSchema,
  belowListPpm: z.int(),
  basis: z.enum(priceBases),
  scale: z.strictObject({ bands: z.array(band), band: z.int(), share: z.number() }),
  lower: z.strictObject({ post, limitPpm: z.int() }).nullable(),
  effects: z.array(
    z.strictObject({
      key: z.enum(priceEffectKeys),
      list: fenSchema,
      lower: fenSchema.nullable(),
      asked: fenSchema,
      difference: fenSchema,
    }),
  ),
  /** How far below the filed price, and how far that is allowed; null without a filed price. */
  filed: z.strictObject({ belowPpm: z.int(), limitPpm: z.int(), within: z.boolean() }).nullable(),
  /** Null for whoever may not know the floor price. */
  belowFloor: z.boolean().nullable(),
});

const similarDeal = z.strictObject({
  subscriptionId: idSchema,
  unitId: idSchema,
  unit: z.string(),
  subscribedOn: localDateSchema,
  consultant: z.string(),
  price: amountSchema,
  belowListPpm: z.int(),
  /** The post whose agreement its price needed; null where the consultant's own authority sufficed. */
  approvedBy: post.nullable(),
});

/** Acts that need a second person. */
export const approvals = {
  /** Requests, the newest first. Whoever does not see all customers sees only the own ones. */
  list: query({
    permission: 'approvals.read',
    input: z.strictObject({ scope: z.enum(['forMe', 'mine', 'all']), state: z.enum(approvalStates).nullable() }),
    output: z.array(approvalRow),
  }),
  /** One request with what whoever decides must know: the ask, its effects, like deals, the customer, the ladder. */
  detail: query({
    permission: 'approvals.read',
    input: z.strictObject({ approvalId: idSchema }),
    output: z.strictObject({
      approval: approvalRow,
      requesterPost: post,
      reason: z.string(),
      decidedBy: personSchema.nullable(),
      decidedAt: z.int().nullable(),
      opinion: z.string(),
      ladder: z.strictObject({
        measure: z.enum(approvalMeasures),
        rungs: z.array(
          z.strictObject({
            post,
            from: z.int(),
            limit: z.int().nullable(),
            status: z.enum(ladderStatuses),
            /** Who did it, when (UTC ms) and what they said; null where nobody has. */
            entry: z.strictObject({ name: z.string(), at: z.int(), opinion: z.string() }).nullable(),
          }),
        ),
      }),
      unit: z
        .strictObject({
          id: idSchema,
          state: z.enum(unitCommercialStates),
          by: z.string().nullable(),
          until: z.int().nullable(),
        })
        .nullable(),
      deal: z
        .strictObject({
          subscriptionId: idSchema,
          number: z.string(),
          state: z.enum(subscriptionStates),
          ...planFields,
          deposit: amountSchema,
          signBy: localDateSchema,
          /** The lines of its plan, as far as conditions set their days. */
          plan: z.array(
            z.strictObject({
              position: z.int(),
              item: z.enum(planItems),
              dueOn: localDateSchema,
              inPrice: z.boolean(),
            }),
          ),
          buyers: z.array(z.strictObject({ name: z.string(), sharePpm: z.int() })),
        })
        .nullable(),
      /** The change of a deal that is asked for, as it was reckoned; null for any other request. */
      change: z
        .strictObject({
          id: idSchema,
          simulation: simulationSchema,
          people: z.array(z.strictObject({ customerId: idSchema, name: z.string() })),
          signers: z.array(nextSignerSchema),
        })
        .nullable(),
      price: priceView.nullable(),
      similar: z.strictObject({
        houseType: z.string(),
        averagePpm: z.int().nullable(),
        deals: z.array(similarDeal),
      }),
      customer: z
        .strictObject({
          id: idSchema,
          name: z.string(),
          rating: z.enum(customerRatings),
          channel: z.enum(channels),
          visits: z.int(),
          calls: z.int(),
          firstVisitAt: z.int().nullable(),
          lastVisitAt: z.int().nullable(),
          earlierRequests: z.array(
            z.strictObject({ state: z.enum(approvalStates), belowListPpm: z.int(), requestedAt: z.int() }),
          ),
        })
        .nullable(),
      /** What the levels so far tied the request to. */
      conditions: z.array(tiedSchema),
      /** `approve`, `passUp`, `sendBack`, `reject`, `withdraw`. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /**
   * Decides, passes a level, hands the request to the next higher post, or sends it back for correction; the effect runs
   * in the same transaction.
   * Nobody decides their own, nobody two levels of the same request.
   */
  decide: command({
    permission: 'approvals.decide',
    input: z.strictObject({
      approvalId: idSchema,
      version: versionSchema,
      decision: z.enum(['approve', 'passUp', 'sendBack', 'reject']),
      opinion: z.string().trim().max(500),
      /** What an approval is tied to; nothing of it counts for any other decision. */
      conditions: approvalConditionsSchema.exactOptional(),
    }),
    output: z.strictObject({ state: z.enum(approvalStates) }),
  }),
  /** The requester takes the request back; what was parked is free again. */
  withdraw: command({
    permission: 'approvals.read',
    input: z.strictObject({ approvalId: idSchema, version: versionSchema }),
    output: z.strictObject({ state: z.enum(approvalStates) }),
  }),
};
