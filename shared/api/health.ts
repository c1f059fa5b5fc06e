import { z } from 'zod';
import { healthFiguresSchema } from '#shared/domain/health/figures.ts';
import { findingCodes } from '#shared/domain/health/judge.ts';
import { nothing, query } from './procedure.ts';

/** How the office itself is: for whoever looks after it, and for a call to support. */
export const health = {
  /** The figures, and what they mean. Nothing personal is in it but the names that terminals were given. */
  report: query({
    permission: 'health.read',
    input: nothing,
    output: healthFiguresSchema.extend({
      findings: z.array(
        z.strictObject({
          code: z.enum(findingCodes),
          part: z.enum(['disk', 'backup', 'papers', 'terminals', 'procedures', 'loop', 'database', 'memory']),
          level: z.enum(['act', 'watch']),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
  }),
};
