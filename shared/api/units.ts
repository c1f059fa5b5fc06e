import { z } from 'zod';
import { bookingStates } from '#shared/domain/bookings/states.ts';
import { planFields } from '#shared/domain/plans/naming.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { holdPurposes } from '#shared/domain/units/leases.ts';
import { offSaleUses } from '#shared/domain/units/off-sale.ts';
import {
  unitCommercialStates,
  unitEncumbrances,
  unitLegalStates,
  unitPostSaleStates,
  unitUses,
} from '#shared/domain/units/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { canSchema, historyEventSchema, idSchema, personSchema, reasonSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';
import { unitBurdens } from './units-burdens.ts';
import { homeFactsSchema, unitEdits } from './units-edit.ts';

/** A unit as the board paints it. */
export const unitCellSchema = z.strictObject({
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
  listPrice: amountSchema.nullable(),
  state: z.enum(unitCommercialStates),
  since: z.int(),
  /** Why it is frozen or not for sale; empty in every other state. */
  reason: z.string(),
  /** For what it is not for sale; null in every other state. */
  offSaleUse: z.enum(offSaleUses).nullable(),
  encumbrance: z.enum(unitEncumbrances),
  /** Who has it now: the holder of the lock or hold, else the consultant of the deal. */
  by: z.string().nullable(),
  mine: z.boolean(),
  /** When the lock, hold or signing period ends, UTC ms. */
  until: z.int().nullable(),
});

const boardSchema = z.strictObject({
  projectName: z.string(),
  buildings: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      phase: z.string().nullable(),
      permitNumber: z.string().nullable(),
    }),
  ),
  units: z.array(unitCellSchema),
});

const buyerName = z.strictObject({ customerId: idSchema, name: z.string(), phone: z.string() });

