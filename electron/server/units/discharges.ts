import { buildingOf, type UnitRow, unitById } from '#db/repositories/units.ts';
import { units } from '#db/schema/inventory.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { unitEncumbranceAxis } from '#shared/domain/units/encumbrance.ts';
import { burdenOf } from '#shared/domain/units/sale-conditions.ts';
import type { UnitEncumbrance } from '#shared/domain/units/states.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';

const kinds = {
  requestDischarge: 'dischargeAsked',
  withdrawDischarge: 'dischargeWithdrawn',
  discharge: 'discharged',
} as const;
type DischargeEvent = keyof typeof kinds;

/** What lies on a home, with the mortgage of its building. */
function burdenOn({ db }: Pick<QueryContext, 'db'>, unit: UnitRow): UnitEncumbrance {
  const mortgaged = buildingOf(db, unit.buildingId)?.building.mortgaged === true;
  return burdenOf(unit.encumbrance, mortgaged ? 'projectMortgage' : 'none');
}

/** What may be done about the mortgage on a home now, for whoever answers for the building; no keys for others. */
export function dischargeRefusals(context: QueryContext, unit: UnitRow): Record<string, true | Refusal> {
  if (!context.can('projects.write')) return {};
  const burden = burdenOn(context, unit);
  if (burden === 'projectMortgage') return { requestDischarge: true };
  return burden === 'dischargeRequested' ? { withdrawDischarge: true, discharge: true } : {};
}

/** One step of the release of a home from its building's mortgage. Throws UNIT_NOT_MORTGAGED where none is open to it. */
export function stepOfDischarge(event: DischargeEvent) {
  return (context: CommandContext, { unitId, reason }: { readonly unitId: number; readonly reason: string }) => {
    const { db, tx, happened } = context;
    const unit = unitById(db, unitId);
    if (unit === undefined) throw new DomainError('NOT_FOUND');
    if (dischargeRefusals(context, unit)[event] !== true) throw new DomainError('UNIT_NOT_MORTGAGED');
    const facts = { commercial: unit.commercialState, beforeSeizure: null };
    const { next } = decideOrRefuse(unitEncumbranceAxis, burdenOn(context, unit), event, facts);
    // Back under the mortgage it follows its building again, so that it is free once the building is.
    tx.update(units, unitId, { encumbrance: next === 'projectMortgage' ? 'none' : next });
    happened({ kind: kinds[event], noun: 'units', id: unitId, data: { reason } });
    return {};
  };
}
