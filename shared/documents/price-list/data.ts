import { z } from 'zod';
import { priceBases } from '#shared/domain/pricing/catalogue.ts';
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
  orientation: blank,
  builtArea: areaSchema,
  innerArea: areaSchema.nullable(),
  /** Of a m², by the basis; null where it is sold by the set. */
  unitPrice: amountSchema.nullable(),
  listPrice: amountSchema.nullable(),
  /** Whether it can be bought, in a word. */
  state: name,
});

const paper = z.strictObject({
  inForceOn: localDateSchema,
  /** Number of the batch that made the prices; empty where they stand as they were entered. */
  batch: blank,
  project: name,
  /** The building, with its phase where it has one. */
  building: name,
  /** The number of the permit; empty while the building may not be sold. */
  permit: blank,
  seller: z.strictObject({ name, hotline: blank }),
  basis: z.enum(priceBases),
});

/** What the price list of a building (价目表) is built from. Refused without a home: there is nothing to list. */
export const priceListDataSchema = paper.extend({ rows: z.array(row).min(1).max(5000) });
/** See {@link priceListDataSchema}. */
export type PriceListData = z.output<typeof priceListDataSchema>;

/** The same with the price below which nobody but the director sells (底价表), for whoever may see it. */
export const floorPriceListDataSchema = paper.extend({
  rows: z
    .array(row.extend({ floorPrice: amountSchema.nullable() }))
    .min(1)
    .max(5000),
});
/** See {@link floorPriceListDataSchema}. */
export type FloorPriceListData = z.output<typeof floorPriceListDataSchema>;
