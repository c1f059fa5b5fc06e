import type Database from 'better-sqlite3';
import type { ChangeRow } from '#db/repositories/changes.ts';
import { type Amendment, amendmentsOf } from '#shared/domain/agreements/amendments.ts';
import { askAsKept } from '#shared/domain/changes/asks.ts';
import type { Simulation } from '#shared/domain/changes/simulation.ts';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { type DraftFacts, draftContract } from '#shared/domain/contracts/make-draft.ts';
import { planByCode } from '#shared/domain/plans/naming.ts';
import type { Buyer } from '#shared/domain/subscriptions/buyers.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { contractDraft } from '../contracts/check-contract.ts';
import { buyersAsNamed } from '../contracts/contract-buyers.ts';
import { textOfDeal } from '../contracts/contract-text.ts';
import type { Deal } from '../contracts/deal.ts';
import { draftFacts } from '../contracts/draft-facts.ts';
import type { UnitContext } from '../units/unit-facts.ts';

type Context = Pick<UnitContext, 'db' | 'setting' | 'today'>;
type Asked = Pick<ChangeRow, 'ask' | 'simulation' | 'requestedAt'>;

/** A signed contract as it is, and as a change would leave it. */
export type ChangedContract = {
  readonly before: ContractDraft;
  readonly after: ContractDraft;
  readonly amendments: readonly Amendment[];
};

/** What a change of price or plan alone moves: nothing else that the records say today gets into a signed contract. */
function dealMoved(draft: ContractDraft, was: DraftFacts, is: DraftFacts): ContractDraft {
  const [before, after] = [draftContract(was), draftContract(is)];
  const moved = fieldNames.filter((name) => before.fields[name] !== after.fields[name]);
  return {
    ...draft,
    fields: { ...draft.fields, ...Object.fromEntries(moved.map((name) => [name, after.fields[name]])) },
    annexes: { ...draft.annexes, payments: after.annexes.payments },
  };
}

function priceAfter({ figures }: Simulation): number | undefined {
  const after = figures.find(({ name }) => name === 'price')?.after;
  return typeof after === 'number' ? after : undefined;
}

function named(
  context: Context,
  client: Database.Database,
  deal: Deal,
  draft: ContractDraft,
  buyers: readonly Buyer[],
) {
  const of = { subscriptionId: deal.subscription.id, contractId: deal.row.id };
  return { ...draft, buyers: buyersAsNamed(context.db, client, of, buyers) };
}

/** How a signed contract would read once a change is made. Throws NOT_FOUND. */
export function changedContract(
  context: Context,
  client: Database.Database,
  deal: Deal,
  change: Asked,
): ChangedContract {
  const before = contractDraft(context, client, deal);
  const after = draftAfter(context, client, deal, change, before);
  return { before, after, amendments: amendmentsOf(before, after) };
}

function draftAfter(
  context: Context,
  client: Database.Database,
  deal: Deal,
  change: Asked,
  draft: ContractDraft,
): ContractDraft {
  const ask = askAsKept(change.ask);
  switch (ask.kind) {
    case 'nameChange':
      return named(context, client, deal, draft, ask.buyers);
    case 'termsChange':
      return { ...draft, fields: { ...draft.fields, ...ask.fields } };
    case 'priceChange':
    case 'planChange': {
      const { subscription, unit, row } = deal;
      const was = draftFacts(context, client, {
        subscription,
        unit,
        contractId: row.id,
        drafterId: row.draftedBy,
        text: textOfDeal(context.db, deal),
      });
      const { plan } = change.simulation;
      const template =
        ask.kind === 'planChange'
          ? planByCode(context.setting('planTemplates', dayOf(change.requestedAt)), ask.planCode)
          : undefined;
      return dealMoved(draft, was, {
        ...was,
        price: fen(priceAfter(change.simulation) ?? was.price),
        plan: { kind: template?.kind ?? was.plan.kind, lines: plan?.after ?? was.plan.lines },
      });
    }
    default:
      return draft;
  }
}
