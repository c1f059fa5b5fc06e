import type { SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { liveHoldsOf } from '#db/repositories/units.ts';
import { unitHolds } from '#db/schema/inventory.ts';
import type { UnitCommand } from '../units/unit-facts.ts';

/** Keeps the home of a deal that is not agreed to yet parked until an instant. */
export function keepHomeUntil({ db, tx }: UnitCommand, { unitId }: SubscriptionRow, until: number): void {
  const parked = liveHoldsOf(db, unitId).find(({ hold }) => hold.purpose === 'approval');
  if (parked !== undefined && parked.hold.expiresAt !== until)
    tx.update(unitHolds, parked.hold.id, { expiresAt: until });
}
