import { z } from 'zod';
import { relocationTotalsSchema } from './steps.ts';

/** What the folder of an office says that came to where it is from another PC, until somebody has finished moving it in. */
export const arrivalSchema = z.strictObject({
  /** When it came, UTC ms. */
  at: z.int().nonnegative(),
  /** Name of the PC from which. */
  from: z.string().max(255),
  officeName: z.string().max(200),
  totals: relocationTotalsSchema,
});
/** See {@link arrivalSchema}. */
export type Arrival = z.output<typeof arrivalSchema>;

/** How a terminal of an office that has moved stands: it is there again, was since, or still looks in the old place. */
export function followedOf(
  { windows, seen }: { readonly windows: number; readonly seen: { readonly at: number } | null },
  { at }: Pick<Arrival, 'at'>,
): 'here' | 'was' | 'missing' {
  if (windows > 0) return 'here';
  return seen !== null && seen.at > at ? 'was' : 'missing';
}
