import { z } from 'zod';
import { restorableSchema } from '#shared/domain/restores/loss.ts';
import { restoreProgressSchema } from '#shared/domain/restores/steps.ts';
import { refusalSchema } from './common.ts';
import { device, nothing } from './procedure.ts';

/** How the restoring of this PC's office from a backup stands. */
export const restoreStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('idle') }),
  /** The office is being closed. */
  z.strictObject({ kind: z.literal('closing') }),
  /** A folder with backups is to be chosen; `refusal`: what was wrong with the last. */
  z.strictObject({ kind: z.literal('begun'), refusal: refusalSchema.nullable() }),
  z.strictObject({
    kind: z.literal('found'),
    folder: z.string(),
    /** The newest first; instants in UTC ms. */
    snapshots: z.array(
      z.strictObject({
        stamp: z.string(),
        at: z.int(),
        events: z.int(),
        sizeBytes: z.int(),
        verifiedAt: z.int(),
      }),
    ),
    /** The office was open here, so that nobody has to type anything. */
    keyKnown: z.boolean(),
    ways: z.array(z.enum(['passphrase', 'recovery'])),
    refusal: refusalSchema.nullable(),
  }),
  restoreProgressSchema.extend({ kind: z.literal('checking'), stamp: z.string() }),
  z.strictObject({ kind: z.literal('ready'), found: restorableSchema }),
  z.strictObject({ kind: z.literal('swapping') }),
  /** It is open; `aside`: the folder where what was here before is kept. */
  z.strictObject({ kind: z.literal('done'), stamp: z.string(), at: z.int(), aside: z.string().nullable() }),
]);
/** See {@link restoreStateSchema}. */
export type RestoreState = z.output<typeof restoreStateSchema>;

/** What is known, without anybody choosing a folder, of the backups of an office that can't be read. */
export const restoreOfferSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** They are where nothing can be found now: a stick that is not plugged in. */
  z.strictObject({ kind: z.literal('missing'), folder: z.string() }),
  z.strictObject({
    kind: z.literal('found'),
    folder: z.string(),
    stamp: z.string(),
    /** UTC ms. */
    at: z.int(),
    /** How many acts this PC knows of that came after it; null: it remembers none. */
    acts: z.int().nonnegative().nullable(),
  }),
]);
/** See {@link restoreOfferSchema}. */
export type RestoreOffer = z.output<typeof restoreOfferSchema>;

const secret = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('passphrase'), passphrase: z.string().max(200) }),
  z.strictObject({ way: z.literal('recovery'), recoveryCode: z.string().max(200) }),
]);

/** Restoring this PC's office from a backup: it is closed first, and nothing takes its place before somebody says so. */
export const pcRestoreApi = {
  state: device({ input: nothing, output: restoreStateSchema }),
  /** What an office that can't be read is offered: the newest backup at the place that this PC remembers. */
  offer: device({ input: nothing, output: restoreOfferSchema }),
  /**
   * Closes the office that is open, or turns from what stands at the gate. An office that is open is closed only for an
   * administrator at this PC. Goes on by itself after the answer, and to the list where this PC remembers the place of the
   * backups. Refused as OFFICE_IN_USE.
   */
  begin: device({ input: nothing, output: restoreStateSchema }),
  /** Looks for backups in a folder that the person chooses in the system's dialog; as it was when they close it. */
  choose: device({ input: nothing, output: restoreStateSchema }),
  /** Makes one ready beside the office and looks at all of it. Goes on by itself after the answer. */
  check: device({
    input: z.strictObject({ stamp: z.string().max(20), secret: secret.nullable() }),
    output: restoreStateSchema,
  }),
  /** Back from one that is ready to the list. */
  back: device({ input: nothing, output: restoreStateSchema }),
  /** Puts the one that is ready in the place of the office, which is kept beside it. */
  swap: device({ input: nothing, output: restoreStateSchema }),
  /** Opens what was here again, as it was. */
  cancel: device({ input: nothing, output: restoreStateSchema }),
};
