import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema, lineSchema, reasonSchema } from './common.ts';
import { command, nothing } from './procedure.ts';

const reasoned = z.strictObject({ unitId: idSchema, reason: reasonSchema });

/** What burdens a home besides its deal: a seizure, and the release of its share of the building's mortgage. */
export const unitBurdens = {
  /** Enters a seizure by a court (查封): no step forward any more, until it is lifted. */
  seize: command({
    permission: 'units.seize',
    input: z.strictObject({
      unitId: idSchema,
      court: lineSchema,
      paperNo: lineSchema,
      fromOn: localDateSchema,
      untilOn: localDateSchema.nullable(),
    }),
    output: nothing,
  }),
  /** Lifts a seizure (解封): what burdened the unit before does so again. */
  liftSeizure: command({
    permission: 'units.seize',
    input: z.strictObject({ unitId: idSchema, reason: reasonSchema }),
    output: nothing,
  }),
  /** The lender is asked to release the home from the mortgage of its building (申请解押). */
  requestDischarge: command({ permission: 'projects.write', input: reasoned, output: nothing }),
  /** The request is taken back: the mortgage stays on the home. */
  withdrawDischarge: command({ permission: 'projects.write', input: reasoned, output: nothing }),
  /** The home is released from the mortgage (解押); the building stays mortgaged for the others. */
  discharge: command({ permission: 'projects.write', input: reasoned, output: nothing }),
};
