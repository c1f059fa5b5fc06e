import { openChangeOf } from '#db/repositories/changes.ts';
import type { SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { changes } from '#db/schema/changes.ts';
import { bareChangeFacts, changeLifecycle } from '#shared/domain/changes/lifecycle.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { dropRequestOn } from '../approvals/drop-request.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { freeTarget } from './target-home.ts';

/** Lets the change of a deal that has ended fall away, and nobody is asked about it any more. */
export function lapseChangesOf(command: UnitCommand, { id, number }: Pick<SubscriptionRow, 'id' | 'number'>): void {
  const open = openChangeOf(command.db, id);
  if (open === undefined) return;
  const { next } = decideOrRefuse(changeLifecycle, open.state, 'expire', bareChangeFacts());
  freeTarget(command, open);
  command.tx.update(changes, open.id, { state: next, endReason: number });
  dropRequestOn(command, 'changes', open.id, number);
}
