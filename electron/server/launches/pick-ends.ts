import { intentById } from '#db/repositories/intents.ts';
import { heldPickOf } from '#db/repositories/launch-homes.ts';
import { launchById } from '#db/repositories/launches.ts';
import { launchPicks } from '#db/schema/launches.ts';
import type { HoldEnding } from '#shared/domain/units/leases.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { applyIntentEvent } from './launch-facts.ts';

/**
 * The hold of a home has ended: where it was a pick of launch day, the pick and its intent follow. One that became a deal
 * is converted; one that lapsed or was withdrawn gives the home back and counts as a turn that went by.
 */
export function pickEnded(command: UnitCommand, unitId: number, ending: HoldEnding): void {
  const pick = heldPickOf(command.db, unitId);
  if (pick === undefined) return;
  const { tx, db, now } = command;
  const kept = ending === 'subscribed' || ending === 'booked';
  tx.update(launchPicks, pick.id, { state: kept ? 'subscribed' : 'lapsed', endedAt: now });
  const intent = intentById(db, pick.intentId);
  const launch = launchById(db, pick.launchId);
  if (intent === undefined || launch === undefined) return;
  if (kept) applyIntentEvent(command, launch, intent, 'convert');
  else applyIntentEvent(command, launch, intent, 'lapse', { patch: { passes: intent.passes + 1, passedAt: now } });
}
