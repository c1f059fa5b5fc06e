import { describe, expect, it } from 'vitest';
import { type ContractEvent, contractEvents } from '#shared/domain/contracts/events.ts';
import { bareContractFacts, type ContractFacts } from '#shared/domain/contracts/facts.ts';
import { contractLifecycle } from '#shared/domain/contracts/lifecycle.ts';
import { type ContractState, contractStates } from '#shared/domain/contracts/states.ts';
import { decide } from '#shared/domain/lifecycle.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const today = localDate('2026-11-23');

const good: ContractFacts = {
  ...bareContractFacts(today),
  permit: { coversBuilding: true, validFromOn: localDate('2026-01-01'), validUntilOn: null },
  filedPriceFen: yuan(2_000_000),
  spaceRight: 'titled',
  pricePublished: true,
  actorId: 3,
  authorIds: [1],
  reviewerIds: [2],
  authorised: contractEvents,
  subscription: 'converted',
  priceFen: yuan(1_900_000),
  housePriceFen: yuan(1_900_000),
  filedBand: { belowPpm: 150_000, abovePpm: 0 },
  paymentLinesFen: yuan(1_900_000),
  templateApproved: true,
  weightyTermsShown: true,
  unchangedSinceReview: true,
  firstPaymentFen: yuan(600_000),
  receivedFen: yuan(600_000),
  signaturesComplete: true,
  filingNumberEntered: true,
  terminationPapers: true,
};
const files: ContractFacts['files'] = [{ kind: 'identity', step: 'review', lacking: 'refuses', asked: 1, given: 0 }];
const codeOf = (state: ContractState, event: ContractEvent, change: Partial<ContractFacts> = {}) =>
  decide(contractLifecycle, state, event, { ...good, ...change }).refused?.code;

