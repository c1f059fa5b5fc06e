import { latestRequestOn } from '#db/repositories/approvals.ts';
import { approvals } from '#db/schema/approvals.ts';
import type { EventNoun } from '#shared/domain/events/kinds.ts';
import type { UnitCommand } from '../units/unit-facts.ts';

type Dropping = Pick<UnitCommand, 'db' | 'tx' | 'actor' | 'now'>;

/** Closes the open request about a record that has ended by itself, so that nobody is asked about it any more. */
export function dropRequestOn({ db, tx, actor, now }: Dropping, noun: EventNoun, subjectId: number, reason: string) {
  const open = latestRequestOn(db, noun, subjectId);
  if (open?.state !== 'pending') return;
  tx.update(approvals, open.id, {
    state: 'withdrawn',
    opinion: reason,
    decidedBy: actor?.id ?? null,
    decidedAt: now,
  });
}

/** The same for a subscription. */
export function dropRequestOf(command: Dropping, subscriptionId: number, reason: string): void {
  dropRequestOn(command, 'subscriptions', subscriptionId, reason);
}
