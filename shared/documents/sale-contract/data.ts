import { z } from 'zod';
import { contractDraftSchema } from '#shared/domain/contracts/draft.ts';

/** What a contract is printed from: its data, frozen, and who made the paper. */
export const saleContractDataSchema = z.strictObject({
  draft: contractDraftSchema,
  maker: z.string().trim().max(60),
});
/** What a contract is printed from. */
export type SaleContractData = z.output<typeof saleContractDataSchema>;
