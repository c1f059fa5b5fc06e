import { z } from 'zod';
import { fieldChangesSchema } from '../../contracts/fields/catalogue.ts';

/** Most clauses of its own that an agreement has. */
export const MOST_CLAUSES = 12;

/** A clause in words of its own. */
export const clauseSchema = z.string().trim().min(4).max(600);

/** 合同条款变更: what a signed contract says of delivery, areas and its other blanks, and clauses in words of their own. */
export const termsChangeAsk = z.strictObject({
  kind: z.literal('termsChange'),
  fields: fieldChangesSchema,
  clauses: z.array(clauseSchema).max(MOST_CLAUSES),
});
