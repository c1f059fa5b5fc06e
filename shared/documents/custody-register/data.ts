import { z } from 'zod';
import { custodyActs } from '#shared/domain/custody/moves.ts';
import { custodyHolders, custodyPlaces, originalPapers } from '#shared/domain/custody/places.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

const name = z.string().trim().min(1).max(100);
const text = z.string().max(200);
const copyName = { paper: z.enum(originalPapers), copyNo: z.int().positive(), copyOf: z.int().positive() };

/** What the custody register of a contract (合同保管登记表) is built from: its copies as they stand, and every move. */
export const custodyRegisterDataSchema = z.strictObject({
  company: z.strictObject({ name, project: name }),
  contract: z.strictObject({
    number: name,
    unit: name,
    buyers: name,
    price: amountSchema,
    signedOn: localDateSchema,
    state: name,
    filingNumber: text,
  }),
  asOf: localDateSchema,
  maker: name,
  copies: z
    .array(
      z.strictObject({
        ...copyName,
        number: name,
        holder: z.enum(custodyHolders),
        place: z.enum(custodyPlaces),
        /** Box with room and shelf, or to whom it is lent and until when; empty elsewhere. */
        where: text,
      }),
    )
    .min(1)
    .max(80),
  moves: z
    .array(
      z.strictObject({
        ...copyName,
        number: name,
        on: localDateSchema,
        at: z.string().regex(/^\d{2}:\d{2}$/),
        act: z.enum(custodyActs),
        from: z.enum(custodyPlaces),
        to: z.enum(custodyPlaces),
        giver: text,
        taker: text,
        reason: text,
      }),
    )
    .max(400),
});

/** What the custody register of a contract is built from. */
export type CustodyRegisterData = z.output<typeof custodyRegisterDataSchema>;
