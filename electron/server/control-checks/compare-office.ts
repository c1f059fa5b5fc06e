import type Database from 'better-sqlite3';
import type { ReadDb } from '#db/access.ts';
import { recordsOfUnits, toldOtherwise } from '#db/repositories/control.ts';
import { buildingsWithPermits, unitsOf } from '#db/repositories/units.ts';
import { compareUnit } from '#shared/domain/control/compare.ts';
import type { ControlFigures } from '#shared/domain/control/figures.ts';
import type { ControlDifferenceKind } from '#shared/domain/control/states.ts';

/** A difference that a check found, with the records that it is about. */
export type OfficeDifference = {
  readonly kind: ControlDifferenceKind;
  readonly unitId: number | null;
  readonly subscriptionId: number | null;
  readonly contractId: number | null;
  readonly field: string;
  readonly expected: string;
  readonly found: string;
};

/** Compares three sources of the whole office: the board, the deals and claims beside it, and the replay of the log. */
export function compareOffice(
  db: ReadDb,
  client: Database.Database,
  now: number,
): { readonly figures: ControlFigures; readonly differences: readonly OfficeDifference[] } {
  const units = unitsOf(db, null);
  const records = recordsOfUnits(db);
  const differences: OfficeDifference[] = units.flatMap((unit) =>
    compareUnit(
      {
        commercial: unit.commercialState,
        legal: unit.legalState,
        encumbrance: unit.encumbrance,
        postSale: unit.postSaleState,
      },
      records.recordsOf(unit.id),
      now,
    ).map((found) => ({ ...found, unitId: unit.id, ...records.dealsOf(unit.id) })),
  );
  for (const otherwise of toldOtherwise(client)) differences.push({ kind: 'log', ...standing(client, otherwise) });
  const buildings = buildingsWithPermits(db).map(({ id, name }) => {
    const counts: ControlFigures['buildings'][number]['counts'] = {};
    for (const { buildingId, commercialState } of units)
      if (buildingId === id) counts[commercialState] = (counts[commercialState] ?? 0) + 1;
    return { name, counts };
  });
  const { subscriptions, contracts, claims } = records;
  return { figures: { buildings, units: units.length, subscriptions, contracts, claims }, differences };
}

/** A record that only the log knows has no row to be named by. */
function standing<T extends Pick<OfficeDifference, 'unitId' | 'subscriptionId' | 'contractId'>>(
  client: Database.Database,
  difference: T,
): T {
  const there = (table: string, id: number | null) =>
    id !== null && client.prepare<[number], number>(`select id from ${table} where id = ?`).pluck().get(id) === id
      ? id
      : null;
  return {
    ...difference,
    unitId: there('units', difference.unitId),
    subscriptionId: there('subscriptions', difference.subscriptionId),
    contractId: there('contracts', difference.contractId),
  };
}
