import { z } from 'zod';
import { buyerSchema } from '../../subscriptions/buyers.ts';

/** How whoever comes in or goes is related to the buyers who stay (亲属关系). */
export const nameRelations = ['spouse', 'parentChild', 'sibling', 'other'] as const;
/** How whoever comes in or goes is related to the buyers who stay. */
export type NameRelation = (typeof nameRelations)[number];

/** The paper that proves a relationship, seen by whoever asks (关系证明). */
export const relationProofs = [
  'marriageCertificate',
  'householdRegister',
  'birthCertificate',
  'notarialDeed',
  'none',
] as const;
/** The paper that proves a relationship. */
export type RelationProof = (typeof relationProofs)[number];

/** 更名、增名、减名: other buyers, or other shares of the same. */
export const nameChangeAsk = z.strictObject({
  kind: z.literal('nameChange'),
  buyers: z.array(buyerSchema).min(1).max(10),
  relation: z.enum(nameRelations),
  proof: z.enum(relationProofs),
  /** Whoever comes in agreed to the handling of their identity data. */
  consent: z.boolean(),
});
