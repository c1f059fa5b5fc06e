import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { contracts } from '#db/schema/deals.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { changedDraft } from '#shared/domain/contracts/change-draft.ts';
import { termsOf } from '#shared/domain/contracts/kept-terms.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { asKept } from './agents.ts';
import { applyContractEvent } from './apply-contract-event.ts';
import { contractDraft } from './check-contract.ts';
import { keepBuyerDetails } from './contract-buyers.ts';
import { ownContractAt } from './deal.ts';

type Input = z.output<(typeof contractsApi)['edit']['input']>;

/**
 * Changes what the parties may choose. Records are refused as CONTRACT_FIELD_GIVEN: they are put right where they are
 * kept. The payments of annex four stay those of the plan.
 */
export function editContract(context: CommandContext, client: Database.Database, input: Input) {
  const deal = ownContractAt(context, input);
  const draft = contractDraft(context, client, deal);
  const { fields = {}, strike = [], annexes, ownership, signingPlace, buyer, eligibility } = input.changes;
  const changed = {
    ...changedDraft(draft, fields, strike),
    ...(ownership === undefined ? {} : { ownership }),
    ...(signingPlace === undefined ? {} : { signingPlace }),
  };
  const terms = termsOf({
    ...changed,
    annexes: { ...changed.annexes, ...given(annexes), payments: draft.annexes.payments },
  });
  if (buyer !== undefined) {
    const { customerId, ...details } = buyer;
    const kept = draft.buyers.find((one) => one.customerId === customerId)?.agent ?? null;
    keepBuyerDetails(context.tx, deal.subscription.id, deal.row.id, customerId, {
      ...details,
      agent: details.agent === null ? null : asKept(details.agent, kept),
    });
  }
  if (eligibility !== undefined) {
    const { customerId, certificate } = eligibility;
    keepBuyerDetails(context.tx, deal.subscription.id, deal.row.id, customerId, { eligibility: certificate });
  }
  const { row } = applyContractEvent(context, client, deal, 'edit', { write: () => ({ terms }) });
  // What is kept of a buyer lies beside the row; its version rises all the same, so that two editors notice each other.
  const after =
    row.version === deal.row.version ? context.tx.update(contracts, row.id, { version: row.version + 1 }) : row;
  context.happened({
    kind: 'contractEdited',
    noun: 'contracts',
    id: row.id,
    data: {
      number: row.number,
      fields: [...Object.keys(fields), ...strike],
      annexes: Object.keys(annexes ?? {}),
    },
  });
  return { state: after.state, version: after.version };
}

/** What of a change is there at all. */
function given<T extends object>(change: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(change ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
