import { accountById, activeAccounts } from '#db/repositories/accounts.ts';
import { type CaseRow, casesByIds, openCasesOfDeals } from '#db/repositories/cases.ts';
import { reviewsOfMany } from '#db/repositories/contracts.ts';
import {
  cashiersOf,
  contractsOfNotices,
  dealsOfNotices,
  importersOf,
  type NoticeEvent,
  noticeEvents,
  requestsOfNotices,
} from '#db/repositories/notices.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { postAskedToReview, reviewStage } from '#shared/domain/contracts/review.ts';
import { type NoticeFacts, type NoticeRecord, type NoticeTurn, nobodysFacts } from '#shared/domain/notices/facts.ts';
import { NOTICE_DAYS, type NoticeKind } from '#shared/domain/notices/rules.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** More than a busy office does in a week that concerns anybody; beyond it the oldest fall away. */
const MOST_EVENTS = 3_000;

type Params = Record<string, string | number | boolean | null>;

/** An event with whom it concerns, and what its sentence mentions. */
export type GatheredNotice = { readonly event: NoticeEvent; readonly facts: NoticeFacts; readonly params: Params };

/** What the sources of facts share; who is there to decide is asked once. */
type Gathering = Pick<QueryContext<unknown>, 'db' | 'today' | 'setting'> & { readonly people: readonly Decider[] };
type Decider = { readonly id: number; readonly post: Post };
type Deal = ReturnType<typeof dealsOfNotices>[number];

/** What of an event's data a sentence may mention; what people wrote by hand stays on the record. */
const told = [
  'amountFen',
  'receipt',
  'approvalKind',
  'tied',
  'level',
  'levels',
  'defects',
  'filingNumber',
  'caseKind',
  'step',
  'units',
  'changed',
  'records',
  'again',
  'measure',
  'window',
  'count',
  'limit',
  'rows',
  'list',
];

