import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, fenSchema } from '#shared/kernel/money.ts';
import { type FieldName, fieldNames } from '../contracts/fields/catalogue.ts';
import { planItems } from '../plans/states.ts';
import { priceLineKinds } from '../pricing/build-up.ts';
import { buyerSchema } from '../subscriptions/buyers.ts';

/**
 * Figures of a deal that a change may move, and what each is counted in: fen, ppm below list, a day, days, a way to pay,
 * a home (by its label) or people.
 */
export const changeFigures = {
  unit: 'unit',
  listPrice: 'fen',
  price: 'fen',
  unitPrice: 'fen',
  belowListPpm: 'ppm',
  refundInterest: 'ppm',
  penalty: 'fen',
  planKind: 'planKind',
  deposit: 'fen',
  signBy: 'day',
  buyers: 'people',
  commission: 'fen',
} as const;
/** A figure of a deal that a change may move. */
export type ChangeFigure = keyof typeof changeFigures;

/** What else a change brings about: at the desk, in the papers and at the registry. */
export const changeEffects = [
  'signingMoved',
  'linesMoved',
  'lineDeferred',
  'penaltyWaived',
  'linesReplaced',
  'draftDropped',
  'bookReplaced',
  'buyersOfficeTold',
  'unitsExchanged',
  'unitFreed',
  'depositKept',
  'contractAnew',
  'supplementSigned',
  'registryTold',
  'contractEnded',
] as const;

const value = z.union([z.string(), z.number(), z.null()]);
const fieldName = z.custom<FieldName>((name) => fieldNames.some((known) => known === name), 'not a field');

/** A line of a payment plan, as a change and the page of its deal show it. */
export const planLineSchema = z.strictObject({
  position: z.int(),
  item: z.enum(planItems),
  amount: amountSchema,
  dueOn: localDateSchema,
  inPrice: z.boolean(),
});

/** What a relief left on a line: the day of the contract where it is due later by approval, and what was waived of its penalty. */
export const reliefFields = { contractDueOn: localDateSchema.nullable(), penaltyWaived: amountSchema };

/** A line of a price build-up (价格组成), as a change and the page of its deal show it. */
export const priceLineSchema = z.strictObject({
  kind: z.enum(priceLineKinds),
  label: z.string(),
  ratePpm: z.int().nullable(),
  amount: fenSchema,
  after: fenSchema,
});

/** A change as the office reckons it before anybody decides: what is before and what would be after. Names nobody. */
export const simulationSchema = z.strictObject({
  figures: z.array(
    z.strictObject({ name: z.enum(Object.keys(changeFigures) as [ChangeFigure]), before: value, after: value }),
  ),
  /** The plan before and after; null where it stays. */
  plan: z.strictObject({ before: z.array(planLineSchema), after: z.array(planLineSchema) }).nullable(),
  /** The new price, line by line; null where it stays. */
  priceLines: z.array(priceLineSchema).nullable(),
  /** Who buys before and after; null where they stay. */
  buyers: z.strictObject({ before: z.array(buyerSchema), after: z.array(buyerSchema) }).nullable(),
  /** The customers' money: what is here, what they owe more, what goes back to them and what is kept of it. */
  cash: z.strictObject({
    received: amountSchema,
    toPay: amountSchema,
    toReturn: amountSchema,
    kept: amountSchema,
  }),
  /** Blanks of a signed contract before and after, and clauses in words of their own; absent where none are touched. */
  terms: z
    .strictObject({
      fields: z.array(z.strictObject({ field: fieldName, before: value, after: value })),
      clauses: z.array(z.string()),
    })
    .optional(),
  effects: z.array(z.enum(changeEffects)),
  /** What the ladder decides by, in the measure of its rule. */
  approval: z.strictObject({ amount: z.int().min(0), belowFloor: z.boolean() }),
});
/** A change as the office reckons it before anybody decides. */
export type Simulation = z.output<typeof simulationSchema>;
