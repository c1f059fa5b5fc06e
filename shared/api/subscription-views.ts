import { z } from 'zod';
import { paymentMethods, receiptItems, receiptStates } from '#shared/domain/payments/states.ts';
import { planCodeSchema } from '#shared/domain/plans/template.ts';
import { wantedAdjustmentSchema } from '#shared/domain/pricing/catalogue.ts';
import { signerSchema } from '#shared/domain/subscriptions/signers.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { identityKinds } from '#shared/kernel/identity-number.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, personSchema, versionSchema } from './common.ts';

/** What the person wants to sell at: everything else follows from the office's settings and the unit. */
export const termsSchema = z.strictObject({
  unitId: idSchema,
  adjustments: z.array(wantedAdjustmentSchema).max(20),
  planCode: planCodeSchema,
  deposit: amountSchema,
  signBy: localDateSchema,
});

/** A buyer of a subscription, as far as the person is told. */
export const buyerView = z.strictObject({
  customerId: idSchema,
  name: z.string(),
  phone: z.string(),
  identityKind: z.enum(identityKinds).nullable(),
  identityNumber: z.string().nullable(),
  address: z.string(),
  sharePpm: z.int(),
  /** Who signs for the buyer; number and phone of an agent masked. */
  signer: signerSchema,
});

/** A receipt of a subscription. */
export const receiptView = z.strictObject({
  id: idSchema,
  number: z.string(),
  item: z.enum(receiptItems),
  method: z.enum(paymentMethods),
  amount: amountSchema,
  payer: z.string(),
  reference: z.string(),
  receivedOn: localDateSchema,
  receivedAt: z.int(),
  cashier: z.string(),
  state: z.enum(receiptStates),
  voidReason: z.string(),
  /** `void`. */
  can: canSchema,
  version: versionSchema,
});

/** Columns that the list of subscriptions can be ordered by. */
export const subscriptionColumns = [
  'number',
  'unit',
  'buyers',
  'state',
  'consultant',
  'subscribedOn',
  'signBy',
  'price',
  'depositDue',
  'depositReceived',
] as const;

/** A subscription as its list shows it. */
export const subscriptionRow = z.strictObject({
  id: idSchema,
  number: z.string(),
  unitId: idSchema,
  unit: z.string(),
  state: z.enum(subscriptionStates),
  buyers: z.string(),
  consultant: personSchema,
  subscribedOn: localDateSchema,
  signBy: localDateSchema,
  price: amountSchema,
  depositDue: amountSchema,
  depositReceived: amountSchema,
});
