import { z } from 'zod';
import { priceBases } from '#shared/domain/pricing/catalogue.ts';
import { chargedUses, chargePers, publishedChargeKinds } from '#shared/domain/quotes/published-charges.ts';
import { unitUses } from '#shared/domain/units/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

/** A blank of one line: empty text is printed as struck. */
const blank = z.string().trim().max(200);
const name = z.string().trim().min(1).max(100);

const row = z.strictObject({
  /** Entrance and room, as the list of the building calls it. */
  place: name,
  use: z.enum(unitUses),
  houseType: blank,
  builtArea: areaSchema,
  innerArea: areaSchema.nullable(),
  sharedArea: areaSchema.nullable(),
  /** Of a m², by the basis; null where it is sold by the set. */
  unitPrice: amountSchema.nullable(),
  filedPrice: amountSchema.nullable(),
  listPrice: amountSchema.nullable(),
  /** Whether it can be bought, in a word. */
  state: name,
});

/** What a charge is, for which homes, and on what it rests. */
const charge = z.strictObject({
  kind: z.enum(publishedChargeKinds),
  use: z.enum(chargedUses),
  amount: amountSchema,
  per: z.enum(chargePers),
  from: localDateSchema.nullable(),
  note: z.string().max(500),
});

/** Use and end of the land right (土地用途、使用期限) for dwellings or for everything else. */
const land = z.strictObject({
  use: z.enum(['home', 'otherUse']),
  landUse: blank,
  endsOn: localDateSchema.nullable(),
});

/**
 * What a price notice (商品房销售价目表，一房一价) is built from: the prices of a building from a day on. Refused without a
 * home: there is nothing to publish.
 */
export const priceNoticeDataSchema = z.strictObject({
  inForceOn: localDateSchema,
  project: name,
  /** The building, with its phase where it has one. */
  building: name,
  /** What allows the sale: the number of the permit. */
  permit: name,
  seller: z.strictObject({ name, hotline: blank }),
  /** Where a price can be complained about (价格举报电话). */
  complaints: blank,
  basis: z.enum(priceBases),
  /** Of the uses that the building has. */
  land: z.array(land).min(1).max(2),
  /** What is collected beside the price; what is not told is not collected. */
  charges: z.array(charge).max(20),
  /** Discounts that are published with the prices, each in its words. */
  discounts: z.array(name).max(200),
  rows: z.array(row).min(1).max(5000),
});
/** See {@link priceNoticeDataSchema}. */
export type PriceNoticeData = z.output<typeof priceNoticeDataSchema>;