function paramsOf({ data }: NoticeEvent, about: Params): Params {
  const known = told.flatMap((name) => {
    const value = data[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [];
  });
  return { ...Object.fromEntries(known), ...about };
}

function numberIn({ data }: NoticeEvent, name: string): number | null {
  const value = data[name];
  return typeof value === 'number' ? value : null;
}

const aboutDeal = ({ unit, person }: Deal, number: string): Params => ({ unit, person, number });

/**
 * Everything of the last days that may concern somebody, the newest first: the events with the facts of their records, a
 * handful of queries however many. Who asks plays no part yet.
 */
export function gatherNotices({ db, today, setting }: Omit<Gathering, 'people'>): GatheredNotice[] {
  const context = { db, today, setting, people: activeAccounts(db) };
  const all = noticeEvents(db, addDays(today, 1 - NOTICE_DAYS), MOST_EVENTS);
  const of = (noun: string) => all.filter((event) => event.noun === noun);
  const found = new Map<number, Omit<GatheredNotice, 'event'>>();
  const sources = [
    ...[ofSubscriptions, ofExpired, ofContracts, ofCases, ofImports, ofTerminals, ofRights, ofDelegations],
    ...[ofPeople, ofExports, ofAccounts, ofSecondPersons, ofOffice],
  ];
  for (const source of sources) for (const [seq, notice] of source(context, of)) found.set(seq, notice);
  return onceAsked(
    all.flatMap((event) => {
      const known = found.get(event.seq);
      return known === undefined ? [] : [{ event, ...known }];
    }),
  );
}

/** Only the latest event of a record asks whoever decides next: what led there is behind it. */
function onceAsked(notices: readonly GatheredNotice[]): GatheredNotice[] {
  const asked = new Set<string>();
  return notices.map((notice) => {
    const { record, turn } = notice.facts;
    const key = `${record.noun} ${record.id}`;
    if (turn === null) return notice;
    if (asked.has(key)) return { ...notice, facts: { ...notice.facts, turn: null } };
    if (turnKinds.has(notice.event.kind)) asked.add(key);
    return notice;
  });
}

const turnKinds: ReadonlySet<NoticeKind> = new Set([
  'submitted',
  'priceAsked',
  'levelPassed',
  'approved',
  'passedUp',
  'exportAsked',
  'contractSubmitted',
  'contractReviewPassed',
]);

type Events = (noun: string) => NoticeEvent[];
type Found = Iterable<readonly [number, Omit<GatheredNotice, 'event'>]>;
type Request = ReturnType<typeof requestsOfNotices>[number];

function recordOf(noun: NoticeRecord['noun'], id: number, deal: Deal | null, draftedBy: number | null = null) {
  return { noun, id, consultantId: deal?.consultantId ?? null, draftedBy };
}

function ids(list: readonly (number | undefined)[]): number[] {
  return [...new Set(list.filter((one) => one !== undefined))];
}

function byId<Row extends { readonly id: number }>(rows: readonly Row[]): ReadonlyMap<number, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

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

/** Who is asked: the post, or a higher one where all of its people had a hand in it. */
function turnOf({ people }: Gathering, required: NoticeTurn): NoticeTurn | null {
  const post = postAskedToReview(required.post, people, required.not);
  return post === null ? null : { post, not: required.not };
}

function requestFacts(context: Gathering, request: Request | undefined) {
  if (request === undefined) return {};
  const { requestedBy, deciderIds, state, requiredPost } = request;
  const turn = { post: requiredPost, not: [requestedBy, ...deciderIds] };
  return { askerId: requestedBy, deciderIds, turn: state === 'pending' ? turnOf(context, turn) : null };
}

function* ofSubscriptions(context: Gathering, events: Events): Found {
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
function* ofExpired(context: Gathering, events: Events): Found {
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

function* ofContracts(context: Gathering, events: Events): Found {
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

function* ofCases(context: Gathering, events: Events): Found {
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

function* ofImports({ db }: Gathering, events: Events): Found {
  const own = events('imports');
  const rows = byId(importersOf(db, ids(own.map(({ subjectId }) => subjectId))));
  for (const event of own) {
    const row = rows.get(event.subjectId);
    if (row === undefined) continue;
    const facts = { ...nobodysFacts(recordOf('imports', row.id, null)), importerId: row.importerId };
    yield [event.seq, { facts, params: paramsOf(event, { unit: null, person: null, number: row.fileName }) }];
  }
}

/** A terminal is called what it was called then: the same PC may have another name by now. */
function* ofTerminals(_context: Gathering, events: Events): Found {
  for (const event of events('terminals')) {
    const facts = nobodysFacts(recordOf('terminals', event.subjectId, null));
    yield [event.seq, { facts, params: paramsOf(event, { unit: null, person: null, number: nameIn(event) }) }];
  }
}

/** Events of people: who read how much of what, and lists that somebody wants to take along. */
function* ofPeople(context: Gathering, events: Events): Found {
  const { db } = context;
  const own = events('accounts');
  const asked = ids(own.map((event) => numberIn(event, 'approvalId') ?? undefined));
  const requests = byId(requestsOfNotices(db, { ids: asked }));
  for (const event of own) {
    const person = accountById(db, event.subjectId)?.name ?? null;
    const params = paramsOf(event, { unit: null, person, number: null });
    const request = requests.get(numberIn(event, 'approvalId') ?? 0);
    if (event.kind === 'readUnusually') {
      const record = recordOf('readings', event.subjectId, null);
      yield [event.seq, { facts: { ...nobodysFacts(record), givenTo: event.subjectId }, params }];
    } else if (request !== undefined) {
      const facts = { ...nobodysFacts(recordOf('approvals', request.id, null)), ...requestFacts(context, request) };
      yield [event.seq, { facts, params }];
    }
  }
}

/**
 * One's own records that left in large numbers, where other exports concern nobody or somebody agreed to them; and data
 * that are due to be deleted.
 */
function* ofExports(_context: Gathering, events: Events): Found {
  for (const event of events('office')) {
    const large = (event.kind === 'exported' || event.kind === 'listPrinted') && event.data['large'] === true;
    if (!large && event.kind !== 'retentionDue') continue;
    const facts = nobodysFacts(recordOf('readings', event.actorId ?? 0, null));
    yield [event.seq, { facts, params: paramsOf(event, { unit: null, person: event.by, number: null }) }];
  }
}

/** What happened to the way into an account. */
function* ofAccounts({ db }: Gathering, events: Events): Found {
  for (const event of events('accounts')) {
    if (event.kind === 'readUnusually' || event.kind === 'postAsked' || numberIn(event, 'approvalId') !== null)
      continue;
    const askerId = numberIn(event, 'askedBy');
    const facts = { ...nobodysFacts(recordOf('accounts', event.subjectId, null)), askerId };
    const person = accountById(db, event.subjectId)?.name ?? null;
    // Whoever helped was nobody yet at that window: the event names them.
    const helper = accountById(db, numberIn(event, 'by') ?? 0)?.name ?? null;
    yield [event.seq, { facts, params: paramsOf(event, { unit: null, person, number: null, helper }) }];
  }
}

function nameIn({ data }: NoticeEvent): string | null {
  return typeof data['name'] === 'string' ? data['name'] : null;
}

/** What concerns the office as a whole: its log. */
function* ofOffice(_context: Gathering, events: Events): Found {
  for (const event of events('office')) {
    if (event.kind !== 'logCut') continue;
    yield [
      event.seq,
      {
        facts: nobodysFacts(recordOf('office', 1, null)),
        params: paramsOf(event, { name: String(event.data['place'] ?? '') }),
      },
    ];
  }
}

/** Dangerous rights that wait for a second person, or that the second person refused: both open the page of rights. */
function* ofSecondPersons({ db }: Gathering, events: Events): Found {
  const asked = [...events('rightsRequests'), ...events('accounts').filter(({ kind }) => kind === 'postAsked')];
  for (const event of asked) {
    const askerId = numberIn(event, 'askedBy') ?? event.actorId;
    const facts = { ...nobodysFacts(recordOf('settings', event.subjectId, null)), askerId };
    const name = event.kind === 'postAsked' ? (accountById(db, event.subjectId)?.name ?? null) : null;
    const params = { unit: null, person: null, number: null, name, asker: event.by };
    yield [event.seq, { facts, params: paramsOf(event, params) }];
  }
}

function* ofRights(_context: Gathering, events: Events): Found {
  for (const event of events('settings')) {
    if (event.kind !== 'rightsChanged') continue;
    const facts = nobodysFacts(recordOf('settings', event.subjectId, null));
    const changes: unknown = event.data['changes'];
    const count = Array.isArray(changes) ? changes.length : 0;
    yield [
      event.seq,
      { facts, params: { ...paramsOf(event, { unit: null, person: null, number: null }), changed: count } },
    ];
  }
}

function* ofDelegations({ db }: Gathering, events: Events): Found {
  for (const event of events('delegations')) {
    const lenderId = numberIn(event, 'fromId');
    const delegateId = numberIn(event, 'toId');
    const name = (id: number | null) => (id === null ? null : (accountById(db, id)?.name ?? null));
    const facts = { ...nobodysFacts(recordOf('delegations', event.subjectId, null)), lenderId, delegateId };
    const { fromOn, toOn } = event.data;
    const days = typeof fromOn === 'string' && typeof toOn === 'string' ? { fromOn, toOn } : {};
    const params = { lender: name(lenderId), delegate: name(delegateId), ...days };
    yield [event.seq, { facts, params: paramsOf(event, { unit: null, person: null, number: null, ...params }) }];
  }
}
