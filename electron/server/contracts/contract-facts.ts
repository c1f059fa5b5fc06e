import type Database from 'better-sqlite3';
import type { ReadDb } from '#db/access.ts';
import { type ContractRow, openDefectCounts, reviewsOf, signaturesOf } from '#db/repositories/contracts.ts';
import { documentsOf, printsOf } from '#db/repositories/documents.ts';
import { buyersOf, planLinesOf, receiptsOf } from '#db/repositories/subscriptions.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import type { ContractEvent } from '#shared/domain/contracts/events.ts';
import { bareContractFacts, type ContractFacts } from '#shared/domain/contracts/facts.ts';
import { firstPaymentOf } from '#shared/domain/contracts/first-payment.ts';
import type { RuleCode } from '#shared/domain/contracts/preflight/findings.ts';
import { type ReviewStage, reviewStage, signingOrder } from '#shared/domain/contracts/review.ts';
import { copiesOutside } from '#shared/domain/documents/copies.ts';
import { buildPrice } from '#shared/domain/pricing/build-up.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { countingAs, postsHeld } from '../kernel/standing.ts';
import { saleFactsOf, type UnitContext } from '../units/unit-facts.ts';
import { type CheckedContract, checkContract } from './check-contract.ts';
import { filesOfContract } from './contract-files.ts';
import type { Deal } from './deal.ts';

/** What an act on a contract brings with it: what somebody enters now, or what holds once the act is done. */
export type ContractCircumstances = Partial<
  Pick<
    ContractFacts,
    | 'signaturesComplete'
    | 'filingNumberEntered'
    | 'registryDifferences'
    | 'registryClear'
    | 'terminationPapers'
    | 'originalsRecovered'
    | 'loanOpen'
    | 'toReturnFen'
    | 'authorised'
  >
>;

/** The rule that the print waits for, and not the review: the buyers need not have come by then. */
const shownBeforePrint: RuleCode = 'P36';

/** Printed copies of earlier versions of a contract that have not come back. */
export function outstandingCopies(db: ReadDb, contractId: number): number {
  const voided = documentsOf(db, 'contracts', contractId).filter(({ state }) => state === 'voided');
  return copiesOutside(
    printsOf(
      db,
      voided.map(({ id }) => id),
    ).map(({ print }) => print),
  );
}

/** Where the review of a contract stands by the levels of the office. */
export function stageOf({ db, setting }: Pick<UnitContext, 'db' | 'setting'>, row: ContractRow): ReviewStage {
  const reviews = reviewsOf(db, row.id).map(({ review }) => review);
  return reviewStage(setting('approvalPolicy').rules.contractReview, row.reviewRound, reviews);
}

/** Everything that the guards of a contract look at, and what the check found. */
export function gatherContractFacts(
  context: UnitContext,
  client: Database.Database,
  deal: Deal,
  circumstances: ContractCircumstances = {},
): { readonly facts: ContractFacts; readonly checked: CheckedContract; readonly stage: ReviewStage } {
  const { db, today, actor, setting } = context;
  const { row, subscription, unit } = deal;
  const plan = planLinesOf(db, subscription.id);
  const receipts = receiptsOf(db, [subscription.id]).map(({ receipt }) => receipt);
  const checked = checkContract(context, client, deal);
  const stage = stageOf(context, row);
  const { post: asked } = stage;
  const held = actor === undefined ? [] : postsHeld(actor, 'contracts.review');
  const mayReview = asked !== null && held.some((post) => postMayDecide(post, asked));
  const price = buildPrice({
    listPrice: subscription.listPrice,
    innerArea: unit.innerArea,
    builtArea: unit.builtArea,
    basis: setting('priceBasis', subscription.subscribedOn),
    adjustments: subscription.adjustments,
    order: setting('discountOrder', subscription.subscribedOn),
    rounding: setting('priceRounding', subscription.subscribedOn),
  });
  const order = signingOrder(buyersOf(db, [subscription.id]).map(({ customer }) => customer.id));
  const authorised: ContractEvent[] = mayReview ? ['approve'] : [];
  const facts: ContractFacts = {
    ...bareContractFacts(today),
    ...saleFactsOf(db, unit, today),
    dischargeBeforeSigning: setting('dischargeBeforeSigning'),
    actorId: actor?.id ?? null,
    authorIds: countingAs(actor, [row.draftedBy, ...(row.submittedBy === null ? [] : [row.submittedBy])]),
    reviewerIds: countingAs(actor, stage.reviewerIds),
    levelsLeft: stage.levelsLeft,
    authorised,
    subscription: subscription.state,
    priceFen: row.price,
    housePriceFen: price.housePrice,
    filedBand: setting('filedBand', subscription.subscribedOn),
    paymentLinesFen: sumFen([...plan.filter(({ inPrice }) => inPrice).map(({ amount }) => amount)]),
    openPreflight: checked.open.filter(({ rule }) => rule !== shownBeforePrint).length,
    weightyTermsShown: checked.weightyTermsShown,
    openDefects: openDefectCounts(db, [row.id]).get(row.id) ?? 0,
    templateApproved: checked.templateApproved,
    files: filesOfContract(context, deal, checked.draft),
    unchangedSinceReview: row.reviewedHash !== null && row.reviewedHash === checked.hash,
    copiesOutstanding: outstandingCopies(db, row.id),
    firstPaymentFen: firstPaymentOf(plan, subscription.signBy),
    receivedFen: sumFen(receipts.filter(({ state }) => state === 'valid').map(({ amount }) => amount)),
    signaturesComplete: signaturesOf(db, row.id).length === order.length,
    registryClear: row.state !== 'filed',
    ...circumstances,
  };
  return { facts, checked, stage };
}
