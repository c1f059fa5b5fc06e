import { type CaseRow, casesByIds, openCasesOfDeals } from '#db/repositories/cases.ts';
import { reviewsOfMany } from '#db/repositories/contracts.ts';
import { cashiersOf, contractsOfNotices, dealsOfNotices, requestsOfNotices } from '#db/repositories/notices.ts';
import { reviewStage } from '#shared/domain/contracts/review.ts';
import { nobodysFacts } from '#shared/domain/notices/facts.ts';
import {
  aboutDeal,
  byId,
  type Deal,
  type Events,
  type Found,
  type Gathering,
  ids,
  numberIn,
  paramsOf,
  recordOf,
  requestFacts,
  turnOf,
} from './gathering.ts';

function byDeal(open: readonly CaseRow[]): ReadonlyMap<number, readonly CaseRow[]> {
  const cases = new Map<number, CaseRow[]>();
  for (const one of open) cases.set(one.subscriptionId, [...(cases.get(one.subscriptionId) ?? []), one]);
  return cases;
}

/** Who is responsible for cases, one of them left out. */
function responsiblesOf(cases: readonly CaseRow[] | undefined, exceptId: number | null): number[] {
  return (cases ?? []).flatMap(({ id, responsibleId }) =>
    id === exceptId || responsibleId === null ? [] : [responsibleId],
  );
}

function dealsBy({ db }: Gathering, list: readonly number[]): ReadonlyMap<number, Deal> {
  return byId(dealsOfNotices(db, list));
}

/** Events of deals: their requests, money and ends. */
export function* ofSubscriptions(context: Gathering, events: Events): Found {
  const { db } = context;
  const own = events('subscriptions');
  const subjects = ids(own.map(({ subjectId }) => subjectId));
  const deals = dealsBy(context, subjects);
  const requests = requestsOfNotices(db, { subjectIds: subjects });
  const byNumber = byId(requests);
  // The oldest first: what stays is the newest request of each.
  const newest = new Map(requests.map((request) => [request.subjectId, request]));
  const cashiers = cashiersOf(
    db,
    own.flatMap(({ kind, data }) => (kind === 'receiptVoided' ? [String(data['receipt'])] : [])),
  );
  for (const event of own) {
    const deal = deals.get(event.subjectId);
    if (deal === undefined) continue;
    const approvalId = numberIn(event, 'approvalId');
    const request = approvalId === null ? newest.get(deal.id) : byNumber.get(approvalId);
    const facts = {
      ...nobodysFacts(recordOf('subscriptions', deal.id, deal)),
      ...requestFacts(context, request),
      cashierId: cashiers.get(String(event.data['receipt'])) ?? null,
    };
    yield [event.seq, { facts, params: paramsOf(event, aboutDeal(deal, deal.number)) }];
  }
}

/** A request that ran out is an event of the request itself; what people open is its subscription. */
export function* ofExpired(context: Gathering, events: Events): Found {
  const own = events('approvals');
  const requests = byId(requestsOfNotices(context.db, { ids: ids(own.map(({ subjectId }) => subjectId)) }));
  const deals = dealsBy(context, ids([...requests.values()].map(({ subjectId }) => subjectId)));
  for (const event of own) {
    const request = requests.get(event.subjectId);
    const deal = request?.noun === 'subscriptions' ? deals.get(request.subjectId) : undefined;
    if (request === undefined || deal === undefined) continue;
    const facts = {
      ...nobodysFacts(recordOf('subscriptions', deal.id, deal)),
      ...requestFacts(context, request),
    };
    const params = paramsOf(event, { ...aboutDeal(deal, deal.number), approvalKind: request.kind });
    yield [event.seq, { facts, params }];
  }
}

/** Events of contracts: whose turn it is to review, who wrote them, who works beside. */
export function* ofContracts(context: Gathering, events: Events): Found {
  const { db, setting } = context;
  const own = events('contracts');
  const rows = contractsOfNotices(db, ids(own.map(({ subjectId }) => subjectId)));
  const known = byId(rows);
  const deals = dealsBy(context, ids(rows.map(({ subscriptionId }) => subscriptionId)));
  const waiting = rows.filter(({ state }) => state === 'inReview').map(({ id }) => id);
  const reviews = reviewsOfMany(db, waiting);
  const open = byDeal(openCasesOfDeals(db, ids(rows.map(({ subscriptionId }) => subscriptionId))));
  const rule = setting('approvalPolicy').rules.contractReview;
  for (const event of own) {
    const row = known.get(event.subjectId);
    const deal = row === undefined ? undefined : deals.get(row.subscriptionId);
    if (row === undefined || deal === undefined) continue;
    const writerIds = [row.draftedBy, ...(row.submittedBy === null ? [] : [row.submittedBy])];
    const given = reviews.filter(({ contractId, round }) => contractId === row.id && round === row.reviewRound);
    const stage = reviewStage(rule, row.reviewRound, given);
    const asked = row.state !== 'inReview' || stage.post === null ? null : stage.post;
    const facts = {
      ...nobodysFacts(recordOf('contracts', row.id, deal, row.draftedBy)),
      writerIds,
      turn: asked === null ? null : turnOf(context, { post: asked, not: [...writerIds, ...stage.reviewerIds] }),
      besideIds: responsiblesOf(open.get(deal.id), null),
    };
    yield [event.seq, { facts, params: paramsOf(event, aboutDeal(deal, row.number)) }];
  }
}

/** Events of cases: who they were given to, and who works beside. */
export function* ofCases(context: Gathering, events: Events): Found {
  const { db, setting } = context;
  const own = events('cases');
  const rows = casesByIds(db, ids(own.map(({ subjectId }) => subjectId)));
  const known = byId(rows);
  const subjects = ids(rows.map(({ subscriptionId }) => subscriptionId));
  const deals = dealsBy(context, subjects);
  const open = byDeal(openCasesOfDeals(db, subjects));
  for (const event of own) {
    const row = known.get(event.subjectId);
    const deal = row === undefined ? undefined : deals.get(row.subscriptionId);
    if (row === undefined || deal === undefined) continue;
    const step = setting('caseDefinitions')[row.kind].steps.find((one) => one.step === event.data['step']);
    const facts = {
      ...nobodysFacts(recordOf('cases', row.id, deal)),
      givenTo: numberIn(event, 'personId'),
      responsibleId: row.responsibleId,
      waitsFor: step?.waitsFor ?? null,
      besideIds: responsiblesOf(open.get(deal.id), row.id),
    };
    yield [event.seq, { facts, params: paramsOf(event, aboutDeal(deal, deal.number)) }];
  }
}
