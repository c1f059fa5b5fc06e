import { z } from 'zod';
import { identityKinds } from '#shared/kernel/identity-number.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { ONE_PPM } from '#shared/kernel/money.ts';

/** A blank of one line: empty text is printed as struck. */
const blank = z.string().trim().max(200);
const name = z.string().trim().min(1).max(100);

/** A buyer as an agreement about the contract names him. */
export const agreementBuyerSchema = z.strictObject({
  name,
  identityKind: z.enum(identityKinds),
  identityNumber: name,
  phone: blank,
  address: blank,
  sharePpm: z.int().min(0).max(ONE_PPM),
  /** Legal representative of a company; empty for a person. */
  representative: blank,
  /** Who signs for the buyer; empty for one who signs himself. */
  agent: blank,
});
/** A buyer as an agreement about the contract names him. */
export type AgreementBuyer = z.output<typeof agreementBuyerSchema>;

/** What every agreement about a signed contract says of that contract (原合同) and of its parties. */
export const agreementHead = {
  draftedOn: localDateSchema,
  contract: z.strictObject({ number: name, signedOn: localDateSchema, filingNumber: blank }),
  project: z.strictObject({ name, address: blank }),
  unit: name,
  seller: z.strictObject({ name, creditCode: blank, address: blank, phone: blank, representative: blank }),
  /** All who bought until now: nobody's contract changes without them. */
  buyers: z.array(agreementBuyerSchema).min(1).max(10),
  /** Clauses in words of its own. */
  clauses: z.array(z.string().trim().min(1).max(600)).max(12),
  /** As many as the contract has, and who keeps them. */
  copies: z
    .array(z.strictObject({ holder: name, count: z.int().min(1).max(9) }))
    .min(1)
    .max(8),
  maker: z.string().trim().max(60),
};
const headSchema = z.strictObject(agreementHead);
/** What every agreement about a signed contract says. */
export type AgreementHead = z.output<typeof headSchema>;
