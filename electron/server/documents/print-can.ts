import type { PrintState } from '#shared/domain/documents/states.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** What each state of a print job allows. */
const acts: Readonly<Record<PrintState, readonly string[]>> = {
  queued: ['cancel'],
  sending: ['confirm', 'nothingOut'],
  sent: ['confirm', 'nothingOut'],
  printed: ['spoil'],
  failed: ['retry', 'cancel'],
  cancelled: [],
};

/** What can be done with a job, of what its state allows. */
export function canOfJob(context: Pick<QueryContext, 'can'>, state: PrintState): Record<string, true | Refusal> {
  const answer = context.can('documents.print') ? true : ({ code: 'FORBIDDEN' } as const);
  return Object.fromEntries(acts[state].map((act) => [act, answer]));
}
