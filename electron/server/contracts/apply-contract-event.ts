import type Database from 'better-sqlite3';
import { signaturesOf } from '#db/repositories/contracts.ts';
import { buyersOf, receiptsOf } from '#db/repositories/subscriptions.ts';
import { unitById } from '#db/repositories/units.ts';
import { contractSignatures } from '#db/schema/contracts.ts';
import { customers } from '#db/schema/customers.ts';
import { contracts } from '#db/schema/deals.ts';
import type { ContractEffect, ContractEvent } from '#shared/domain/contracts/events.ts';
import { termsOf } from '#shared/domain/contracts/kept-terms.ts';
import { contractLifecycle } from '#shared/domain/contracts/lifecycle.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { depositBecomesPrice } from '#shared/domain/payments/entries.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { endCasesOf } from '../cases/apply-case-event.ts';
import { openCasesOf } from '../cases/open-cases.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import { book, payUp } from '../payments/take-money.ts';
import { applySubscriptionEvent } from '../subscriptions/apply-subscription-event.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { moveLegal } from '../units/move-legal.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import type { CheckedContract } from './check-contract.ts';
import { type ContractCircumstances, gatherContractFacts } from './contract-facts.ts';
import type { Deal } from './deal.ts';

/** What the act brings with it: what its guards are told, why it is done, and what else is written in the same row. */
export type ContractAct = ContractCircumstances & {
  readonly reason?: string;
  readonly write?: (checked: CheckedContract) => Partial<typeof contracts.$inferInsert>;
};

/**
 * Brings an event about on a contract: decides by the table, writes the state, and lets subscription, unit, papers and
 * ledger follow in the same transaction. The only way a contract's state changes. Throws the refusal of the table.
 */
export function applyContractEvent(
  command: UnitCommand,
  client: Database.Database,
  deal: Deal,
  event: ContractEvent,
  act: ContractAct = {},
): Deal {
  const { reason = '', write, ...circumstances } = act;
  const { facts, checked } = gatherContractFacts(command, client, deal, circumstances);
  const { next, effects } = decideOrRefuse(contractLifecycle, deal.row.state, event, facts);
  const after = command.tx.update(contracts, deal.row.id, {
    state: next,
    ...rowAfter(effects, command, checked, reason),
    ...write?.(checked),
  });
  const changed = { ...deal, row: after };
  for (const effect of effects) follow(effect, command, changed, reason);
  return changed;
}

function rowAfter(
  effects: readonly ContractEffect[],
  { today }: UnitCommand,
  { draft }: CheckedContract,
  reason: string,
): Partial<typeof contracts.$inferInsert> {
  return {
    ...(effects.includes('clearReview') ? { reviewedHash: null } : {}),
    ...(effects.includes('freezeContent') ? { signedOn: today, terms: termsOf({ ...draft, signOn: today }) } : {}),
    ...(effects.includes('voidNumber') || effects.includes('unitFreed') ? { endReason: reason } : {}),
    ...(effects.includes('unitFreed') ? { endedOn: today } : {}),
  };
}

function follow(effect: ContractEffect, command: UnitCommand, deal: Deal, reason: string): void {
  const { tx, db } = command;
  const { row, subscription } = deal;
  switch (effect) {
    case 'voidCopies':
      voidPapersOf(command, 'contracts', row.id, reason);
      tx.removeAll(
        contractSignatures,
        signaturesOf(db, row.id).map(({ signature }) => signature.id),
      );
      return;
    case 'unitSigned': {
      moveLegal(command, deal.unit.id, 'netSign');
      applyUnitEvent(command, unitNow(command, deal), 'sign', { contract: row.state });
      for (const { customer } of buyersOf(db, [subscription.id]))
        tx.update(customers, customer.id, { state: 'signed' });
      turnDepositIntoPrice(command, deal);
      openCasesOf(command, subscription);
      // All of a lump sum may be here before anybody signs.
      payUp(command, subscription);
      return;
    }
    case 'endCases':
      endCasesOf(command, subscription.id, reason);
      return;
    case 'unitBackToSubscribed': {
      const reopened = applySubscriptionEvent(command, subscription, 'reopen', { priceAuthorised: true });
      const circumstances = { subscription: reopened.state, contract: row.state };
      applyUnitEvent(command, unitNow(command, deal), 'dropDraft', circumstances, { reason: row.number });
      return;
    }
    case 'unitFreed': {
      if (unitNow(command, deal).legalState === 'contractSigned') moveLegal(command, deal.unit.id, 'cancelNetSigning');
      const circumstances = { subscription: subscription.state, contract: row.state };
      applyUnitEvent(command, unitNow(command, deal), 'terminate', circumstances, { reason: row.number });
      for (const { customer } of buyersOf(db, [subscription.id]))
        if (customer.state === 'signed') tx.update(customers, customer.id, { state: 'prospect' });
      return;
    }
    // Rows of reviews are written by the review itself, versions by the paper; the others are no acts of this edition.
    case 'passLevel':
    case 'finishReview':
    case 'clearReview':
    case 'issueCopies':
    case 'raiseVersion':
    case 'freezeContent':
    case 'voidNumber':
    case 'issueSupplement':
      return;
  }
}

function unitNow({ db }: UnitCommand, { unit }: Deal) {
  const row = unitById(db, unit.id);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

/** With the contract the deposit is a part of the price (Civil Code 587). */
export function turnDepositIntoPrice(command: UnitCommand, { subscription }: Pick<Deal, 'subscription'>): void {
  const deposits = receiptsOf(command.db, [subscription.id])
    .map(({ receipt }) => receipt)
    .filter(({ item, state }) => item === 'deposit' && state === 'valid');
  const [first] = deposits;
  if (first === undefined) return;
  const moved = sumFen(deposits.map(({ amount }) => amount));
  book(command, first.id, depositBecomesPrice(moved, command.today));
}
