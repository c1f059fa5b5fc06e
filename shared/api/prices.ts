import { z } from 'zod';
import { eventKinds } from '#shared/domain/events/kinds.ts';
import { formulaSchema } from '#shared/domain/prices/formula.ts';
import { priceBatchStates } from '#shared/domain/prices/states.ts';
import { lineFlags } from '#shared/domain/prices/what-if.ts';
import { unitUses } from '#shared/domain/units/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, type Fen, fen, fenSchema, totalAmountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, lineSchema, personSchema, reasonSchema, refusalSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const move = z.strictObject({
  /** Null before the unit had such a price. */
  before: amountSchema.nullable(),
  after: amountSchema,
});

/** A price beside what becomes of it; both null where the home has none, or where the caller is not told. */
const pair = z.strictObject({ before: amountSchema.nullable(), after: amountSchema.nullable() });

const batchSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  name: z.string(),
  state: z.enum(priceBatchStates),
  effectiveOn: localDateSchema,
  /** It came by the import of a file: its prices are those of the file. */
  imported: z.boolean(),
  /** Null until it is asked for: a draft is reckoned anew each time. */
  totals: z.strictObject({ units: z.int(), before: totalAmountSchema, after: totalAmountSchema }).nullable(),
  by: personSchema,
  createdAt: z.int(),
  effectiveAt: z.int().nullable(),
});

/** Prices of units (价格): batches of changes, and what each price was, since when, and by whom. */
export const prices = {
  /** The batches of the office, the newest first. */
  list: query({ permission: 'prices.read', input: nothing, output: z.array(batchSchema) }),
  /** One batch: how it changes prices, where it stands, and what the caller may do with it. */
  detail: query({
    permission: 'prices.read',
    input: z.strictObject({ batchId: idSchema }),
    output: z.strictObject({
      batch: batchSchema,
      formula: formulaSchema,
      reason: z.string(),
      endReason: z.string(),
      approvalId: idSchema.nullable(),
      submittedAt: z.int().nullable(),
      approvedAt: z.int().nullable(),
      /** Homes that were in a deal by the day and kept their prices. */
      leftOut: z.int(),
      /** `edit`, `submit`, `withdraw`. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /** What rules can be about: buildings, house types and orientations of the office, and whether floor prices are seen. */
  choices: query({
    permission: 'prices.read',
    input: nothing,
    output: z.strictObject({
      buildings: z.array(z.strictObject({ id: idSchema, name: z.string() })),
      houseTypes: z.array(z.string()),
      orientations: z.array(z.string()),
      uses: z.array(z.enum(unitUses)),
      seesFloorPrice: z.boolean(),
      can: canSchema,
    }),
  }),
  /**
   * What a batch comes to (试算). With `formula` the homes as these rules would change them now; without one, as the batch
   * has it. Homes of the buildings it touches that it does not change are told too, for the picture of the building.
   */
  preview: query({
    permission: 'prices.read',
    input: z.strictObject({
      batchId: idSchema.nullable(),
      formula: formulaSchema.nullable(),
      effectiveOn: localDateSchema.nullable(),
    }),
    output: z.strictObject({
      totals: z.strictObject({
        units: z.int(),
        before: totalAmountSchema,
        after: totalAmountSchema,
        raised: z.int(),
        lowered: z.int(),
        flags: z.record(z.enum(lineFlags), z.int()),
      }),
      /** Homes the rules would change, were they not in a deal. */
      agreed: z.int(),
      buildings: z.array(
        z.strictObject({
          id: idSchema,
          name: z.string(),
          units: z.int(),
          before: totalAmountSchema,
          after: totalAmountSchema,
          /** The notice for the day is issued; without it nothing of the building can be claimed from then on. */
          noticeIssued: z.boolean(),
        }),
      ),
      rows: z.array(
        z.strictObject({
          unitId: idSchema,
          buildingId: idSchema,
          entrance: z.string(),
          floor: z.int(),
          floorName: z.string(),
          roomNo: z.string(),
          use: z.enum(unitUses),
          houseType: z.string(),
          size: areaSchema.nullable(),
          outcome: z.enum(['changed', 'same', 'agreed']),
          list: pair,
          filed: pair,
          floorPrice: pair,
          flags: z.array(z.enum(lineFlags)),
        }),
      ),
      floors: z.array(
        z.strictObject({
          buildingId: idSchema,
          floor: z.int(),
          floorName: z.string(),
          homes: z.int(),
          before: amountSchema.nullable(),
          after: amountSchema.nullable(),
          stepBefore: fenSchema.nullable(),
          step: fenSchema.nullable(),
          lowest: amountSchema.nullable(),
          highest: amountSchema.nullable(),
          cheaperBefore: z.int(),
          cheaper: z.int(),
        }),
      ),
      /** Why it could not be submitted as it stands; empty when it could. */
      refusals: z.array(refusalSchema),
    }),
  }),
  /** Writes a new batch, or another wording of one that is still a draft or was sent back. Changes no price. */
  draft: command({
    permission: 'prices.write',
    input: z.strictObject({
      batchId: idSchema.nullable(),
      version: versionSchema.nullable(),
      name: lineSchema,
      effectiveOn: localDateSchema,
      formula: formulaSchema,
    }),
    output: z.strictObject({ batchId: idSchema, version: versionSchema }),
  }),
  /** Fixes what becomes of each home and asks those who decide. */
  submit: command({
    permission: 'prices.write',
    input: z.strictObject({ batchId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ approvalId: idSchema, units: z.int() }),
  }),
  /** Takes a batch back before its day; nothing of it takes effect. */
  withdraw: command({
    permission: 'prices.write',
    input: z.strictObject({ batchId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: nothing,
  }),
  /** What consultants gave away of list prices in deals that stand, and what they kept above the floor prices. */
  monitor: query({
    permission: 'prices.read',
    input: nothing,
    output: z.array(
      z.strictObject({
        consultant: personSchema,
        deals: z.int(),
        list: totalAmountSchema,
        house: totalAmountSchema,
        belowListPpm: z.int(),
        deepestPpm: z.int(),
        /** Null for those who are not told floor prices. */
        aboveFloor: z.int().transform(fen).pipe(z.custom<Fen>()).nullable(),
        belowFloor: z.int().nullable(),
      }),
    ),
  }),
  /** How a unit's prices moved, newest first, at most 100 changes; floor prices for those who may see them. */
  ofUnit: query({
    permission: 'prices.read',
    input: z.strictObject({ unitId: idSchema }),
    output: z.array(
      z.strictObject({
        /** Number of the entry of the log that changed them. */
        seq: z.int(),
        at: z.int(),
        day: localDateSchema,
        kind: z.enum(eventKinds),
        /** Null where the office itself did it. */
        by: z.string().nullable(),
        filed: move.nullable(),
        list: move.nullable(),
        floor: move.nullable(),
      }),
    ),
  }),
};
