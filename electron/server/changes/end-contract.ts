import { agreementsOf } from '#db/repositories/agreements.ts';
import type { ChangeRow } from '#db/repositories/changes.ts';
import { ownedMoney } from '#db/repositories/owned-money.ts';
import { receiptsOf } from '#db/repositories/subscriptions.ts';
import { ownMoneyOf } from '#shared/domain/agreements/termination-money.ts';
import { articleOfCause, type ExitCause, mostPenalty } from '#shared/domain/changes/settlement.ts';
import { legalRefusal } from '#shared/domain/lifecycle.ts';
import { standingOf } from '#shared/domain/payments/owned-money.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { loanToRepay } from '../agreements/termination.ts';
import { applyContractEvent } from '../contracts/apply-contract-event.ts';
import { dealOf } from '../contracts/deal.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import { applySubscriptionEvent } from '../subscriptions/apply-subscription-event.ts';
import type { UnitCommand, UnitContext } from '../units/unit-facts.ts';
import type { ChangedDeal } from './deal.ts';
import { givenFor } from './definition.ts';

const ownerOf = ({ row }: ChangedDeal) => ({ noun: 'subscriptions', id: row.id }) as const;

/** Why so much cannot be kept of what was paid under a signed contract; undefined where it can. */
export function penaltyRefusal(
  { db }: Pick<UnitContext, 'db'>,
  deal: ChangedDeal,
  { cause, keep }: { readonly cause: ExitCause; readonly keep: Fen },
): Refusal | undefined {
  if (keep === 0) return undefined;
  if (cause !== 'buyer') return legalRefusal('NOTHING_TO_KEEP', articleOfCause[cause]);
  const paid = receiptsOf(db, [deal.row.id])
    .map(({ receipt }) => receipt)
    .filter(({ state }) => state === 'valid')
    .map(({ item, amount, receivedOn, number }) => ({ item, amount, paidOn: receivedOn, receipt: number }));
  const { back } = standingOf(ownedMoney(db, ownerOf(deal)));
  const agreedPpm = deal.contract?.terms.fields.paymentTermination ?? null;
  const most = mostPenalty({ price: deal.row.price, ownMoney: ownMoneyOf(paid, back), agreedPpm });
  return keep > most ? { code: 'KEPT_ABOVE_PENALTY', params: { mostFen: most } } : undefined;
}

/** What must be unwound before a signed contract ends, beside its agreement, filing, papers and money. */
export function terminationPoints(context: Pick<UnitContext, 'db'>, { row }: ChangedDeal): Refusal[] {
  return loanToRepay(context, row) > 0 ? [legalRefusal('LOAN_NOT_CLOSED', 'spcSale21')] : [];
}

/** Ends a signed contract whose end was agreed and unwound: papers are void, cases end, the home is free again. */
export function endSignedContract(command: UnitCommand, { row, contract }: ChangedDeal, change: ChangeRow): void {
  const { db, tx } = command;
  if (contract === undefined) throw new DomainError('NOT_FOUND');
  const { held } = standingOf(ownedMoney(db, { noun: 'subscriptions', id: row.id }));
  applyContractEvent(command, tx.client, dealOf(db, contract), 'terminate', {
    authorised: ['terminate'],
    terminationPapers: true,
    toReturnFen: held,
    loanOpen: loanToRepay(command, row) > 0,
    originalsRecovered: true,
    reason: change.number,
  });
  for (const { id, kind } of agreementsOf(db, contract.id))
    if (kind === 'supplement') voidPapersOf(command, 'agreements', id, change.number);
  applySubscriptionEvent(command, dealOf(db, contract).subscription, 'cancel', {
    ...givenFor('cancel', { receiptsRecovered: true, contract: 'terminated' }),
    reason: change.reason,
  });
}
