import { z } from 'zod';
import { releaseStates } from '#shared/domain/releases/states.ts';
import { unitCommercialStates, unitUses } from '#shared/domain/units/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, lineSchema, reasonSchema, refusalSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

/** A name of a team as accounts have it; empty is everybody. */
const teamSchema = z.string().trim().max(40);

const summary = {
  id: idSchema,
  number: z.string(),
  name: z.string(),
  state: z.enum(releaseStates),
  plannedAt: z.int(),
  /** Until when a home that was given to a team is sold by that team alone; null without an end. */
  exclusiveUntil: z.int().nullable(),
  plannedBy: z.string(),
  releasedAt: z.int().nullable(),
};

/** Batches of homes that are offered together (推货批次). */
export const releases = {
  /** Every release, what is planned last first, with what its homes come to by the price lists of now. */
  list: query({
    permission: 'releases.read',
    input: nothing,
    output: z.strictObject({
      releases: z.array(
        z.strictObject({ ...summary, units: z.int(), value: amountSchema, teams: z.array(z.string()) }),
      ),
      /** `plan`. */
      can: canSchema,
    }),
  }),
  /** One release with its homes, each with what still stands against offering it. */
  detail: query({
    permission: 'releases.read',
    input: z.strictObject({ releaseId: idSchema }),
    output: z.strictObject({
      ...summary,
      releasedBy: z.string().nullable(),
      cancelledAt: z.int().nullable(),
      cancelReason: z.string(),
      units: z.array(
        z.strictObject({
          unitId: idSchema,
          label: z.string(),
          buildingName: z.string(),
          use: z.enum(unitUses),
          houseType: z.string(),
          builtArea: areaSchema,
          listPrice: amountSchema.nullable(),
          state: z.enum(unitCommercialStates),
          team: z.string(),
          /** Why it can't be offered as things stand; null for one that can, or that was. */
          against: refusalSchema.nullable(),
        }),
      ),
      /** `save`, `release`, `cancel`, `openToAll`. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /** Homes that may be planned, and the teams that may have them. A release that is being changed counts its own. */
  choice: query({
    permission: 'releases.write',
    input: z.strictObject({ releaseId: idSchema.nullable() }),
    output: z.strictObject({
      teams: z.array(z.string()),
      units: z.array(
        z.strictObject({
          unitId: idSchema,
          label: z.string(),
          buildingId: idSchema,
          buildingName: z.string(),
          use: z.enum(unitUses),
          houseType: z.string(),
          floor: z.int(),
          builtArea: areaSchema,
          listPrice: amountSchema.nullable(),
          /** The number of another release that has it planned. */
          elsewhere: z.string().nullable(),
        }),
      ),
    }),
  }),
  /** Plans a release, or changes one that is planned. Throws UNIT_IN_RELEASE, RELEASE_UNIT_OFFERED, RELEASE_NOT_PLANNED. */
  save: command({
    permission: 'releases.write',
    input: z.strictObject({
      /** Null for a new one. */
      release: z.strictObject({ id: idSchema, version: versionSchema }).nullable(),
      name: lineSchema,
      plannedAt: z.int().positive(),
      exclusiveUntil: z.int().positive().nullable(),
      units: z
        .array(z.strictObject({ unitId: idSchema, team: teamSchema }))
        .min(1)
        .max(5000),
    }),
    output: z.strictObject({ releaseId: idSchema, number: z.string() }),
  }),
  /** Offers every home of a release for sale: all of them or none. */
  release: command({
    permission: 'units.release',
    input: z.strictObject({ releaseId: idSchema, version: versionSchema }),
    output: z.strictObject({ released: z.int() }),
  }),
  /** Calls a planned release off. */
  cancel: command({
    permission: 'releases.write',
    input: z.strictObject({ releaseId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: nothing,
  }),
  /** Lets every team sell the homes of a release from now on. */
  openToAll: command({
    permission: 'releases.write',
    input: z.strictObject({ releaseId: idSchema, version: versionSchema }),
    output: nothing,
  }),
};
