import { z } from 'zod';
import { type UnitCommercialState, unitCommercialStates } from '../units/states.ts';

/** How many homes of each building are in which state, and how many records were compared. */
export const controlFiguresSchema = z.strictObject({
  buildings: z.array(
    z.strictObject({ name: z.string(), counts: z.partialRecord(z.enum(unitCommercialStates), z.int().nonnegative()) }),
  ),
  units: z.int().nonnegative(),
  subscriptions: z.int().nonnegative(),
  contracts: z.int().nonnegative(),
  claims: z.int().nonnegative(),
});

/** See {@link controlFiguresSchema}. */
export type ControlFigures = z.output<typeof controlFiguresSchema>;

/** The homes of all buildings together by their states. */
export function totalsOf({ buildings }: ControlFigures): Partial<Record<UnitCommercialState, number>> {
  const totals: Partial<Record<UnitCommercialState, number>> = {};
  for (const { counts } of buildings)
    for (const state of unitCommercialStates) {
      const more = counts[state] ?? 0;
      if (more > 0) totals[state] = (totals[state] ?? 0) + more;
    }
  return totals;
}
