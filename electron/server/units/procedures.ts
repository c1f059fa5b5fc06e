import type { ReadDb } from '#db/access.ts';
import { boardAsOf, boardMoments } from '#db/repositories/board-as-of.ts';
import { buildingsWithPermits, liveHoldsOf, liveLockOf, type UnitRow, unitById } from '#db/repositories/units.ts';
import { projects } from '#db/schema/inventory.ts';
import type { units as unitsApi } from '#shared/api/units.ts';
import type { EventKind } from '#shared/domain/events/kinds.ts';
import type { UnitEvent } from '#shared/domain/units/events.ts';
import { endOfDay, holdTermRefusal } from '#shared/domain/units/lock-policy.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers } from '../kernel/handlers.ts';
import { applyUnitEvent, type UnitDetails } from './apply-unit-event.ts';
import { buyersOfBuilding } from './board-buyers.ts';
import { claimsOf } from './claims.ts';
import { stepOfDischarge } from './discharges.ts';
import { unitEditHandlers } from './edit-unit.ts';
import { askHold, checkHoldFor, dropHoldRequests, extendHold } from './hold-requests.ts';
import { cellsOf, presentCells } from './present.ts';
import { liftSeizure, seizeUnit } from './seizures.ts';
import { unitDetail } from './unit-detail.ts';
import { gatherUnitFacts } from './unit-facts.ts';

function unitAt(db: ReadDb, unitId: number): UnitRow {
  const unit = unitById(db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  return unit;
}

/** One event on one unit, told in the unit's history under its own name. */
function act(
  context: CommandContext,
  unitId: number,
  event: UnitEvent,
  kind: EventKind,
  details: UnitDetails = {},
): void {
  const unit = unitAt(context.db, unitId);
  applyUnitEvent(context, unit, event, { customerId: details.customerId ?? null }, details);
  const reason = details.reason === undefined ? {} : { reason: details.reason };
  context.happened({ kind, noun: 'units', id: unitId, data: { from: unit.commercialState, ...reason } });
}

function projectName(db: ReadDb): string {
  return db.select({ name: projects.name }).from(projects).get()?.name ?? '';
}

/** Handlers of the sales control. */
export const unitsHandlers: Handlers<typeof unitsApi> = {
  ...unitEditHandlers,

  board: ({ db, actor }) => ({
    projectName: projectName(db),
    buildings: buildingsWithPermits(db),
    units: cellsOf(db, null, actor),
  }),

  boardAt: ({ db, actor, now }, { at }) => {
    const past = boardAsOf(db, Math.min(at, now));
    return {
      projectName: projectName(db),
      buildings: past.buildings,
      units: presentCells(past.units, past.claims, past.deals, actor),
    };
  },

  boardMoments: ({ db }) => boardMoments(db),

  cells: ({ db, actor }, { unitIds }) => cellsOf(db, unitIds, actor),

  buyers: (context, { buildingId, at }) => ({ rows: buyersOfBuilding(context, buildingId, at) }),

  detail: (context, { unitId }) => unitDetail(context, unitId),

  claims: claimsOf,

  lock: (context, { unitId }) => {
    act(context, unitId, 'lock', 'locked');
    const lock = liveLockOf(context.db, unitId)?.lock;
    if (lock === undefined) throw new DomainError('NOT_FOUND');
    return { lockId: lock.id, expiresAt: lock.expiresAt };
  },

  renewLock: (context, { unitId }) => {
    act(context, unitId, 'renewLock', 'lockRenewed');
    return { expiresAt: liveLockOf(context.db, unitId)?.lock.expiresAt ?? context.now };
  },

  unlock: (context, { unitId }) => {
    act(context, unitId, 'unlock', 'unlocked');
    return {};
  },

  release: (context, { unitIds }) => {
    const chosen = [...new Set(unitIds)];
    for (const unitId of chosen) applyUnitEvent(context, unitAt(context.db, unitId), 'release');
    const [first] = chosen;
    if (first !== undefined)
      context.happened({ kind: 'released', noun: 'units', id: first, data: { units: chosen.length } });
    return { released: chosen.length };
  },

  takeBack: (context, { unitId, reason }) => {
    act(context, unitId, 'takeBack', 'takenBack', { reason });
    return {};
  },

  hold: (context, { unitId, purpose, customerId, reason, until }) => {
    const expiresAt = endOfDay(until);
    const unit = unitAt(context.db, unitId);
    const refused = holdTermRefusal(context.now, expiresAt, gatherUnitFacts(context, unit).policy);
    if (refused !== undefined) throw DomainError.from(refused);
    checkHoldFor(context, purpose, customerId);
    dropHoldRequests(context, unitId);
    act(context, unitId, 'hold', 'held', { purpose, customerId, reason, expiresAt });
    const hold = liveHoldsOf(context.db, unitId).find((one) => one.hold.purpose !== 'approval');
    if (hold === undefined) throw new DomainError('NOT_FOUND');
    return { holdId: hold.hold.id };
  },

  askHold,
  extendHold,

  withdrawHold: (context, { unitId, reason }) => {
    act(context, unitId, 'withdrawHold', 'holdWithdrawn', { reason });
    return {};
  },

  freeze: (context, { unitId, reason }) => {
    act(context, unitId, 'freeze', 'frozen', { reason });
    return {};
  },

  unfreeze: (context, { unitId, reason }) => {
    act(context, unitId, 'unfreeze', 'unfrozen', { reason });
    return {};
  },

  takeOffSale: (context, { unitId, use, reason }) => {
    act(context, unitId, 'takeOffSale', 'takenOffSale', { reason, offSaleUse: use });
    return {};
  },

  seize: seizeUnit,
  liftSeizure,
  requestDischarge: stepOfDischarge('requestDischarge'),
  withdrawDischarge: stepOfDischarge('withdrawDischarge'),
  discharge: stepOfDischarge('discharge'),

  putBackOnSale: (context, { unitId, reason }) => {
    act(context, unitId, 'putBackOnSale', 'putBackOnSale', { reason });
    return {};
  },
};
