import { z } from 'zod';
import { unitCommercialStates } from '#shared/domain/units/states.ts';
import { cellFigures } from './cell-text.ts';

/** Ways to look at the project: one building, or all of them in small. */
export const boardViews = ['building', 'overview'] as const;

/** What the address of the board says, so that Back leads to what one saw before. */
export const boardAddress = z.object({
  building: z.int().optional().catch(undefined),
  unit: z.int().optional().catch(undefined),
  states: z.array(z.enum(unitCommercialStates)).default([]).catch([]),
  /** Name of the phase whose buildings are shown. */
  phase: z.string().optional().catch(undefined),
  figure: z.enum(cellFigures).default('total').catch('total'),
  /** The minute of the past that is shown, UTC ms. */
  at: z.int().min(0).optional().catch(undefined),
  view: z.enum(boardViews).default('building').catch('building'),
});
