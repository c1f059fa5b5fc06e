import type { Refusal } from '../../kernel/errors.ts';
import type { Fen } from '../../kernel/money.ts';
import { legalRefusal, lifecycle } from '../lifecycle.ts';
import { type UnitCommercialState, type UnitLegalState, type UnitPostSaleState, unitPostSaleStates } from './states.ts';

/** What happens to a unit after its contract is signed. *Disburse* is 放款; it is recalled when its receipt was void. */
export const unitPostSaleEvents = [
  'file',
  'disburseLoan',
  'recallLoan',
  'deliver',
  'issueTitle',
  'collectTitle',
  'unwind',
] as const;
/** Event on the post-sale axis. */
export type UnitPostSaleEvent = (typeof unitPostSaleEvents)[number];

/** What the guards of the post-sale axis look at. */
export type UnitPostSaleFacts = {
  readonly commercial: UnitCommercialState;
  readonly legal: UnitLegalState;
  readonly seized: boolean;
  readonly balanceFen: Fen;
  /** Completion filing and survey report are there. */
  readonly deliveryReady: boolean;
  readonly maintenanceFundPaid: boolean;
  readonly areaSettled: boolean;
};

function isSigned(facts: UnitPostSaleFacts): Refusal | undefined {
  return facts.commercial === 'signed' || facts.commercial === 'paidUp' ? undefined : { code: 'UNIT_NOT_SIGNED' };
}

function isRegistered(facts: UnitPostSaleFacts): Refusal | undefined {
  return facts.legal === 'registered' ? undefined : { code: 'FILING_NUMBER_MISSING' };
}

function filingCancelled(facts: UnitPostSaleFacts): Refusal | undefined {
  return facts.legal === 'registered' ? { code: 'FILING_NOT_CANCELLED' } : undefined;
}

function unseized(facts: UnitPostSaleFacts): Refusal | undefined {
  return facts.seized ? legalRefusal('UNIT_SEIZED', 'urbanRealEstate38') : undefined;
}

function paidUp(facts: UnitPostSaleFacts): Refusal | undefined {
  if (facts.balanceFen > 0) return { code: 'BALANCE_OPEN', params: { openFen: facts.balanceFen } };
  return facts.commercial === 'paidUp' ? undefined : { code: 'UNIT_NOT_SIGNED' };
}

function deliveryReady(facts: UnitPostSaleFacts): Refusal | undefined {
  return facts.deliveryReady ? undefined : legalRefusal('DELIVERY_NOT_READY', 'modelContractDelivery');
}

function maintenanceFundPaid(facts: UnitPostSaleFacts): Refusal | undefined {
  return facts.maintenanceFundPaid ? undefined : legalRefusal('MAINTENANCE_FUND_UNPAID', 'shandongDelivery');
}

function areaSettled(facts: UnitPostSaleFacts): Refusal | undefined {
  return facts.areaSettled ? undefined : { code: 'AREA_NOT_SETTLED' };
}

/** The post-sale axis of a unit: filed, loan disbursed, delivered, title issued, title collected. */
export const unitPostSale = lifecycle<UnitPostSaleState, UnitPostSaleEvent, UnitPostSaleFacts, never>({
  noun: 'unit-post-sale',
  states: unitPostSaleStates,
  initial: 'none',
  final: ['titleCollected'],
  events: unitPostSaleEvents,
  transitions: [
    { from: 'none', event: 'file', to: 'filed', guards: [isSigned, unseized, isRegistered] },
    { from: 'filed', event: 'disburseLoan', to: 'loanDisbursed', guards: [isSigned, unseized] },
    { from: 'loanDisbursed', event: 'recallLoan', to: 'filed', guards: [] },
    {
      from: ['filed', 'loanDisbursed'],
      event: 'deliver',
      to: 'delivered',
      guards: [unseized, paidUp, deliveryReady, maintenanceFundPaid],
    },
    { from: 'delivered', event: 'issueTitle', to: 'titleIssued', guards: [unseized, paidUp, areaSettled] },
    { from: 'titleIssued', event: 'collectTitle', to: 'titleCollected', guards: [paidUp] },
    { from: ['filed', 'loanDisbursed', 'delivered'], event: 'unwind', to: 'none', guards: [isSigned, filingCancelled] },
  ],
});
