import type { z } from 'zod';
import { liveSeizureOf, liveSubscriptionOf, unitById } from '#db/repositories/units.ts';
import { seizures } from '#db/schema/claims.ts';
import { units } from '#db/schema/inventory.ts';
import type { units as unitsApi } from '#shared/api/units.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { unitEncumbranceAxis } from '#shared/domain/units/encumbrance.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import { payUp } from '../payments/take-money.ts';
import { endStandStill } from '../subscriptions/stand-still.ts';

type Seized = z.output<(typeof unitsApi)['seize']['input']>;
type Lifted = z.output<(typeof unitsApi)['liftSeizure']['input']>;

/** True for whoever enters seizures, and for whoever checks the log: an order of a court names people. */
export function seesCourtPapers({ can }: Pick<QueryContext, 'can'>): boolean {
  return can('units.seize') || can('events.read');
}

/**
 * Enters what a court has ordered about a home. Its state stays, but nothing goes forward; locks, holds and bookings run
 * out by themselves. Throws UNIT_SEIZED.
 */
export function seizeUnit({ db, tx, now, actor, happened }: CommandContext, input: Seized): Record<string, never> {
  const { unitId, ...order } = input;
  const unit = unitById(db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  if (unit.encumbrance === 'seized') throw new DomainError('UNIT_SEIZED');
  const facts = { commercial: unit.commercialState, beforeSeizure: null };
  const { next } = decideOrRefuse(unitEncumbranceAxis, unit.encumbrance, 'seize', facts);
  tx.update(units, unitId, { encumbrance: next });
  tx.insert(seizures, { unitId, ...order, before: unit.encumbrance, seizedBy: actor.id, seizedAt: now });
  happened({ kind: 'seized', noun: 'units', id: unitId, data: { ...order } });
  return {};
}

/**
 * Lifts a seizure: what burdened the home before does so again, a home whose price was paid in the meantime is paid up
 * (结清), and a deal that nobody has signed gets its days back. Throws UNIT_NOT_SEIZED.
 */
export function liftSeizure(context: CommandContext, { unitId, reason }: Lifted): Record<string, never> {
  const { db, tx, now, actor, happened } = context;
  const unit = unitById(db, unitId);
  const seizure = liveSeizureOf(db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  if (seizure === undefined || unit.encumbrance !== 'seized') throw new DomainError('UNIT_NOT_SEIZED');
  const facts = { commercial: unit.commercialState, beforeSeizure: seizure.before };
  const { next } = decideOrRefuse(unitEncumbranceAxis, unit.encumbrance, 'liftSeizure', facts);
  tx.update(units, unitId, { encumbrance: next });
  tx.update(seizures, seizure.id, { liftedBy: actor.id, liftedAt: now, liftReason: reason });
  const deal = liveSubscriptionOf(db, unitId)?.subscription;
  if (deal !== undefined) payUp(context, deal);
  const moved = deal === undefined ? undefined : endStandStill(context, deal, seizure.seizedAt);
  happened({ kind: 'seizureLifted', noun: 'units', id: unitId, data: { paperNo: seizure.paperNo, reason, ...moved } });
  return {};
}
