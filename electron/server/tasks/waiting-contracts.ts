import { activeAccounts } from '#db/repositories/accounts.ts';
import { openDefectCounts, reviewsOfMany, signatureCounts } from '#db/repositories/contracts.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import { unsignedContracts } from '#db/repositories/task-facts.ts';
import { postAskedToReview, reviewStage } from '#shared/domain/contracts/review.ts';
import type { ContractFact } from '#shared/domain/tasks/facts.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** Contracts on their way to the last signature, with who has them just now: a handful of queries, however many. */
export function waitingContracts({ db, setting }: Pick<QueryContext, 'db' | 'setting'>): ContractFact[] {
  const rows = unsignedContracts(db);
  const ids = rows.map(({ contractId }) => contractId);
  const reviews = reviewsOfMany(db, ids);
  const defects = openDefectCounts(db, ids);
  const signatures = signatureCounts(db, ids);
  const buyers = buyersOf(
    db,
    rows.filter(({ state }) => state === 'printed').map(({ subscriptionId }) => subscriptionId),
  );
  const rule = setting('approvalPolicy').rules.contractReview;
  const people = activeAccounts(db);
  return rows.map(({ reviewRound, subscriptionId, ...row }) => {
    const given = reviews.filter(({ contractId, round }) => contractId === row.contractId && round === reviewRound);
    const stage = reviewStage(rule, reviewRound, given);
    const authors = [row.draftedBy, ...(row.submittedBy === null ? [] : [row.submittedBy])];
    const notAccountIds = [...authors, ...stage.reviewerIds];
    const { level, levels, post } = stage;
    return {
      ...row,
      returned: row.state === 'draft' && given.some(({ verdict }) => verdict === 'sentBack'),
      openDefects: defects.get(row.contractId) ?? 0,
      review:
        row.state !== 'inReview' || level === null || post === null
          ? null
          : { level, levels, post: postAskedToReview(post, people, notAccountIds), notAccountIds },
      signatures: signatures.get(row.contractId) ?? 0,
      // The seller signs last.
      signers: buyers.filter((buyer) => buyer.subscriptionId === subscriptionId).length + 1,
    };
  });
}
