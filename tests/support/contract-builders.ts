import { contractSampleFacts, saleContractSample } from '#shared/documents/sale-contract/sample.ts';
import type { ContractAnnexes } from '#shared/domain/contracts/annexes.ts';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import type { FieldValues } from '#shared/domain/contracts/fields/catalogue.ts';
import type { DraftFacts } from '#shared/domain/contracts/make-draft.ts';
import type { ContractBuyer } from '#shared/domain/contracts/parties.ts';
import type { PreflightFacts } from '#shared/domain/contracts/preflight/facts.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import { expandPlan } from '#shared/domain/plans/expand.ts';
import type { PlanKind } from '#shared/domain/plans/states.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';

/** What the records say of the sample's deal, paid in the given way. */
export function draftFacts(planKind: PlanKind = 'mortgage', change: Partial<DraftFacts> = {}): DraftFacts {
  const template = defaultPlanTemplates.find((one) => one.kind === planKind);
  if (template === undefined) throw new Error(`No plan of kind ${planKind}`);
  const { price, deposit, subscription, signOn } = contractSampleFacts;
  const lines = expandPlan(template, price, { subscription: subscription.subscribedOn, signing: signOn, deposit });
  return { ...contractSampleFacts, plan: { kind: planKind, lines }, ...change };
}

/** The first buyer of the sample, changed. */
export function contractBuyer(change: Partial<ContractBuyer> = {}): ContractBuyer {
  const [buyer] = contractSampleFacts.buyers;
  if (buyer === undefined) throw new Error('The sample has no buyer');
  return { ...buyer, ...change };
}

/** What is changed about a contract. */
export type DraftChange = Omit<Partial<ContractDraft>, 'fields' | 'annexes'> & {
  readonly fields?: Partial<FieldValues>;
  readonly annexes?: Partial<ContractAnnexes>;
};

/** The contract of the sample with some fields, annexes or anything else changed. */
export function contractDraft(change: DraftChange = {}): ContractDraft {
  const { draft } = saleContractSample;
  return {
    ...draft,
    ...change,
    fields: { ...draft.fields, ...change.fields },
    annexes: { ...draft.annexes, ...change.annexes },
  };
}

/** Records with which the contract of the sample passes the check. */
export function preflightFacts(change: Partial<PreflightFacts> = {}): PreflightFacts {
  const { price, deposit, signOn, account } = contractSampleFacts;
  return {
    text: contractTextOf('presaleHome'),
    form: 'presaleHome',
    today: signOn,
    signed: false,
    permit: {
      coversBuilding: true,
      validFromOn: localDate('2026-05-01'),
      validUntilOn: null,
      number: '渝中住建样（2026）预字第 000 号',
    },
    encumbrance: 'projectMortgage',
    lenderConsent: { validFromOn: localDate('2026-05-06'), validUntilOn: null },
    dischargeBeforeSigning: false,
    unitHeldForDeal: true,
    otherContract: null,
    listPrice: fen(154_280_000),
    filedPrice: fen(154_280_000),
    filedBand: { belowPpm: 150_000, abovePpm: 0 },
    builtUpPrice: price,
    totalRounded: true,
    supervisedAccount: account,
    depositReceived: deposit,
    depositCapPpm: 200_000,
    minimumDownPaymentPpm: 150_000,
    maximumLoanPpm: 850_000,
    referencePpm: 49_000,
    filingLimitDays: 30,
    unitCovered: true,
    eligibilityNeeded: false,
    facilitiesDueOn: null,
    management: contractSampleFacts.management,
    maintenanceFund: { asked: false, paid: false },
    templateActive: true,
    weightyTermsShown: true,
    cancelledContract: null,
    ...change,
  };
}
