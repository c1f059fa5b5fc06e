import { z } from 'zod';
import { languages } from '#shared/domain/accounts/posts.ts';
import { attachmentForms } from '#shared/domain/attachments/files.ts';
import { publicStates } from '#shared/domain/kiosk/public-board.ts';
import { unitUses } from '#shared/domain/units/states.ts';
import { interests } from '#shared/domain/visits/register.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { idSchema } from './common.ts';
import { command, nothing, query, stream } from './procedure.ts';
import { passwordSchema } from './session.ts';

/**
 * The screen that faces the customers. It is called by the post `kiosk` alone, which may call nothing else (`isOpenTo`);
 * nothing here lists people or tells whether somebody is known.
 */
export const kiosk = {
  /** The published list prices and states of what is offered, without a name of anybody. */
  board: query({
    permission: 'signedIn',
    input: nothing,
    output: z.strictObject({
      projectName: z.string(),
      sellerName: z.string(),
      /** What the office tells people about their data, as it is in force. */
      notices: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
      buildings: z.array(
        z.strictObject({
          id: idSchema,
          name: z.string(),
          permitNumber: z.string().nullable(),
          publishedOn: localDateSchema,
        }),
      ),
      homes: z.array(
        z.strictObject({
          id: idSchema,
          buildingId: idSchema,
          entrance: z.string(),
          floor: z.int(),
          floorName: z.string(),
          roomNo: z.string(),
          use: z.enum(unitUses),
          houseType: z.string(),
          orientation: z.string(),
          builtArea: areaSchema,
          innerArea: areaSchema.nullable(),
          listPrice: amountSchema,
          unitPrice: amountSchema.nullable(),
          state: z.enum(publicStates),
        }),
      ),
    }),
  }),
  /** The plan picture of a home that is shown, in base64; null where its house type has none. */
  plan: query({
    permission: 'signedIn',
    input: z.strictObject({ unitId: idSchema }),
    output: z.strictObject({ form: z.enum(attachmentForms), content: z.base64() }).nullable(),
  }),
  /** The launch that runs now, for the big screen: homes, turns and picks by numbers, nobody's name. Null when none runs. */
  launch: query({
    permission: 'signedIn',
    input: nothing,
    output: z
      .strictObject({
        name: z.string(),
        state: z.enum(['running', 'paused']),
        offered: z.int(),
        picked: z.int(),
        /** Places that were called up so far; 0 before the first group. */
        calledUpTo: z.int(),
        desks: z.array(z.strictObject({ name: z.string(), place: z.int().nullable(), endsAt: z.int().nullable() })),
        homes: z.array(
          z.strictObject({
            id: idSchema,
            building: z.string(),
            entrance: z.string(),
            floor: z.int(),
            floorName: z.string(),
            roomNo: z.string(),
            houseType: z.string(),
            state: z.enum(['free', 'picked', 'gone']),
          }),
        ),
        recent: z.array(z.strictObject({ unit: z.string(), place: z.int(), pickedAt: z.int() })),
      })
      .nullable(),
  }),
  /** Tells that what the screen shows has changed, and nothing of what or by whom: how often since it began to listen. */
  changes: stream({ permission: 'signedIn', input: nothing, output: z.strictObject({ times: z.int() }) }),
  /** A guest enters themselves and waits for the desk. Answers the same whether the office knows them or not. */
  register: command({
    permission: 'signedIn',
    input: z.strictObject({
      name: z.string().trim().min(1).max(60),
      phone: z.string().trim().min(3).max(40),
      interests: z.array(z.enum(interests)).max(interests.length),
      /** They have read what the office does with it, in this language, and agreed. */
      agreed: z.literal(true),
      language: z.enum(languages),
    }),
    output: nothing,
  }),
  /** A member of staff ends the screen, with their own password; in a demonstration nobody has one. */
  leave: command({
    permission: 'signedIn',
    input: z.strictObject({
      by: z.strictObject({ loginName: z.string().trim().min(1).max(60), password: passwordSchema }).nullable(),
    }),
    output: z.strictObject({
      result: z.enum(['left', 'wrong', 'lockedOut', 'disabled', 'notAllowed']),
      left: z.int().optional(),
      until: z.int().optional(),
    }),
  }),
};
