import { z } from 'zod';
import { planItems, planKinds } from '#shared/domain/plans/states.ts';
import { priceLineKinds } from '#shared/domain/pricing/build-up.ts';
import { priceBases } from '#shared/domain/pricing/catalogue.ts';
import { unitUses } from '#shared/domain/units/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { identityKinds } from '#shared/kernel/identity-number.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, fenSchema, ONE_PPM, sumFen } from '#shared/kernel/money.ts';

/** A blank of one line: empty text is printed as struck. */
const blank = z.string().trim().max(200);
const name = z.string().trim().min(1).max(100);

const buyer = z.strictObject({
  name,
  identityKind: z.enum(identityKinds),
  identityNumber: name,
  phone: name,
  address: blank,
  sharePpm: z.int().min(1).max(ONE_PPM),
  /** Legal representative of a company (法定代表人); empty for a person. */
  representative: blank,
  /** Guardian or agent who signs, with the proof of it; empty for a buyer who signs himself. */
  agent: z.string().trim().max(500),
});

/** Deposits above a fifth of the price have no effect for the part above (Civil Code 586). */
const DEPOSIT_CAP = 5;

/**
 * What a subscription book (认购书) is built from: a frozen copy of the deal as it stood. Amounts in fen, areas in 0.01 m².
 * Refused when it contradicts itself: shares that are not 100 %, a build-up or plan that does not end in the price, a
 * deposit above a fifth of it.
 */
export const subscriptionBookDataSchema = z
  .strictObject({
    subscribedOn: localDateSchema,
    project: z.strictObject({ name, address: blank }),
    seller: z.strictObject({
      name,
      creditCode: blank,
      address: blank,
      phone: blank,
      representative: blank,
      qualification: blank,
      /** Agency that sells for the seller, with its filing; empty where the seller sells itself. */
      agency: blank,
    }),
    buyers: z.array(buyer).min(1).max(10),
    unit: z.strictObject({
      building: name,
      entrance: blank,
      floorName: blank,
      roomNo: name,
      use: z.enum(unitUses),
      houseType: blank,
      /** What allows the sale: kind and number of the permit or title. */
      permit: name,
      surveyor: blank,
      builtArea: areaSchema,
      innerArea: areaSchema.nullable(),
      sharedArea: areaSchema.nullable(),
      basementArea: areaSchema.nullable(),
      deliveryOn: localDateSchema.nullable(),
      /** Mortgage, seizure, lease as disclosed; empty: none. */
      encumbrances: blank,
      /** What goes with it, such as a parking space; empty: nothing. */
      attached: blank,
    }),
    price: z.strictObject({
      basis: z.enum(priceBases),
      unitPrice: amountSchema.nullable(),
      lines: z
        .array(
          z.strictObject({
            kind: z.enum(priceLineKinds),
            label: z.string().max(60),
            ratePpm: z.int().nullable(),
            amount: fenSchema,
            after: amountSchema,
          }),
        )
        .min(1)
        .max(30),
      total: amountSchema,
    }),
    plan: z.strictObject({
      kind: z.enum(planKinds),
      /** Its own name; books of before plans had one name their kind. */
      name: z.string().max(60).default(''),
      lines: z
        .array(
          z.strictObject({
            item: z.enum(planItems),
            amount: amountSchema,
            dueOn: localDateSchema,
            inPrice: z.boolean(),
          }),
        )
        .min(1)
        .max(120),
    }),
    deposit: z.strictObject({ amount: amountSchema, dueOn: localDateSchema, bank: blank, account: blank }),
    signBy: localDateSchema,
    signingPlace: name,
    /** Days within which a deposit goes back where nobody is at fault. */
    refundDays: z.int().min(1).max(90),
    annexes: z.array(name).max(12),
    /** Who keeps a copy, and how many. */
    copies: z
      .array(z.strictObject({ holder: name, count: z.int().min(1).max(9) }))
      .min(1)
      .max(8),
    consultant: z.strictObject({ name, licence: blank }),
    maker: blank,
    complaintPhone: blank,
  })
  .refine((data) => data.buyers.reduce((sum, one) => sum + one.sharePpm, 0) === ONE_PPM, 'shares are not 100 %')
  .refine((data) => data.price.lines.at(-1)?.after === data.price.total, 'the build-up does not end in the price')
  .refine(
    (data) => sumFen(data.plan.lines.filter((line) => line.inPrice).map((line) => line.amount)) === data.price.total,
    'the plan does not sum to the price',
  )
  .refine((data) => data.deposit.amount * DEPOSIT_CAP <= data.price.total, 'the deposit is above a fifth of the price');

/** What a subscription book is built from. */
export type SubscriptionBookData = z.output<typeof subscriptionBookDataSchema>;
