import type { ContractState } from '#shared/domain/contracts/states.ts';
import type { EventKind } from '#shared/domain/events/kinds.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import type { Deal } from './deal.ts';

/** Says what happened to a contract, and answers with how it stands now. */
export function contractEvent(
  { happened }: Pick<CommandContext<undefined>, 'happened'>,
  { row }: Deal,
  kind: EventKind,
  data: Readonly<Record<string, unknown>> = {},
): { readonly state: ContractState; readonly version: number } {
  happened({ kind, noun: 'contracts', id: row.id, data: { number: row.number, ...data } });
  return { state: row.state, version: row.version };
}
