import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { annexesSchema } from './annexes.ts';
import { type FieldName, fieldNames, fieldValuesSchema } from './fields/catalogue.ts';
import { contractBuyerSchema, contractSellerSchema, ownershipKinds } from './parties.ts';
import { contractForms } from './text/forms.ts';

const fieldName = z.custom<FieldName>((value) => fieldNames.some((name) => name === value), 'not a field');

/**
 * The data of a contract (合同数据): parties, the fields of the articles, the tables of the annexes. Amounts in fen,
 * areas in 0.01 m², rates in parts per million.
 *
 * A field is filled, struck, or open. `struck` names the fields that somebody decided to leave out: the paper shows ×.
 * Fields of branches that were not chosen need no mention; they are struck by themselves. `given` names the fields that
 * the office's records filled: nobody types over them.
 */
export const contractDraftSchema = z.strictObject({
  edition: z.string().min(1).max(20),
  /** Which contract of sale it is: decided when it was drafted. */
  form: z.enum(contractForms),
  project: z.strictObject({ name: z.string().min(1).max(100), address: z.string().max(200) }),
  subscription: z.strictObject({ number: z.string().min(1).max(40), subscribedOn: localDateSchema }),
  /** The agreed day to sign; the day of signing once it is signed. */
  signOn: localDateSchema,
  signingPlace: z.string().trim().max(100),
  seller: contractSellerSchema,
  buyers: z.array(contractBuyerSchema).min(1).max(10),
  ownership: z.enum(ownershipKinds),
  /** The city limits purchases of such units (限购): annex twelve names each buyer's certificate. */
  purchaseLimited: z.boolean(),
  fields: fieldValuesSchema,
  struck: z.array(fieldName).max(fieldNames.length),
  given: z.array(fieldName).max(fieldNames.length),
  annexes: annexesSchema,
  /** Names and licences of who drafted and who confirms. */
  drafter: z.string().max(60),
  confirmer: z.string().max(60),
  /** Number of the contract that this one replaces, and the day on which that one was cancelled. */
  replaces: z.strictObject({ number: z.string().max(40), cancelledOn: localDateSchema.nullable() }).nullable(),
});
/** The data of a contract. */
export type ContractDraft = z.output<typeof contractDraftSchema>;

/** Why a field cannot be changed on the contract, or undefined: the records fill it. */
export function isGiven(draft: Pick<ContractDraft, 'given'>, name: FieldName): boolean {
  return draft.given.includes(name);
}
