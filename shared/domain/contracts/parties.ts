import { z } from 'zod';
import { identityKinds } from '#shared/kernel/identity-number.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { ONE_PPM } from '#shared/kernel/money.ts';

/** A blank of one line of a party; empty text is printed as struck. */
const line = z.string().trim().max(100);
const name = z.string().trim().min(1).max(100);

/** By what somebody acts for a buyer: a written power (委托), or the law for a minor (法定). */
export const agentKinds = ['entrusted', 'statutory'] as const;

/** Who acts for a buyer. */
export const agentSchema = z.strictObject({
  kind: z.enum(agentKinds),
  name,
  identityKind: z.enum(identityKinds),
  identityNumber: line,
  address: line,
  phone: line,
  /** Relation to the buyer of a statutory agent. */
  relation: line,
  /**
   * The written power: what it covers, until when. Its scan lies with the deal; what older records say of that beside it
   * is passed over.
   */
  power: z.object({ coversSigning: z.boolean(), validUntil: localDateSchema.nullable() }),
});

/** Who acts for a buyer. */
export type PartyAgent = z.output<typeof agentSchema>;

/** The city's certificate that a buyer may buy (购房资格查验), with name and number as they stand on it. */
export const eligibilitySchema = z.strictObject({
  number: name,
  checkedOn: localDateSchema,
  validUntil: localDateSchema.nullable(),
  name,
  identityNumber: z.string().trim().min(1).max(60),
});

/** A buyer (买受人) as the contract names him. */
export const contractBuyerSchema = z.strictObject({
  customerId: z.int().min(1).nullable(),
  name,
  kind: z.enum(['person', 'company']),
  nationality: line,
  residence: line,
  identityKind: z.enum(identityKinds),
  identityNumber: z.string().trim().min(1).max(60),
  birthOn: localDateSchema.nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  address: line,
  postcode: z.string().trim().max(6),
  phone: line,
  email: line,
  /** Legal representative of a company. */
  representative: line,
  sharePpm: z.int().min(0).max(ONE_PPM),
  agent: agentSchema.nullable(),
  /** Null until the certificate is here; only where purchases are limited. */
  eligibility: eligibilitySchema.nullable(),
});
/** A buyer as the contract names him. */
export type ContractBuyer = z.output<typeof contractBuyerSchema>;

/** The seller (出卖人) as the contract names it, from the office's records. */
export const contractSellerSchema = z.strictObject({
  name,
  address: line,
  postcode: z.string().trim().max(6),
  licence: line,
  qualification: line,
  representative: line,
  phone: line,
  agent: line,
  agentPhone: line,
  agency: line,
  agencyRecord: line,
});
/** The seller as the contract names it. */
export type ContractSeller = z.output<typeof contractSellerSchema>;

/** How several buyers own: one alone, jointly without shares, by shares (Civil Code 308: silence means shares). */
export const ownershipKinds = ['sole', 'joint', 'byShares'] as const;
