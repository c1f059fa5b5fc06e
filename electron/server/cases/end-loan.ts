import { caseOfLine } from '#db/repositories/cases.ts';
import { cases } from '#db/schema/cases.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { applyCaseEvent } from './apply-case-event.ts';

type Writing = Pick<CommandContext<unknown>, 'db' | 'tx' | 'now' | 'today' | 'setting'>;

/** Ends the case of a loan that is not taken any more: its line leaves the plan. Throws what forbids it. */
export function endLoanOf(context: Writing, planLineId: number, reason: string): void {
  for (const row of caseOfLine(context.db, planLineId)) {
    if (row.state !== 'cancelled')
      applyCaseEvent(context, row, 'giveUp', { note: reason, notedAt: context.now, planLineId: null });
    else context.tx.update(cases, row.id, { planLineId: null });
  }
}
