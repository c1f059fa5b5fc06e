import { z } from 'zod';
import { keyChangeFiguresSchema, keyChangeProgressSchema } from '#shared/domain/keys/steps.ts';
import { refusalSchema } from './common.ts';
import { device, nothing } from './procedure.ts';

/** How the changing of the keys of this PC's office stands. */
export const keyChangeStateSchema = z.discriminatedUnion('kind', [
  /** `passphrase`: the office has one, so that a new one is needed. */
  z.strictObject({ kind: z.literal('idle'), passphrase: z.boolean() }),
  keyChangeProgressSchema.extend({ kind: z.literal('running') }),
  /** It is open under its new key. `backup`: the first one that the new code opens. */
  keyChangeFiguresSchema.extend({
    ...{ kind: z.literal('done'), at: z.int() },
    backup: z.enum(['running', 'made', 'failed']),
  }),
  /** It goes on as it was. */
  z.strictObject({ kind: z.literal('failed'), refusal: refusalSchema }),
]);
/** See {@link keyChangeStateSchema}. */
export type KeyChangeState = z.output<typeof keyChangeStateSchema>;

/**
 * Changing the keys of this PC's office. Whoever does it has said so to the office before (`keys.permit`) at this window;
 * refused as KEYS_NOT_PERMITTED otherwise.
 */
export const pcKeysApi = {
  state: device({ input: nothing, output: keyChangeStateSchema }),
  /** A new recovery code to be printed. It is worth nothing, and the old one stays good, until the change is done. */
  offer: device({ input: nothing, output: z.strictObject({ code: z.string() }) }),
  /**
   * Begins, once the code was typed back. Backs up, closes the office, writes it beside itself under the new key, checks
   * all of it and puts it in its place; goes on by itself after the answer. Refused as RECOVERY_CODE_OTHER,
   * PASSPHRASE_NEEDED, PASSPHRASE_SHORT, BACKUP_NO_PLACE.
   */
  begin: device({
    input: z.strictObject({ typed: z.string().max(200), passphrase: z.string().max(200).nullable() }),
    output: keyChangeStateSchema,
  }),
  /** What became of it was read. An office that could not be opened again is tried once more. */
  settle: device({ input: nothing, output: keyChangeStateSchema }),
};
