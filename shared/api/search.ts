import { z } from 'zod';
import { bookingStates } from '#shared/domain/bookings/states.ts';
import { changeKinds, changeStates } from '#shared/domain/changes/kinds.ts';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { customerRatings } from '#shared/domain/customers/states.ts';
import { intentStates } from '#shared/domain/launches/states.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { unitCommercialStates } from '#shared/domain/units/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { query } from './procedure.ts';

const customerHit = z.strictObject({
  noun: z.literal('customers'),
  id: z.int(),
  title: z.string(),
  /** Syllables of the name, to show why typed letters found it. */
  reading: z.array(z.string()),
  phone: z.string(),
  /** Null for a customer of nobody. */
  owner: z.string().nullable(),
  rating: z.enum(customerRatings),
  deal: z.strictObject({ unit: z.string(), state: z.enum(unitCommercialStates) }).nullable(),
});

const unitHit = z.strictObject({
  noun: z.literal('units'),
  id: z.int(),
  title: z.string(),
  /** Names of who buys it, for those who may know; empty otherwise. */
  buyers: z.string(),
  builtArea: areaSchema,
  /** What was agreed, else what the list asks. */
  price: amountSchema.nullable(),
  state: z.enum(unitCommercialStates),
});

const subscriptionHit = z.strictObject({
  noun: z.literal('subscriptions'),
  id: z.int(),
  title: z.string(),
  buyers: z.string(),
  subscribedOn: localDateSchema,
  signBy: localDateSchema,
  state: z.enum(subscriptionStates),
});

const contractHit = z.strictObject({
  noun: z.literal('contracts'),
  id: z.int(),
  title: z.string(),
  buyers: z.string(),
  unit: z.string(),
  draftedOn: localDateSchema,
  signBy: localDateSchema,
  signedOn: localDateSchema.nullable(),
  state: z.enum(contractStates),
});

const intentHit = z.strictObject({
  noun: z.literal('intents'),
  id: z.int(),
  title: z.string(),
  customer: z.string(),
  launchId: z.int(),
  launch: z.string(),
  queueNo: z.int(),
  state: z.enum(intentStates),
});

const changeHit = z.strictObject({
  noun: z.literal('changes'),
  id: z.int(),
  title: z.string(),
  kind: z.enum(changeKinds),
  unit: z.string(),
  buyers: z.string(),
  state: z.enum(changeStates),
});

const bookingHit = z.strictObject({
  noun: z.literal('bookings'),
  id: z.int(),
  title: z.string(),
  unit: z.string(),
  /** The customer for whom the home is kept. */
  buyers: z.string(),
  expiresAt: z.int(),
  state: z.enum(bookingStates),
});

/** Ctrl+K: customers, units and papers by whatever one remembers of them. */
export const search = {
  /** Matches by name, pinyin, initials, phone, room and number; at most eight of each noun, best first. */
  find: query({
    permission: 'signedIn',
    input: z.strictObject({ text: z.string().trim().max(60) }),
    output: z.array(
      z.discriminatedUnion('noun', [
        customerHit,
        unitHit,
        subscriptionHit,
        contractHit,
        intentHit,
        changeHit,
        bookingHit,
      ]),
    ),
  }),
};