/** Homes and what may be done with them at the sales control. */
export const units = {
  ...unitEdits,
  ...unitBurdens,
  /** Everything that the board shows. */
  board: query({
    permission: 'board.read',
    input: nothing,
    output: boardSchema,
  }),
  /** The board as it stood at an instant of the past (UTC ms), from the event log. */
  boardAt: query({
    permission: 'board.read',
    input: z.strictObject({ at: z.int().min(0) }),
    output: boardSchema,
  }),
  /** When the past begins, and the releases in it. */
  boardMoments: query({
    permission: 'board.read',
    input: nothing,
    output: z.strictObject({
      from: z.int().nullable(),
      releases: z.array(z.strictObject({ at: z.int(), units: z.int() })),
    }),
  }),
  /** The cells of some units again, after a change. */
  cells: query({
    permission: 'board.read',
    input: z.strictObject({ unitIds: z.array(idSchema).max(2000) }),
    output: z.array(unitCellSchema),
  }),
  /** Who buys the homes of a building, now or at an instant of the past: of the deals that the person may open. */
  buyers: query({
    permission: 'subscriptions.read',
    input: z.strictObject({ buildingId: idSchema, at: z.int().min(0).nullable() }),
    output: z.strictObject({
      /** By deal, with the names of its buyers in their order. */
      rows: z.array(z.strictObject({ id: idSchema, unitId: idSchema, names: z.array(z.string()) })),
    }),
  }),
  /** One unit with its prices, claims, deal, history and what the caller may do with it. */
  detail: query({
    permission: 'board.read',
    input: z.strictObject({ unitId: idSchema }),
    output: z.strictObject({
      cell: unitCellSchema,
      label: z.string(),
      buildingName: z.string(),
      sharedArea: areaSchema.nullable(),
      ...homeFactsSchema.shape,
      filedPrice: amountSchema.nullable(),
      floorPrice: amountSchema.nullable(),
      legalState: z.enum(unitLegalStates),
      postSaleState: z.enum(unitPostSaleStates),
      permitNumber: z.string().nullable(),
      deliveryOn: localDateSchema.nullable(),
      stateReason: z.string(),
      offSaleUse: z.enum(offSaleUses).nullable(),
      /** What a court has ordered; null where it has not, or no more. */
      seizure: z
        .strictObject({
          id: idSchema,
          court: z.string(),
          paperNo: z.string(),
          fromOn: localDateSchema,
          untilOn: localDateSchema.nullable(),
          /** How many scans of the order there are. */
          scans: z.int(),
          /** The caller may look at them. */
          opens: z.boolean(),
        })
        .nullable(),
      lock: z
        .strictObject({ by: personSchema, lockedAt: z.int(), expiresAt: z.int(), mine: z.boolean(), renewals: z.int() })
        .nullable(),
      hold: z
        .strictObject({
          by: personSchema,
          purpose: z.enum(holdPurposes),
          reason: z.string(),
          customer: buyerName.nullable(),
          expiresAt: z.int(),
        })
        .nullable(),
      /** The small booking that keeps it: asked for, waiting for its money, or open. */
      booking: z
        .strictObject({
          id: idSchema,
          number: z.string(),
          state: z.enum(bookingStates),
          consultant: z.string(),
          /** Null for whoever may not open it. */
          customer: z.string().nullable(),
          listPrice: amountSchema,
          expiresAt: z.int(),
          mayOpen: z.boolean(),
        })
        .nullable(),
      subscription: z
        .strictObject({
          id: idSchema,
          number: z.string(),
          state: z.enum(subscriptionStates),
          consultant: z.string(),
          /** The list price that the deal was made against; the unit's own may have moved since. */
          listPrice: amountSchema,
          price: amountSchema,
          ...planFields,
          signBy: localDateSchema,
          /** The person may open its record: it is their own deal, or their post sees all. */
          mayOpen: z.boolean(),
          /** Names of those who buy; none for whoever may not read customers. */
          buyers: z.array(z.string()),
          /** Every kind of change: whether it can be asked for now. Empty for whoever asks for none of this deal. */
          changes: canSchema,
        })
        .nullable(),
      history: z.array(
        historyEventSchema.extend({
          /** The commercial state that the event brought. */
          state: z.enum(unitCommercialStates).nullable(),
        }),
      ),
      /** Events of the commercial axis that a person asks for, and `subscribe`, `quote`, `book`. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /** Every lock and hold that keeps a unit now, the one that ends first at the top. */
  claims: query({
    permission: 'board.read',
    input: nothing,
    output: z.array(
      z.strictObject({
        /** Of the lock or the hold: one of each may have the same. */
        id: idSchema,
        kind: z.enum(['lock', 'hold']),
        unitId: idSchema,
        unit: z.string(),
        purpose: z.enum(holdPurposes).nullable(),
        reason: z.string(),
        by: z.string(),
        mine: z.boolean(),
        /** Null where there is none, or for whoever may not open the file. */
        customer: z.string().nullable(),
        since: z.int(),
        until: z.int(),
      }),
    ),
  }),
  /** A lease of minutes for the caller at this terminal. */
  lock: command({
    permission: 'units.lock',
    input: z.strictObject({ unitId: idSchema }),
    output: z.strictObject({ lockId: idSchema, expiresAt: z.int() }),
  }),
  renewLock: command({
    permission: 'units.lock',
    input: z.strictObject({ unitId: idSchema }),
    output: z.strictObject({ expiresAt: z.int() }),
  }),
  unlock: command({ permission: 'units.lock', input: z.strictObject({ unitId: idSchema }), output: nothing }),
  /** Offers units for sale (推货): all of them or none. */
  release: command({
    permission: 'units.release',
    input: z.strictObject({ unitIds: z.array(idSchema).min(1).max(5000) }),
    output: z.strictObject({ released: z.int() }),
  }),
  takeBack: command({
    permission: 'units.release',
    input: z.strictObject({ unitId: idSchema, reason: reasonSchema }),
    output: nothing,
  }),
  /** Keeps a unit for somebody or something until a day. */
  hold: command({
    permission: 'units.hold',
    input: z.strictObject({
      unitId: idSchema,
      purpose: z.enum(holdPurposes).exclude(['approval', 'launchPick']),
      customerId: idSchema.nullable(),
      reason: reasonSchema,
      until: localDateSchema,
    }),
    output: z.strictObject({ holdId: idSchema }),
  }),
  /** Asks a supervisor to hold a unit; it is kept until that is decided. */
  askHold: command({
    permission: 'units.askHold',
    input: z.strictObject({
      unitId: idSchema,
      purpose: z.enum(holdPurposes).exclude(['approval', 'launchPick']),
      customerId: idSchema.nullable(),
      reason: reasonSchema,
      until: localDateSchema,
    }),
    output: z.strictObject({ approvalId: idSchema }),
  }),
  /** Holds a unit until a later day, as often as the office allows. */
  extendHold: command({
    permission: 'units.hold',
    input: z.strictObject({ unitId: idSchema, until: localDateSchema, reason: reasonSchema }),
    output: z.strictObject({ expiresAt: z.int() }),
  }),
  withdrawHold: command({
    permission: 'units.hold',
    input: z.strictObject({ unitId: idSchema, reason: reasonSchema }),
    output: nothing,
  }),
  freeze: command({
    permission: 'units.freeze',
    input: z.strictObject({ unitId: idSchema, reason: reasonSchema }),
    output: nothing,
  }),
  unfreeze: command({
    permission: 'units.freeze',
    input: z.strictObject({ unitId: idSchema, reason: reasonSchema }),
    output: nothing,
  }),
  takeOffSale: command({
    permission: 'units.freeze',
    input: z.strictObject({ unitId: idSchema, use: z.enum(offSaleUses).default('other'), reason: reasonSchema }),
    output: nothing,
  }),
  putBackOnSale: command({
    permission: 'units.freeze',
    input: z.strictObject({ unitId: idSchema, reason: reasonSchema }),
    output: nothing,
  }),
};
