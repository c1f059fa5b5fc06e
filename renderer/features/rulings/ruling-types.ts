import type { z } from 'zod';
import type { rulings } from '#shared/api/rulings.ts';

/** A conflict as the register lists it. */
export type RulingRow = z.output<typeof rulings.list.output>['rows'][number];
/** A conflict with its evidence. */
export type RulingDetail = z.output<typeof rulings.detail.output>;