describe('The life of a contract', () => {
  it('lets exactly these steps happen', () => {
    const seen = contractStates.map((state) => [
      state,
      contractEvents.flatMap((event) => {
        const decision = decide(contractLifecycle, state, event, good);
        return decision.refused ? [] : [`${event} → ${decision.next}`];
      }),
    ]);
    expect(Object.fromEntries(seen)).toEqual({
      draft: ['edit → draft', 'confirm → draft', 'submit → inReview', 'drop → superseded'],
      inReview: [
        'confirm → inReview',
        'withdraw → draft',
        'sendBack → draft',
        'approve → approved',
        'drop → superseded',
      ],
      approved: ['confirm → approved', 'print → printed', 'correct → draft', 'drop → superseded'],
      printed: ['confirm → printed', 'correct → draft', 'sign → signed', 'drop → superseded'],
      signed: ['file → filed', 'amend → signed', 'supersede → superseded', 'terminate → terminated'],
      filed: ['cancelFiling → signed', 'amend → filed', 'terminate → terminated'],
      superseded: [],
      terminated: [],
    });
  });

  it.each<[string, ContractState, ContractEvent, Partial<ContractFacts>, string]>([
    ['no contract without a deal', 'draft', 'submit', { subscription: 'depositComplete' }, 'DEAL_NOT_READY'],
    ['no submission with open points', 'draft', 'submit', { openPreflight: 2 }, 'PREFLIGHT_OPEN'],
    ['no submission with a defect that nobody corrected', 'draft', 'submit', { openDefects: 1 }, 'DEFECTS_OPEN'],
    [
      'no submission of lines that miss a fen',
      'draft',
      'submit',
      { paymentLinesFen: fen(yuan(1_900_000) - 1) },
      'PAYMENT_LINES_DIFFER',
    ],
    [
      'no submission on an unapproved template',
      'draft',
      'submit',
      { templateApproved: false },
      'TEMPLATE_NOT_APPROVED',
    ],
    [
      'no submission outside the filed band',
      'draft',
      'submit',
      { housePriceFen: yuan(1_000_000) },
      'PRICE_OUTSIDE_FILED_BAND',
    ],
    ['no submission without a scan that the office requires', 'draft', 'submit', { files }, 'FILES_LACKING'],
    ['no approval without one', 'inReview', 'approve', { files }, 'FILES_LACKING'],
    ['no signature without one', 'printed', 'sign', { files }, 'FILES_LACKING'],
    ['no filing without one', 'signed', 'file', { files }, 'FILES_LACKING'],
    ['nobody reviews their own', 'inReview', 'approve', { actorId: 1 }, 'OWN_WORK'],
    ['nobody passes two levels', 'inReview', 'approve', { actorId: 2 }, 'REVIEWED_BEFORE'],
    ['no level by a post too low', 'inReview', 'approve', { authorised: [] }, 'APPROVAL_NEEDED'],
    [
      'no level on a changed text',
      'inReview',
      'approve',
      { unchangedSinceReview: false },
      'CONTRACT_CHANGED_SINCE_REVIEW',
    ],
    [
      'no printing of a changed text',
      'approved',
      'print',
      { unchangedSinceReview: false },
      'CONTRACT_CHANGED_SINCE_REVIEW',
    ],
    ['no printing while old copies are outside', 'approved', 'print', { copiesOutstanding: 2 }, 'COPIES_OUTSTANDING'],
    [
      'no print before the buyers were told',
      'approved',
      'print',
      { weightyTermsShown: false },
      'WEIGHTY_TERMS_NOT_SHOWN',
    ],
    ['nothing to confirm after signing', 'signed', 'confirm', {}, 'CONTRACT_FROZEN'],
    ['no editing under review', 'inReview', 'edit', {}, 'CONTRACT_IN_REVIEW'],
    ['no editing once printed', 'printed', 'edit', {}, 'CONTRACT_IN_REVIEW'],
    ['frozen after signing', 'signed', 'edit', {}, 'CONTRACT_FROZEN'],
    ['no correction after signing', 'signed', 'correct', {}, 'CONTRACT_FROZEN'],
    ['no dropping after filing', 'filed', 'drop', {}, 'CONTRACT_FROZEN'],
    [
      'no signing before the first payment',
      'printed',
      'sign',
      { receivedFen: fen(yuan(600_000) - 1) },
      'FIRST_PAYMENT_MISSING',
    ],
    ['no signing under a seizure', 'printed', 'sign', { encumbrance: 'seized' }, 'UNIT_SEIZED'],
    ['no signing without the lender', 'printed', 'sign', { encumbrance: 'projectMortgage' }, 'LENDER_CONSENT_MISSING'],
    ['no signing with a signature missing', 'printed', 'sign', { signaturesComplete: false }, 'SIGNATURES_MISSING'],
    ['no signing without a permit', 'printed', 'sign', { permit: null }, 'PERMIT_MISSING'],
    ['no filing without the number', 'signed', 'file', { filingNumberEntered: false }, 'FILING_NUMBER_MISSING'],
    ['no filing that differs from our data', 'signed', 'file', { registryDifferences: 1 }, 'REGISTRY_DATA_DIFFERS'],
    [
      'no termination before the filing is cancelled',
      'filed',
      'terminate',
      { registryClear: false },
      'FILING_NOT_CANCELLED',
    ],
    [
      'no termination without the papers',
      'signed',
      'terminate',
      { terminationPapers: false },
      'TERMINATION_AGREEMENT_MISSING',
    ],
    ['no termination before the loan is closed', 'signed', 'terminate', { loanOpen: true }, 'LOAN_NOT_CLOSED'],
    ['no correction of what is net-signed', 'printed', 'correct', { registryClear: false }, 'FILING_NOT_CANCELLED'],
  ])('%s', (_rule, state, event, change, code) => {
    expect(codeOf(state, event, change)).toBe(code);
  });

  it('stays under review until the last level has passed', () => {
    expect(decide(contractLifecycle, 'inReview', 'approve', { ...good, levelsLeft: 1 })).toEqual({
      next: 'inReview',
      effects: ['passLevel'],
    });
    expect(decide(contractLifecycle, 'inReview', 'approve', good)).toEqual({
      next: 'approved',
      effects: ['finishReview'],
    });
  });

  it('raises the version and voids the copies when it is corrected before signing', () => {
    expect(decide(contractLifecycle, 'printed', 'correct', good)).toEqual({
      next: 'draft',
      effects: ['raiseVersion', 'voidCopies', 'clearReview'],
    });
  });

  it('tells by how much the payment lines differ', () => {
    const facts = { ...good, paymentLinesFen: yuan(1_900_001) };
    expect(decide(contractLifecycle, 'draft', 'submit', facts).refused?.params).toEqual({ differenceFen: 100 });
  });
});
