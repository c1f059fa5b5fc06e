import { z } from 'zod';
import { contractDraftSchema } from '#shared/domain/contracts/draft.ts';
import { contractTextSchema } from '#shared/domain/contracts/text/schema.ts';

/** What a contract is printed from: its data, frozen, the text around them, and who made the paper. */
export const saleContractDataSchema = z.strictObject({
  draft: contractDraftSchema,
  text: contractTextSchema,
  maker: z.string().trim().max(60),
});
/** What a contract is printed from. */
export type SaleContractData = z.output<typeof saleContractDataSchema>;
