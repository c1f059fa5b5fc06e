import type { Refusal } from '../../kernel/errors.ts';
import { lifecycle } from '../lifecycle.ts';
import { type CaseState, caseStates } from './states.ts';

/**
 * What may happen to a case. `advance` leaves a step, `giveBack` is the agency returning it, `reopen` follows a loan
 * whose receipt was void, `cancel` ends it early, `giveUp` ends a loan that is not taken any more.
 */
export const caseEvents = [
  'collect',
  'take',
  'assign',
  'note',
  'enterLoan',
  'advance',
  'giveBack',
  'resume',
  'reopen',
  'cancel',
  'giveUp',
] as const;
/** Event of a case. */
export type CaseEvent = (typeof caseEvents)[number];

/** What is to be written beside the state. */
export type CaseEffect = 'nextStep' | 'close' | 'open';

/** What the guards of a case look at. */
export type CaseFacts = {
  /** The step that the case is on is its last. */
  readonly lastStep: boolean;
  /** Papers that are still missing, where the step asks for them; 0 elsewhere. */
  readonly papersMissing: number;
  /** The step waits for the registry's number, and the contract has none. */
  readonly filingMissing: boolean;
  /** The step waits for the loan, and so much of it has not come, in fen. */
  readonly loanOpenFen: number;
  /** A loan whose bank nobody has entered. */
  readonly bankMissing: boolean;
  /** The case is about a loan. */
  readonly loan: boolean;
  /** The contract has ended. */
  readonly contractEnded: boolean;
};

/** Facts of a case for which everything is still missing. */
export function bareCaseFacts(): CaseFacts {
  return {
    lastStep: false,
    papersMissing: 1,
    filingMissing: true,
    loanOpenFen: 1,
    bankMissing: true,
    loan: true,
    contractEnded: false,
  };
}

function papersThere({ papersMissing }: CaseFacts): Refusal | undefined {
  return papersMissing > 0 ? { code: 'CASE_PAPERS_MISSING', params: { count: papersMissing } } : undefined;
}

function bankNamed({ loan, bankMissing }: CaseFacts): Refusal | undefined {
  return loan && bankMissing ? { code: 'CASE_BANK_MISSING' } : undefined;
}

function filingThere({ filingMissing }: CaseFacts): Refusal | undefined {
  return filingMissing ? { code: 'CASE_FILING_MISSING' } : undefined;
}

function loanReceived({ loanOpenFen }: CaseFacts): Refusal | undefined {
  return loanOpenFen > 0 ? { code: 'CASE_LOAN_NOT_RECEIVED', params: { openFen: loanOpenFen } } : undefined;
}

function isLoan({ loan }: CaseFacts): Refusal | undefined {
  return loan ? undefined : { code: 'CASE_HAS_NO_LOAN' };
}

function loanRecalled({ loan, loanOpenFen }: CaseFacts): Refusal | undefined {
  return loan && loanOpenFen > 0 ? undefined : { code: 'CASE_LOAN_RECEIVED' };
}

function contractEnded({ contractEnded: ended }: CaseFacts): Refusal | undefined {
  return ended ? undefined : { code: 'CASE_CONTRACT_LIVE' };
}

const toLeave = [papersThere, bankNamed, filingThere, loanReceived];
const isLast = (facts: CaseFacts) => facts.lastStep;
const open: readonly CaseState[] = ['running', 'returned'];

/** A case (权证事项), of whatever kind: it runs through the steps of its definition, may come back, and ends. */
export const caseLifecycle = lifecycle<CaseState, CaseEvent, CaseFacts, CaseEffect>({
  noun: 'case',
  states: caseStates,
  initial: 'running',
  final: ['cancelled'],
  events: caseEvents,
  transitions: [
    { from: open, event: 'collect', to: 'itself', guards: [] },
    { from: open, event: 'take', to: 'itself', guards: [] },
    { from: open, event: 'assign', to: 'itself', guards: [] },
    { from: open, event: 'note', to: 'itself', guards: [] },
    { from: open, event: 'enterLoan', to: 'itself', guards: [isLoan] },
    { from: 'running', event: 'advance', to: 'done', when: isLast, guards: toLeave, effects: ['close'] },
    { from: 'running', event: 'advance', to: 'running', guards: toLeave, effects: ['nextStep'] },
    { from: 'running', event: 'giveBack', to: 'returned', guards: [] },
    { from: 'returned', event: 'resume', to: 'running', guards: [] },
    { from: 'done', event: 'reopen', to: 'running', guards: [loanRecalled], effects: ['open'] },
    { from: open, event: 'cancel', to: 'cancelled', guards: [contractEnded], effects: ['close'] },
    { from: open, event: 'giveUp', to: 'cancelled', guards: [isLoan], effects: ['close'] },
  ],
});
