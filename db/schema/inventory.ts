import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type ImportKind, type ImportState, importKinds, importStates } from '#shared/domain/imports/states.ts';
import { type Decoration, decorations } from '#shared/domain/projects/house-types.ts';
import { type PermitKind, permitKinds } from '#shared/domain/projects/permits.ts';
import {
  type HoldEnding,
  type HoldPurpose,
  holdEndings,
  holdPurposes,
  type LockEnding,
  lockEndings,
} from '#shared/domain/units/leases.ts';
import type { OffSaleUse } from '#shared/domain/units/off-sale.ts';
import { type SpaceKind, spaceKinds } from '#shared/domain/units/space-facts.ts';
import { type SpaceRight, spaceRights } from '#shared/domain/units/space-rights.ts';
import {
  type UnitCommercialState,
  type UnitEncumbrance,
  type UnitLegalState,
  type UnitPostSaleState,
  type UnitUse,
  unitCommercialStates,
  unitEncumbrances,
  unitLegalStates,
  unitPostSaleStates,
  unitUses,
} from '#shared/domain/units/states.ts';
import { areaColumn, dayColumn, fenColumn, flagColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { accounts } from './office.ts';

/** A development that is sold (楼盘). */
export const projects = sqliteTable('projects', {
  id: id(),
  name: text().notNull(),
  address: text().notNull().default(''),
  sellerName: text().notNull(),
  sellerLicence: text().notNull().default(''),
  supervisedAccount: text().notNull().default(''),
  supervisedBank: text().notNull().default(''),
  version: version(),
});

/** Certificates that the law asks for before a sale (五证); the pre-sale permit decides. */
export const permits = sqliteTable(
  'permits',
  {
    id: id(),
    projectId: integer()
      .notNull()
      .references(() => projects.id),
    kind: text().$type<PermitKind>().notNull(),
    number: text().notNull(),
    issuedOn: dayColumn().notNull(),
    validTo: dayColumn(),
    version: version(),
  },
  (table) => [oneOf('permits', 'kind', permitKinds), uniqueIndex('permits_number_once').on(table.kind, table.number)],
);

/** Phases of a development (分期), in which its buildings are built and sold. */
export const phases = sqliteTable(
  'phases',
  {
    id: id(),
    projectId: integer()
      .notNull()
      .references(() => projects.id),
    name: text().notNull(),
    sortOrder: integer().notNull(),
    version: version(),
  },
  (table) => [uniqueIndex('phases_name_once').on(table.projectId, table.name)],
);

/** Buildings (楼栋). */
export const buildings = sqliteTable(
  'buildings',
  {
    id: id(),
    projectId: integer()
      .notNull()
      .references(() => projects.id),
    name: text().notNull(),
    phaseId: integer().references(() => phases.id),
    permitId: integer().references(() => permits.id),
    pricesPublishedOn: dayColumn(),
    mortgaged: flagColumn().notNull().default(false),
    lenderConsentOn: dayColumn(),
    lenderConsentTo: dayColumn(),
    deliveryOn: dayColumn(),
    sortOrder: integer().notNull(),
    version: version(),
  },
  (table) => [uniqueIndex('buildings_name_once').on(table.projectId, table.name)],
);

/**
 * The buildings that a certificate names, and until when. The pre-sale permit in force is the building's own `permitId`;
 * here stands also what it replaced.
 */
export const permitBuildings = sqliteTable(
  'permit_buildings',
  {
    id: id(),
    permitId: integer()
      .notNull()
      .references(() => permits.id),
    buildingId: integer()
      .notNull()
      .references(() => buildings.id),
    endedOn: dayColumn(),
    version: version(),
  },
  (table) => [uniqueIndex('permit_buildings_once').on(table.permitId, table.buildingId)],
);

/** House types (户型): what the homes of one plan have in common; their plan pictures are attached files. */
export const houseTypes = sqliteTable(
  'house_types',
  {
    id: id(),
    name: text().notNull(),
    use: text().$type<UnitUse>().notNull(),
    rooms: text().notNull().default(''),
    builtFromArea: areaColumn(),
    builtToArea: areaColumn(),
    innerFromArea: areaColumn(),
    innerToArea: areaColumn(),
    orientation: text().notNull().default(''),
    highlights: text().notNull().default(''),
    version: version(),
  },
  (table) => [uniqueIndex('house_types_name_once').on(table.name), oneOf('house_types', 'use', unitUses)],
);

/** Reports of a survey (测绘报告), by which areas were measured. */
export const surveys = sqliteTable(
  'surveys',
  {
    id: id(),
    number: text().notNull(),
    surveyor: text().notNull(),
    surveyedOn: dayColumn().notNull(),
    version: version(),
  },
  (table) => [uniqueIndex('surveys_number_once').on(table.number)],
);

/** An import of a file and what became of it (导入). */
export const imports = sqliteTable(
  'imports',
  {
    id: id(),
    kind: text().$type<ImportKind>().notNull(),
    fileName: text().notNull(),
    sha256: text().notNull(),
    rows: integer().notNull(),
    builtArea: areaColumn().notNull(),
    total: fenColumn().notNull(),
    state: text().$type<ImportState>().notNull(),
    committedAt: instantColumn().notNull(),
    committedBy: integer().references(() => accounts.id),
    undoneAt: instantColumn(),
    version: version(),
  },
  () => [oneOf('imports', 'kind', importKinds), oneOf('imports', 'state', importStates)],
);

/** Homes, shops, parking and storage (房源), with their four axes of state. */
export const units = sqliteTable(
  'units',
  {
    id: id(),
    buildingId: integer()
      .notNull()
      .references(() => buildings.id),
    importId: integer().references(() => imports.id),
    entrance: text().notNull().default(''),
    floor: integer().notNull(),
    floorName: text().notNull(),
    roomNo: text().notNull(),
    use: text().$type<UnitUse>().notNull(),
    houseType: text().notNull().default(''),
    houseTypeId: integer().references(() => houseTypes.id),
    orientation: text().notNull().default(''),
    decoration: text().$type<Decoration>(),
    /** Whether a space for a car or for storage has a title that can be sold. */
    spaceRight: text().$type<SpaceRight>().notNull().default('titled'),
    /** How a car stands in it, and the sides and the clear height of a space in 0.01 m. */
    spaceKind: text().$type<SpaceKind>(),
    spaceLength: integer(),
    spaceWidth: integer(),
    spaceHeight: integer(),
    builtArea: areaColumn().notNull(),
    innerArea: areaColumn(),
    sharedArea: areaColumn(),
    measuredBuiltArea: areaColumn(),
    measuredInnerArea: areaColumn(),
    measuredSharedArea: areaColumn(),
    surveyId: integer().references(() => surveys.id),
    listPrice: fenColumn(),
    filedPrice: fenColumn(),
    floorPrice: fenColumn(),
    commercialState: text().$type<UnitCommercialState>().notNull().default('unreleased'),
    commercialSince: instantColumn().notNull(),
    legalState: text().$type<UnitLegalState>().notNull().default('notCovered'),
    encumbrance: text().$type<UnitEncumbrance>().notNull().default('none'),
    postSaleState: text().$type<UnitPostSaleState>().notNull().default('none'),
    stateReason: text().notNull().default(''),
    /** For what it is kept off sale, while it is. */
    offSaleUse: text().$type<OffSaleUse>(),
    cameFrom: text().$type<UnitCommercialState>(),
    version: version(),
  },
  (table) => [
    uniqueIndex('units_room_once').on(table.buildingId, table.entrance, table.floor, table.roomNo),
    index('units_of_state').on(table.commercialState),
    index('units_of_import').on(table.importId),
    oneOf('units', 'commercial_state', unitCommercialStates),
    oneOf('units', 'came_from', unitCommercialStates),
    oneOf('units', 'legal_state', unitLegalStates),
    oneOf('units', 'encumbrance', unitEncumbrances),
    oneOf('units', 'post_sale_state', unitPostSaleStates),
    oneOf('units', 'use', unitUses),
    oneOf('units', 'decoration', decorations),
    oneOf('units', 'space_right', spaceRights),
    oneOf('units', 'space_kind', spaceKinds),
    holds('units_space_sides_positive', '"space_length" > 0 and "space_width" > 0 and "space_height" > 0'),
    holds('units_built_area_positive', '"built_area" > 0'),
    holds('units_measured_by_survey', '("measured_built_area" is null) = ("survey_id" is null)'),
    holds('units_prices_positive', '"list_price" > 0 and "filed_price" > 0 and "floor_price" > 0'),
  ],
);

/** Leases of minutes on a unit (锁定): at most one live lock for each unit. */
export const unitLocks = sqliteTable(
  'unit_locks',
  {
    id: id(),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    terminal: text().notNull(),
    lockedAt: instantColumn().notNull(),
    expiresAt: instantColumn().notNull(),
    renewals: integer().notNull().default(0),
    endedAt: instantColumn(),
    ending: text().$type<LockEnding>(),
  },
  (table) => [
    uniqueIndex('unit_locks_one_live').on(table.unitId).where(sql.raw('"ended_at" is null')),
    index('unit_locks_of_account').on(table.accountId, table.endedAt),
    oneOf('unit_locks', 'ending', lockEndings),
  ],
);

/**
 * Units kept for somebody or something until a day (预留/控房): at most one live hold for each unit, and at most one that
 * parks it for an open approval, over the hold or without one.
 */
export const unitHolds = sqliteTable(
  'unit_holds',
  {
    id: id(),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    purpose: text().$type<HoldPurpose>().notNull(),
    reason: text().notNull(),
    customerId: integer(),
    heldBy: integer()
      .notNull()
      .references(() => accounts.id),
    heldAt: instantColumn().notNull(),
    expiresAt: instantColumn().notNull(),
    renewals: integer().notNull().default(0),
    endedAt: instantColumn(),
    ending: text().$type<HoldEnding>(),
  },
  (table) => [
    uniqueIndex('unit_holds_one_live')
      .on(table.unitId)
      .where(sql.raw(`"ended_at" is null and "purpose" <> 'approval'`)),
    uniqueIndex('unit_holds_one_parked')
      .on(table.unitId)
      .where(sql.raw(`"ended_at" is null and "purpose" = 'approval'`)),
    oneOf('unit_holds', 'purpose', holdPurposes),
    oneOf('unit_holds', 'ending', holdEndings),
  ],
);
