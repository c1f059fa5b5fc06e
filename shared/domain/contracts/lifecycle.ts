import type { Refusal } from '../../kernel/errors.ts';
import { lifecycle, type Step } from '../lifecycle.ts';
import {
  dischargedForSigning,
  lenderConsents,
  notSeized,
  permitForSale,
  pricePublished,
} from '../units/sale-conditions.ts';
import { type ContractEffect, type ContractEvent, contractEvents } from './events.ts';
import type { ContractFacts } from './facts.ts';
import * as guard from './guards.ts';
import { type ContractState, contractStates, unsignedContractStates } from './states.ts';

const beforeSigning: readonly ContractState[] = unsignedContractStates;
const afterSigning: readonly ContractState[] = ['signed', 'filed'];
const saleConditions = [permitForSale, notSeized, pricePublished, guard.inFiledBand];
const content = [
  guard.subscriptionConverted,
  guard.preflightClear,
  guard.paymentLinesAgree,
  guard.templateApproved,
  guard.filesForReview,
];
const levelsRemain = (facts: ContractFacts) => facts.levelsLeft > 0;

function whyFixed({ from, event }: Step<ContractState, ContractEvent>): Refusal | undefined {
  if (event !== 'edit' && event !== 'confirm' && event !== 'correct' && event !== 'drop') return undefined;
  if (afterSigning.includes(from)) return { code: 'CONTRACT_FROZEN' };
  return event === 'edit' && beforeSigning.includes(from) ? { code: 'CONTRACT_IN_REVIEW' } : undefined;
}

/**
 * The contract (合同): the states of decision 18. Money, filing, mortgage, delivery and title are cases of their own;
 * `filed` only tells that the registry's number is here. A draft that is dropped ends as superseded, its number voided:
 * it never came into force, so it is no termination.
 */
export const contractLifecycle = lifecycle<ContractState, ContractEvent, ContractFacts, ContractEffect>({
  noun: 'contract',
  states: contractStates,
  initial: 'draft',
  final: ['superseded', 'terminated'],
  events: contractEvents,
  otherwise: whyFixed,
  transitions: [
    { from: 'draft', event: 'edit', to: 'draft', guards: [] },
    { from: beforeSigning, event: 'confirm', to: 'itself', guards: [] },
    {
      from: 'draft',
      event: 'submit',
      to: 'inReview',
      guards: [...content, guard.defectsCorrected, ...saleConditions],
      effects: ['clearReview'],
    },
    { from: 'inReview', event: 'withdraw', to: 'draft', guards: [], effects: ['clearReview'] },
    { from: 'inReview', event: 'sendBack', to: 'draft', guards: [guard.notOwnWork], effects: ['clearReview'] },
    {
      from: 'inReview',
      event: 'approve',
      to: 'inReview',
      when: levelsRemain,
      guards: [guard.notOwnWork, guard.notReviewedBefore, guard.authorityGiven, guard.unchangedSinceReview],
      effects: ['passLevel'],
    },
    {
      from: 'inReview',
      event: 'approve',
      to: 'approved',
      guards: [
        guard.notOwnWork,
        guard.notReviewedBefore,
        guard.authorityGiven,
        guard.unchangedSinceReview,
        ...content,
        ...saleConditions,
      ],
      effects: ['finishReview'],
    },
    {
      from: 'approved',
      event: 'print',
      to: 'printed',
      guards: [
        guard.unchangedSinceReview,
        guard.templateApproved,
        guard.weightyTermsShown,
        guard.noOldCopies,
        notSeized,
      ],
      effects: ['issueCopies'],
    },
    {
      from: ['approved', 'printed'],
      event: 'correct',
      to: 'draft',
      guards: [guard.registryClear],
      effects: ['raiseVersion', 'voidCopies', 'clearReview'],
    },
    {
      from: 'printed',
      event: 'sign',
      to: 'signed',
      guards: [
        guard.subscriptionConverted,
        ...saleConditions,
        lenderConsents,
        dischargedForSigning,
        guard.unchangedSinceReview,
        guard.noOldCopies,
        guard.firstPaymentReceived,
        guard.filesForSigning,
        guard.signaturesComplete,
      ],
      effects: ['freezeContent', 'unitSigned'],
    },
    {
      from: 'signed',
      event: 'file',
      to: 'filed',
      guards: [notSeized, guard.filesForFiling, guard.filingNumberEntered, guard.registryAgrees],
    },
    { from: 'filed', event: 'cancelFiling', to: 'signed', guards: [guard.registryClear] },
    {
      from: afterSigning,
      event: 'amend',
      to: 'itself',
      guards: [notSeized, guard.authorityGiven],
      effects: ['issueSupplement'],
    },

    {
      from: beforeSigning,
      event: 'drop',
      to: 'superseded',
      guards: [guard.registryClear],
      effects: ['voidNumber', 'voidCopies', 'unitBackToSubscribed'],
    },
    {
      from: 'signed',
      event: 'supersede',
      to: 'superseded',
      guards: [guard.authorityGiven, guard.registryClear, guard.loanClosed, guard.originalsRecovered],
      effects: ['voidCopies', 'endCases'],
    },
    {
      from: afterSigning,
      event: 'terminate',
      to: 'terminated',
      guards: [
        guard.authorityGiven,
        guard.terminationPapers,
        guard.registryClear,
        guard.loanClosed,
        guard.moneyReturned,
        guard.originalsRecovered,
      ],
      effects: ['voidCopies', 'endCases', 'unitFreed'],
    },
  ],
});
