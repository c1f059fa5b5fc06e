import type { z } from 'zod';
import type { unitCellSchema, units } from '#shared/api/units.ts';

/** A unit as the board paints it. */
export type BoardCell = z.output<typeof unitCellSchema>;

/** The whole board as the office answers it. */
export type BoardAnswer = z.output<(typeof units.board)['output']>;

/** A building of the board. */
export type BoardBuilding = BoardAnswer['buildings'][number];

/** A unit as its drawer shows it. */
export type UnitDetail = z.output<(typeof units.detail)['output']>;
