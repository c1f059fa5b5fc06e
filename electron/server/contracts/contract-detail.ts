import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { agreementsOf } from '#db/repositories/agreements.ts';
import { conditionsOf } from '#db/repositories/approvals.ts';
import { namedReviewsOf } from '#db/repositories/contract-defects.ts';
import { defectsOf, listContracts, reviewsOf, signaturesOf } from '#db/repositories/contracts.ts';
import { customerById } from '#db/repositories/customers.ts';
import { cameByImport, historyOf } from '#db/repositories/event-list.ts';
import { planLinesOf, priceLinesOf } from '#db/repositories/subscriptions.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { passedBefore } from '#shared/domain/contracts/defects.ts';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import type { ContractEvent } from '#shared/domain/contracts/events.ts';
import type { ContractFacts } from '#shared/domain/contracts/facts.ts';
import { contractLifecycle } from '#shared/domain/contracts/lifecycle.ts';
import { ruleCodes } from '#shared/domain/contracts/preflight/findings.ts';
import { signingOrder } from '#shared/domain/contracts/review.ts';
import { canOf, eventsFrom } from '#shared/domain/lifecycle.ts';
import { priceLineKinds } from '#shared/domain/pricing/build-up.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { maskIdentityNumber } from '#shared/kernel/identity-number.ts';
import { fen, ZERO_FEN } from '#shared/kernel/money.ts';
import { agreementRows } from '../agreements/agreement-detail.ts';
import { phoneFor } from '../customers/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { planOf } from '../payments/take-money.ts';
import { priceOfDeal } from '../subscriptions/subscription-detail.ts';
import { maskedAgent } from './agents.ts';
import { mayCancelFiling } from './cancel-filing.ts';
import type { CheckedContract } from './check-contract.ts';
import { cityCan } from './city-contract.ts';
import { gatherContractFacts } from './contract-facts.ts';
import { newerText, templateOfDeal } from './contract-text.ts';
import type { Deal } from './deal.ts';
import { defectLabel } from './defect-report.ts';
import { presentContracts } from './present.ts';
import { editionOf } from './templates/versions.ts';

type Detail = z.input<(typeof contractsApi)['detail']['output']>;

const permissionOf = {
  edit: 'contracts.write',
  confirm: 'contracts.write',
  submit: 'contracts.write',
  withdraw: 'contracts.write',
  correct: 'contracts.write',
  approve: 'contracts.review',
  sendBack: 'contracts.review',
  print: 'documents.issue',
  sign: 'contracts.sign',
  file: 'contracts.file',
  cancelFiling: 'contracts.file',
  drop: 'contracts.drop',
} as const satisfies Partial<Record<ContractEvent, string>>;

type Offered = keyof typeof permissionOf;
const offered = Object.keys(permissionOf) as Offered[];

/** Phones and numbers of documents as those see them who have not asked for them. */
function masked(context: QueryContext, draft: ContractDraft): ContractDraft {
  return {
    ...draft,
    buyers: draft.buyers.map((buyer) => {
      const file = buyer.customerId === null ? undefined : customerById(context.db, buyer.customerId);
      const { agent, eligibility } = buyer;
      return {
        ...buyer,
        identityNumber: maskIdentityNumber(buyer.identityNumber),
        eligibility:
          eligibility === null
            ? null
            : { ...eligibility, identityNumber: maskIdentityNumber(eligibility.identityNumber) },
        phone: file === undefined ? '' : phoneFor(context, file),
        agent: agent === null ? null : maskedAgent(agent),
      };
    }),
  };
}

