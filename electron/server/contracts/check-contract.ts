import type Database from 'better-sqlite3';
import { endedContractOf } from '#db/repositories/contracts.ts';
import { theProject } from '#db/repositories/projects.ts';
import { receiptsOf } from '#db/repositories/subscriptions.ts';
import { buildingOf, liveContractOf } from '#db/repositories/units.ts';
import { weightyTermsOf } from '#shared/domain/contracts/confirmations.ts';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { formOf } from '#shared/domain/contracts/form-of.ts';
import { completedTerms } from '#shared/domain/contracts/kept-terms.ts';
import { refreshedDraft } from '#shared/domain/contracts/make-draft.ts';
import type { PreflightFacts } from '#shared/domain/contracts/preflight/facts.ts';
import type { Finding } from '#shared/domain/contracts/preflight/findings.ts';
import { preflight } from '#shared/domain/contracts/preflight.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { downPaymentSetting } from '#shared/domain/plans/down-payment.ts';
import { buildPrice } from '#shared/domain/pricing/build-up.ts';
import { addOnsOf } from '#shared/domain/pricing/effects.ts';
import { depositFacts } from '#shared/domain/subscriptions/deposit.ts';
import { type CanonicalValue, canonicalJson } from '#shared/kernel/canonical-json.ts';
import { sha256Of } from '../documents/render-port.ts';
import { saleFactsOf, type UnitContext } from '../units/unit-facts.ts';
import { contractBuyers } from './contract-buyers.ts';
import { textIsActive, textOfDeal } from './contract-text.ts';
import type { Deal } from './deal.ts';
import { draftFacts, managementRecord } from './draft-facts.ts';

/** A contract as it stands, with what the check says of it. */
export type CheckedContract = {
  readonly draft: ContractDraft;
  readonly text: ContractText;
  /** What is printed from, hashed as the paper would be: a review is of this and nothing else. */
  readonly hash: string;
  readonly open: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly templateApproved: boolean;
  /** The buyers were told of the terms that weigh on them, as they stand now. */
  readonly weightyTermsShown: boolean;
  /** The city asks for the maintenance fund before the signing. */
  readonly fundAsked: boolean;
};

function hashOf(value: CanonicalValue): string {
  return sha256Of(new TextEncoder().encode(canonicalJson(value)));
}

/** Hash of what weighs on the buyers of a contract. */
export function weightyHash(draft: ContractDraft): string {
  return hashOf(weightyTermsOf(draft));
}

type Context = Pick<UnitContext, 'db' | 'setting' | 'today'>;

/** The data of a contract: before it is signed with what the records say today, afterwards as it was signed. */
export function contractDraft(context: Context, client: Database.Database, deal: Deal): ContractDraft {
  const { db } = context;
  const { row, subscription, unit } = deal;
  const buyers = contractBuyers(db, client, subscription.id, row.id);
  const kept: ContractDraft = { ...completedTerms(row.terms), buyers };
  if (row.signedOn !== null || row.state === 'superseded' || row.state === 'terminated') return kept;
  const facts = draftFacts(context, client, {
    subscription,
    unit,
    contractId: row.id,
    drafterId: row.draftedBy,
    text: textOfDeal(db, deal),
  });
  return refreshedDraft(kept, facts);
}

/** Checks a contract against the records and settings of today (合同检查). */
export function checkContract(context: Context, client: Database.Database, deal: Deal): CheckedContract {
  const draft = contractDraft(context, client, deal);
  const text = textOfDeal(context.db, deal);
  const facts = preflightFacts(context, deal, draft, text);
  const findings = preflight(draft, facts);
  return {
    draft,
    text,
    hash: hashOf(draft),
    open: findings.filter(({ level }) => level === 'block'),
    warnings: findings.filter(({ level }) => level === 'warn'),
    templateApproved: facts.templateActive,
    weightyTermsShown: facts.weightyTermsShown,
    fundAsked: facts.maintenanceFund.asked,
  };
}

/** What the check compares a contract with: the records and settings of today. */
export function preflightFacts(
  { db, setting, today }: Context,
  { row, subscription, unit }: Deal,
  draft: ContractDraft,
  text: ContractText,
): PreflightFacts {
  const place = buildingOf(db, unit.buildingId);
  const sale = saleFactsOf(db, unit, today);
  const project = theProject(db);
  const live = liveContractOf(db, unit.id);
  const receipts = receiptsOf(db, [subscription.id]).map(({ receipt }) => receipt);
  const day = subscription.subscribedOn;
  const rounding = setting('priceRounding', day);
  const minimumDownPaymentPpm = setting(downPaymentSetting(unit.use));
  const price = buildPrice({
    listPrice: subscription.listPrice,
    innerArea: unit.innerArea,
    builtArea: unit.builtArea,
    basis: setting('priceBasis', day),
    adjustments: subscription.adjustments,
    order: setting('discountOrder', day),
    rounding,
  });
  const ended = endedContractOf(db, unit.id, row.id);
  return {
    text,
    form: formOf({ use: unit.use, saleBasis: place?.permit?.kind ?? null }),
    today,
    signed: row.signedOn !== null,
    permit: sale.permit === null ? null : { ...sale.permit, number: place?.permit?.number ?? '' },
    encumbrance: sale.encumbrance,
    lenderConsent: sale.lenderConsent,
    dischargeBeforeSigning: setting('dischargeBeforeSigning'),
    unitHeldForDeal: live?.id === row.id,
    otherContract: live === undefined || live.id === row.id ? null : live.number,
    listPrice: unit.listPrice,
    filedPrice: unit.filedPrice,
    filedBand: setting('filedBand', day),
    builtUpPrice: price.total,
    addOns: addOnsOf(subscription.adjustments),
    totalRounded: rounding !== 'fen',
    supervisedAccount: {
      bank: project?.supervisedBank ?? '',
      name: project?.sellerName ?? '',
      number: project?.supervisedAccount ?? '',
    },
    depositReceived: depositFacts(subscription.depositDue, receipts).received,
    depositCapPpm: setting('depositCapPpm', day),
    minimumDownPaymentPpm,
    maximumLoanPpm: 1_000_000 - minimumDownPaymentPpm,
    referencePpm: setting('contractReferencePpm'),
    filingLimitDays: setting('contractFilingDays'),
    unitCovered: unit.legalState !== 'notCovered',
    eligibilityNeeded: draft.purchaseLimited,
    facilitiesDueOn: setting('facilitiesPlanned').dueOn,
    management: managementRecord(setting, unit.use),
    maintenanceFund: {
      asked: setting('maintenanceFundFirst'),
      paid: row.confirmations.maintenanceFund !== null,
    },
    templateActive: textIsActive(
      db,
      { row },
      { signOn: draft.signOn, today, wordingApproved: setting('contractWordingApproved') },
    ),
    weightyTermsShown: row.confirmations.weightyTerms?.hash === weightyHash(draft),
    cancelledContract:
      ended === undefined || ended.endedOn === null ? null : { number: ended.number, cancelledOn: ended.endedOn },
  };
}
