import type { Refusal } from '../../kernel/errors.ts';
import { lifecycle } from '../lifecycle.ts';
import { notSeized, permitForRelease, type SaleFacts } from './sale-conditions.ts';
import { type UnitCommercialState, type UnitLegalState, unitLegalStates } from './states.ts';

/** What may happen to a unit in the registry's table (楼盘表). */
export const unitLegalEvents = [
  'cover',
  'uncover',
  'recordDeposit',
  'withdrawDeposit',
  'netSign',
  'cancelNetSigning',
  'register',
  'cancelFiling',
] as const;
/** Event on the legal axis. */
export type UnitLegalEvent = (typeof unitLegalEvents)[number];

/** What the guards of the legal axis look at. */
export type UnitLegalFacts = SaleFacts & {
  readonly commercial: UnitCommercialState;
  /** The number and the filed paper of the registry are entered and agree with our data. */
  readonly filingChecked: boolean;
};

function unreleased(facts: UnitLegalFacts): Refusal | undefined {
  return facts.commercial === 'unreleased' ? undefined : { code: 'UNIT_RELEASED' };
}

function hasDeal(facts: UnitLegalFacts): Refusal | undefined {
  return facts.commercial === 'subscribed' || facts.commercial === 'drafting' ? undefined : { code: 'DEAL_NOT_READY' };
}

function hasContract(facts: UnitLegalFacts): Refusal | undefined {
  return facts.commercial === 'drafting' || facts.commercial === 'signed' || facts.commercial === 'paidUp'
    ? undefined
    : { code: 'DEAL_NOT_READY' };
}

function isSigned(facts: UnitLegalFacts): Refusal | undefined {
  return facts.commercial === 'signed' || facts.commercial === 'paidUp' ? undefined : { code: 'UNIT_NOT_SIGNED' };
}

function filingChecked(facts: UnitLegalFacts): Refusal | undefined {
  return facts.filingChecked ? undefined : { code: 'FILING_NUMBER_MISSING' };
}

/**
 * The legal axis of a unit as the registry shows it: not covered (white), saleable (green), deposit paid (pink),
 * contract signed (yellow), registered (red). Cities that show no deposits (setting `registryShowsDeposits`) go from
 * saleable to signed.
 */
export const unitLegal = lifecycle<UnitLegalState, UnitLegalEvent, UnitLegalFacts, never>({
  noun: 'unit-legal',
  states: unitLegalStates,
  initial: 'notCovered',
  final: [],
  events: unitLegalEvents,
  transitions: [
    { from: 'notCovered', event: 'cover', to: 'saleable', guards: [permitForRelease] },
    { from: 'saleable', event: 'uncover', to: 'notCovered', guards: [unreleased] },
    { from: 'saleable', event: 'recordDeposit', to: 'depositPaid', guards: [notSeized, hasDeal] },
    { from: 'depositPaid', event: 'withdrawDeposit', to: 'saleable', guards: [] },
    { from: ['saleable', 'depositPaid'], event: 'netSign', to: 'contractSigned', guards: [notSeized, hasContract] },
    { from: 'contractSigned', event: 'cancelNetSigning', to: 'saleable', guards: [] },
    { from: 'contractSigned', event: 'register', to: 'registered', guards: [notSeized, isSigned, filingChecked] },
    { from: 'registered', event: 'cancelFiling', to: 'saleable', guards: [isSigned] },
  ],
});