/** One contract with its data, its check, its reviews, its signatures, and what the caller may do with it. */
export function contractDetail(context: QueryContext, client: Database.Database, deal: Deal): Detail {
  const { db, setting } = context;
  const { row: contract, subscription, unit } = deal;
  const [listed] = listContracts(db, { whose: null, states: null, ids: [contract.id] });
  const [row] = listed === undefined ? [] : presentContracts(context, [listed]);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  const { facts, checked, stage } = gatherContractFacts(context, client, deal);
  const plan = planLinesOf(db, subscription.id);
  const settled = planOf(context, subscription.id);
  const rule = setting('approvalPolicy').rules.contractReview;
  const reviews = namedReviewsOf(db, [contract.id]);
  const missing = Math.max(0, facts.firstPaymentFen - facts.receivedFen);
  return {
    row,
    draft: masked(context, checked.draft),
    text: checked.text,
    template: templateOf(context, deal),
    unit: {
      use: unit.use,
      houseType: unit.houseType,
      orientation: unit.orientation,
      builtArea: unit.builtArea,
      innerArea: unit.innerArea,
      filedPrice: unit.filedPrice,
    },
    listPrice: subscription.listPrice,
    ...priceOfDeal(context, subscription),
    lines: priceLinesOf(db, subscription.id).map(({ kind, label, ratePpm, amount, after }) => ({
      kind: priceLineKinds.find((one) => one === kind) ?? 'list',
      label,
      ratePpm,
      amount,
      after,
    })),
    plan: plan.map(({ position, item, amount, dueOn, inPrice, contractDueOn, penaltyWaived }) => ({
      position,
      item,
      amount,
      dueOn,
      inPrice,
      received: settled.find((line) => line.position === position)?.paid ?? ZERO_FEN,
      contractDueOn,
      penaltyWaived,
    })),
    firstPayment: { due: facts.firstPaymentFen, missing: fen(missing) },
    preflight: {
      checked: ruleCodes.length,
      open: checked.open.map((one) => ({ ...one, params: { ...one.params } })),
      warnings: checked.warnings.map((one) => ({ ...one, params: { ...one.params } })),
    },
    conditions: conditionsOf(db, 'subscriptions', subscription.id),
    confirmations: confirmationsOf(contract, checked),
    review: {
      round: contract.reviewRound,
      level: contract.state === 'inReview' ? stage.level : null,
      levels: (rule.mode === 'every' ? rule.steps : rule.steps.slice(-1)).map(({ post }) => post),
      given: reviewsOf(db, contract.id).map(({ review, reviewer }) => ({
        round: review.round,
        level: review.level,
        reviewer,
        verdict: review.verdict,
        opinion: review.opinion,
        at: review.reviewedAt,
      })),
    },
    defects: defectsOf(db, contract.id).map(({ defect, raiser }) => ({
      id: defect.id,
      round: defect.round,
      kind: defectLabel(context, defect.kindCode, defect.raisedAt),
      part: defect.part,
      article: defect.article,
      annex: defect.annex,
      field: defect.field,
      passedBy: passedBefore(defect, reviews).map(({ level, reviewer }) => ({ level, reviewer })),
      text: defect.text,
      raisedBy: raiser,
      raisedAt: defect.raisedAt,
      state: defect.state,
      version: defect.version,
    })),
    defectKinds: [...setting('defectKinds')],
    signing: signingOf(context, deal, checked.draft),
    agreements: agreementRows(context, contract.id),
    files: [...facts.files],
    copiesOutstanding: facts.copiesOutstanding,
    city: { attached: contract.citySha256 !== null, can: cityCan(context, deal) },
    endReason: contract.endReason,
    history: historyWithAgreements(context, contract.id),
    can: { ...canWith(context, deal, facts), ...paperCan(context, deal) },
    version: contract.version,
  };
}

/** The version of its text, and the one in force where it could be taken to another. */
function templateOf(context: QueryContext, deal: Deal): Detail['template'] {
  const own = templateOfDeal(context.db, deal);
  const newer = deal.row.signedOn === null ? newerText(context, deal) : null;
  const named = (one: typeof own) =>
    one === null ? null : { templateId: one.id, edition: editionOf(one), name: one.name };
  return { own: named(own), edition: deal.row.terms.edition, newer: named(newer) };
}

/** What happened to a contract and to the agreements about it, newest first. */
function historyWithAgreements({ db }: QueryContext, contractId: number) {
  return [
    ...historyOf(db, 'contracts', contractId),
    ...agreementsOf(db, contractId).flatMap(({ id }) => historyOf(db, 'agreements', id)),
  ].toSorted((a, b) => b.seq - a.seq);
}

function confirmationsOf(
  { confirmations: { weightyTerms, maintenanceFund } }: Deal['row'],
  { weightyTermsShown, fundAsked }: CheckedContract,
): Detail['confirmations'] {
  return {
    weightyTerms:
      weightyTerms === null ? null : { on: weightyTerms.on, by: weightyTerms.by, current: weightyTermsShown },
    maintenanceFund,
    fundAsked,
  };
}

function signingOf({ db }: QueryContext, { row }: Deal, draft: ContractDraft): Detail['signing'] {
  const signatures = signaturesOf(db, row.id);
  const ids = draft.buyers.flatMap(({ customerId }) => customerId ?? []);
  return signingOrder(ids).map(({ party, customerId }, index) => {
    const given = signatures[index];
    const buyer = draft.buyers.find((one) => one.customerId === customerId);
    return {
      party,
      customerId,
      name: party === 'seller' ? draft.seller.name : (buyer?.name ?? ''),
      signedOn: given?.signature.signedOn ?? null,
      byProxy: given?.signature.byProxy ?? false,
      recordedBy: given?.recorder ?? '',
    };
  });
}

/** A contract of the old office is not printed: its paper is there. Nothing is said of others, which their states rule. */
function paperCan({ db }: QueryContext, { row }: Deal): Record<string, Refusal> {
  return cameByImport(db, 'contracts', row.id) ? { issue: { code: 'CONTRACT_ON_OLD_PAPER' } } : {};
}

/** Signatures come one by one and the number of the city is typed in the act: their own facts count as given here. */
function canWith(context: QueryContext, { row }: Deal, facts: ContractFacts): Record<string, true | Refusal> {
  const asked = { ...facts, signaturesComplete: true, filingNumberEntered: true, registryClear: true };
  const known = eventsFrom(contractLifecycle, row.state);
  const events = offered.filter((event) => known.includes(event));
  const can = canOf(contractLifecycle, row.state, asked, events);
  const answers: Record<string, true | Refusal> = {};
  for (const event of events) answers[event] = context.can(permissionOf[event]) ? can[event] : { code: 'FORBIDDEN' };
  if (answers['cancelFiling'] === true && !mayCancelFiling(context.db, row.subscriptionId))
    answers['cancelFiling'] = { code: 'FILING_CANCEL_WITHOUT_CHANGE' };
  return answers;
}
