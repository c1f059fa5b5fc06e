import { type listContracts, openDefectCounts, reviewsOfMany } from '#db/repositories/contracts.ts';
import { buyersOf, receiptsOf } from '#db/repositories/subscriptions.ts';
import { reviewStage } from '#shared/domain/contracts/review.ts';
import { namedPlan } from '#shared/domain/plans/naming.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { grouped } from '#shared/kernel/grouped.ts';
import { sumFen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Listed = ReturnType<typeof listContracts>[number];

/** Contracts as rows of a list: a handful of queries, however many. */
export function presentContracts({ db, setting }: Pick<QueryContext, 'db' | 'setting'>, listed: readonly Listed[]) {
  const ids = listed.map(({ contract }) => contract.id);
  const deals = listed.map(({ contract }) => contract.subscriptionId);
  const buyers = grouped(buyersOf(db, deals), ({ subscriptionId }) => subscriptionId);
  const receipts = grouped(
    receiptsOf(db, deals).filter(({ receipt }) => receipt.state === 'valid'),
    ({ subscriptionId }) => subscriptionId,
  );
  const reviews = grouped(reviewsOfMany(db, ids), ({ contractId }) => contractId);
  const defects = openDefectCounts(db, ids);
  const rule = setting('approvalPolicy').rules.contractReview;
  return listed.map(({ contract, subscription, consultant, drafter, ...unit }) => {
    const stage = reviewStage(rule, contract.reviewRound, reviews.get(contract.id) ?? []);
    return {
      id: contract.id,
      number: contract.number,
      state: contract.state,
      subscriptionId: subscription.id,
      subscription: subscription.number,
      unitId: contract.unitId,
      unit: unitLabel(unit),
      buyers: (buyers.get(subscription.id) ?? []).map(({ customer }) => customer.name).join('、'),
      consultant: { id: subscription.consultantId, name: consultant },
      draftedBy: { id: contract.draftedBy, name: drafter },
      draftedOn: contract.draftedOn,
      signBy: subscription.signBy,
      signedOn: contract.signedOn,
      ...namedPlan(subscription),
      price: contract.price,
      received: sumFen((receipts.get(subscription.id) ?? []).map(({ receipt }) => receipt.amount)),
      review:
        contract.state === 'inReview' && stage.level !== null && stage.post !== null
          ? { level: stage.level, levels: stage.levels, post: stage.post }
          : null,
      openDefects: defects.get(contract.id) ?? 0,
      filingNumber: contract.filingNumber,
      filedOn: contract.filedOn,
    };
  });
}
