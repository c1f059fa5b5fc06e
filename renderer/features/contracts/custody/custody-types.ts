import type { z } from 'zod';
import type { custody } from '#shared/api/custody.ts';

/** The originals of a contract as the office presents them. */
export type Originals = z.output<typeof custody.ofContract.output>;
/** One copy. */
export type Copy = Originals['copies'][number];
/** A copy that nobody has entered yet. */
export type OpenCopy = Originals['open'][number];
/** One act by which copies changed hands. */
export type Handover = Originals['moves'][number];
/** A line of the register. */
export type RegisterRow = z.output<typeof custody.list.output>['rows'][number];
/** A box of the archive. */
export type Box = z.output<typeof custody.boxes.output>['boxes'][number];
