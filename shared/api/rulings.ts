import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { rulingSchema } from '#shared/domain/customers/ruling.ts';
import { rulingReasons, rulingStates, rulingViews } from '#shared/domain/rulings/rulings.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { canSchema, idSchema, lineSchema, reasonSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

const row = z.strictObject({
  id: idSchema,
  number: z.string(),
  state: z.enum(rulingStates),
  reason: z.enum(rulingReasons),
  /** As the reader may know it. */
  customer: z.string(),
  openedBy: z.string(),
  openedAt: z.int(),
  /** By when it is to be decided (UTC ms). */
  decideBy: z.int(),
  parties: z.array(z.strictObject({ accountId: idSchema, name: z.string() })),
  proposal: rulingSchema,
  ruling: rulingSchema.nullable(),
  /** The ruling is not what the rules propose. */
  departed: z.boolean(),
  decidedBy: z.string(),
  decidedAt: z.int().nullable(),
  /** Days from the opening to the ruling. */
  days: z.int().nullable(),
  grounds: z.string(),
  /** The appeal against it, with what was decided first once that has its outcome; null without one. */
  appeal: z
    .strictObject({
      by: z.string(),
      at: z.int(),
      text: z.string(),
      first: z.strictObject({ ruling: rulingSchema, by: z.string(), at: z.int() }).nullable(),
    })
    .nullable(),
  /** Until when a party may appeal (UTC ms); null where there is nothing to appeal against. */
  appealUntil: z.int().nullable(),
});

/** What whoever rules says: the ruling, and why where it departs from what the rules propose. */
const decision = z.strictObject({
  rulingId: idSchema,
  version: versionSchema,
  ruling: rulingSchema,
  grounds: z.string().trim().max(500),
});

/** Conflicts about customers and their rulings (判客), and their register. */
export const rulings = {
  /** The newest conflicts of a view, at most 400: everybody's for who reads all files, else those that are one's own. */
  list: query({
    permission: 'rulings.read',
    input: z.strictObject({ view: z.enum(rulingViews), text: z.string().trim().max(60) }),
    output: z.strictObject({ counts: z.record(z.enum(rulingViews), z.int()), rows: z.array(row) }),
  }),
  /** One conflict with its timeline and what each party can bring forward. NOT_FOUND for who has nothing to do with it. */
  detail: query({
    permission: 'rulings.read',
    input: z.strictObject({ rulingId: idSchema }),
    output: z.strictObject({
      row,
      note: z.string(),
      /** The file, for who may open it. */
      customerId: idSchema.nullable(),
      parties: z.array(
        z.strictObject({
          accountId: idSchema,
          name: z.string(),
          post: z.enum(posts),
          claim: z.string(),
          registeredOn: localDateSchema.nullable(),
          protectedUntil: localDateSchema.nullable(),
        }),
      ),
      timeline: z.array(
        z.strictObject({
          at: z.int(),
          kind: z.enum(['call', 'visit', 'followUp']),
          by: z.string(),
          counted: z.boolean(),
        }),
      ),
      /** `decide`, `withdraw`, `issue`, `appeal`, `decideAppeal`. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /** The conflict about a customer that is open, for the file; null without one. */
  ofCustomer: query({
    permission: 'customers.read',
    input: z.strictObject({ customerId: idSchema }),
    output: z.strictObject({ open: z.strictObject({ id: idSchema, number: z.string() }).nullable(), can: canSchema }),
  }),
  /** Brings a conflict before the supervisor. RULING_OPEN_ALREADY, RULING_PARTIES_FEW. */
  open: command({
    permission: 'rulings.open',
    input: z.strictObject({
      customerId: idSchema,
      reason: z.enum(rulingReasons),
      note: z.string().trim().max(500),
      parties: z
        .array(z.strictObject({ accountId: idSchema, claim: lineSchema }))
        .min(1)
        .max(6),
    }),
    output: z.strictObject({ rulingId: idSchema, number: z.string() }),
  }),
  /**
   * Rules: the customer goes to its owner in the same act. RULING_CLOSED, OWN_WORK, RULING_NOT_A_PARTY,
   * RULING_SHARES_DIFFER, RULING_GROUNDS_MISSING.
   */
  decide: command({
    permission: 'rulings.decide',
    input: decision,
    output: z.strictObject({ state: z.enum(rulingStates) }),
  }),
  /** Appeals to the manager against a ruling, once. RULING_APPEALED, RULING_CLOSED, RULING_APPEAL_NOT_PARTY, RULING_APPEAL_LATE. */
  appeal: command({
    permission: 'rulings.open',
    input: z.strictObject({ rulingId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(rulingStates) }),
  }),
  /**
   * Upholds or changes a ruling that was appealed against, for good. RULING_NOT_APPEALED, OWN_WORK, RULING_NOT_A_PARTY,
   * RULING_SHARES_DIFFER, RULING_FINAL_GROUNDS.
   */
  decideAppeal: command({
    permission: 'rulings.final',
    input: decision,
    output: z.strictObject({ state: z.enum(rulingStates) }),
  }),
  /** Takes a conflict back that was opened in error. RULING_CLOSED. */
  withdraw: command({
    permission: 'rulings.open',
    input: z.strictObject({ rulingId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(rulingStates) }),
  }),
};
