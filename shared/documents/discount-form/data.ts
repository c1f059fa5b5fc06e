import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, fenSchema } from '#shared/kernel/money.ts';
import { decisionsSchema } from '../kit/decisions.ts';

const name = z.string().trim().min(1).max(200);
const blank = z.string().trim().max(600);
const ppm = z.int().min(0).max(1_000_000);

/**
 * What a discount approval form (折扣审批表) is built from: how the price of a deal came about line by line, where it lies
 * against the floor price, whose authority it takes, and who decided what (document-forms 6.8).
 */
export const discountFormDataSchema = z.strictObject({
  company: z.strictObject({ name, project: name }),
  subscription: name,
  unit: name,
  buyers: name,
  consultant: name,
  plan: name,
  askedBy: name,
  askedOn: localDateSchema,
  reason: blank,
  listPrice: amountSchema,
  /** Null where the office has set none. */
  floorPrice: amountSchema.nullable(),
  price: amountSchema,
  /** What came on top, such as a fit-out: no part of what is compared with list and floor price. */
  addOns: amountSchema,
  /** Depth below the list price. */
  belowListPpm: ppm,
  lines: z
    .array(z.strictObject({ kind: name, label: name, ratePpm: ppm.nullable(), amount: fenSchema, after: fenSchema }))
    .min(1)
    .max(30),
  /** The scale of authority; one band is that of this price. */
  bands: z
    .array(
      z.strictObject({ post: name, fromPpm: ppm, toPpm: ppm.nullable(), belowFloor: z.boolean(), own: z.boolean() }),
    )
    .min(1)
    .max(8),
  decisions: decisionsSchema,
  /** Until when it can be decided while nobody has; null once that is done. */
  decideBy: localDateSchema.nullable(),
  /** The last day of the price: that of the signing. */
  validUntil: localDateSchema,
});

/** What a discount approval form is built from. */
export type DiscountFormData = z.output<typeof discountFormDataSchema>;
