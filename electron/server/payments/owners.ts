import type { ReadDb } from '#db/access.ts';
import { ownedMoney } from '#db/repositories/owned-money.ts';
import { incomingOf } from '#db/repositories/receipts.ts';
import { planLinesOf, subscriptionById } from '#db/repositories/subscriptions.ts';
import { buildingOf, unitById } from '#db/repositories/units.ts';
import { settle } from '#shared/domain/payments/allocation.ts';
import { type MoneyNoun, type MoneyOwner, type OwnedMoney, standingOf } from '#shared/domain/payments/owned-money.ts';
import { isEnded } from '#shared/domain/subscriptions/states.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type Fen, fen } from '#shared/kernel/money.ts';
import { bookingMoney } from '../bookings/booking-money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { intentMoney } from '../launches/intent-money.ts';
import { checkSeen } from '../subscriptions/own-deals.ts';
import type { UnitCommand } from '../units/unit-facts.ts';

/** A record that money belongs to, as far as the cashier has to know it. */
export type OwnerRecord = {
  readonly number: string;
  readonly unitId: number | null;
  readonly consultantId: number;
};

/** What a kind of record says about its money. */
export type OwnerKind = {
  find(db: ReadDb, id: number): OwnerRecord | undefined;
  /** How much of it may go back without a change of the record. */
  free(context: Pick<QueryContext<unknown>, 'db' | 'today'>, id: number, money: OwnedMoney): Fen;
  /** Follows in the transaction in which money went back, was kept or a receipt voided; `held` is what is still here. */
  moneyMoved?(command: UnitCommand, id: number, held: Fen): void;
};

const deals: OwnerKind = {
  find: (db, id) => subscriptionById(db, id),
  // Of a deal that stands, only what no line of its plan asks for: all else goes back by its cancellation.
  free: ({ db, today }, id, money) => {
    const { held, promised, back } = standingOf(money);
    const row = subscriptionById(db, id);
    if (row !== undefined && isEnded(row.state)) return fen(held - promised);
    const { unused } = settle(planLinesOf(db, id), incomingOf(db, id), today);
    return fen(Math.max(0, unused - back - promised));
  },
};

/** The kinds of records whose money can go back. */
const kinds: Partial<Record<MoneyNoun, OwnerKind>> = {
  subscriptions: deals,
  bookings: bookingMoney,
  intents: intentMoney,
};

/** What the record of some money says about it. Throws NOT_FOUND. */
export function ownerKind({ noun }: MoneyOwner): OwnerKind {
  const kind = kinds[noun];
  if (kind === undefined) throw new DomainError('NOT_FOUND');
  return kind;
}

/** The record that money belongs to. Throws NOT_FOUND. */
export function ownerRecord(db: ReadDb, owner: MoneyOwner): OwnerRecord {
  const found = ownerKind(owner).find(db, owner.id);
  if (found === undefined) throw new DomainError('NOT_FOUND');
  return found;
}

/** Refuses whoever does not see the money of a record. Throws NOT_FOUND, DEAL_OF_OTHER with the consultant to ask. */
export function checkOwnMoney(context: Pick<QueryContext, 'db' | 'sees'>, owner: MoneyOwner): OwnerRecord {
  const record = ownerRecord(context.db, owner);
  checkSeen(context, 'payments', record.consultantId);
  return record;
}

/** The home of a record of money as people say it; empty where it has none yet. */
export function homeOf(db: ReadDb, { unitId }: OwnerRecord): string {
  const unit = unitId === null ? undefined : unitById(db, unitId);
  const place = unit === undefined ? undefined : buildingOf(db, unit.buildingId);
  return unit === undefined || place === undefined ? '' : unitLabel({ ...unit, building: place.building.name });
}

/** Lets the record of some money follow what happened to it, in the same transaction. */
export function followMoney(command: UnitCommand, owner: MoneyOwner): void {
  ownerKind(owner).moneyMoved?.(command, owner.id, standingOf(ownedMoney(command.db, owner)).held);
}
