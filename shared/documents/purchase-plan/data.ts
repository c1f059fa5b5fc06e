import { z } from 'zod';
import { quoteReckoningSchema } from '#shared/domain/quotes/reckoning.ts';
import { homeOrders } from '#shared/domain/quotes/states.ts';
import { unitUses } from '#shared/domain/units/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { sumFen } from '#shared/kernel/money.ts';

/** A blank of one line: empty text is printed as struck. */
const blank = z.string().trim().max(200);
const name = z.string().trim().min(1).max(100);

/**
 * What a purchase plan (置业计划书) is built from: what the office reckoned on its day, frozen. Refused when it contradicts
 * itself: a build-up or a payment way that does not end in the price, fees that do not sum to their total.
 */
export const purchasePlanDataSchema = z
  .strictObject({
    quotedOn: localDateSchema,
    validUntil: localDateSchema,
    project: name,
    seller: z.strictObject({ name, phone: blank }),
    customer: name,
    consultant: name,
    unit: z.strictObject({
      label: name,
      floorName: blank,
      use: z.enum(unitUses),
      houseType: blank,
      orientation: blank,
      builtArea: areaSchema,
      innerArea: areaSchema.nullable(),
      /** What allows the sale: kind and number of the permit or title. */
      permit: name,
    }),
    homeOrder: z.enum(homeOrders),
    reckoning: quoteReckoningSchema,
  })
  .refine(
    ({ reckoning }) => reckoning.lines.at(-1)?.after === reckoning.price,
    'the build-up does not end in the price',
  )
  .refine(
    ({ reckoning: { ways, price } }) =>
      ways.every(({ plan }) => sumFen(plan.flatMap((line) => (line.inPrice ? [line.amount] : []))) === price),
    'a payment way does not sum to the price',
  )
  .refine(
    ({ reckoning: { fees, feesTogether } }) => sumFen(fees.map(({ amount }) => amount)) === feesTogether,
    'the fees do not sum to their total',
  )
  .refine(({ quotedOn, validUntil }) => quotedOn <= validUntil, 'it ends before it begins');

/** What a purchase plan is built from. */
export type PurchasePlanData = z.output<typeof purchasePlanDataSchema>;
