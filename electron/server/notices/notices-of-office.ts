import { accountById } from '#db/repositories/accounts.ts';
import { importersOf, type NoticeEvent, requestsOfNotices } from '#db/repositories/notices.ts';
import { nobodysFacts } from '#shared/domain/notices/facts.ts';
import {
  byId,
  type Events,
  type Found,
  type Gathering,
  ids,
  numberIn,
  paramsOf,
  recordOf,
  requestFacts,
} from './gathering.ts';

/** Imports, told to whoever began them. */
export function* ofImports({ db }: Gathering, events: Events): Found {
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
export function* ofTerminals(_context: Gathering, events: Events): Found {
  for (const event of events('terminals')) {
    const facts = nobodysFacts(recordOf('terminals', event.subjectId, null));
    yield [event.seq, { facts, params: paramsOf(event, { unit: null, person: null, number: nameIn(event) }) }];
  }
}

/** Events of people: who read how much of what, and lists that somebody wants to take along. */
export function* ofPeople(context: Gathering, events: Events): Found {
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
export function* ofExports(_context: Gathering, events: Events): Found {
  for (const event of events('office')) {
    const large = (event.kind === 'exported' || event.kind === 'listPrinted') && event.data['large'] === true;
    if (!large && event.kind !== 'retentionDue') continue;
    const facts = nobodysFacts(recordOf('readings', event.actorId ?? 0, null));
    yield [event.seq, { facts, params: paramsOf(event, { unit: null, person: event.by, number: null }) }];
  }
}

/** What happened to the way into an account. */
export function* ofAccounts({ db }: Gathering, events: Events): Found {
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
export function* ofOffice(_context: Gathering, events: Events): Found {
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
export function* ofSecondPersons({ db }: Gathering, events: Events): Found {
  const asked = [...events('rightsRequests'), ...events('accounts').filter(({ kind }) => kind === 'postAsked')];
  for (const event of asked) {
    const askerId = numberIn(event, 'askedBy') ?? event.actorId;
    const facts = { ...nobodysFacts(recordOf('settings', event.subjectId, null)), askerId };
    const name = event.kind === 'postAsked' ? (accountById(db, event.subjectId)?.name ?? null) : null;
    const params = { unit: null, person: null, number: null, name, asker: event.by };
    yield [event.seq, { facts, params: paramsOf(event, params) }];
  }
}

/** Changes of the rights. */
export function* ofRights(_context: Gathering, events: Events): Found {
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

/** Whoever stands in for somebody. */
export function* ofDelegations({ db }: Gathering, events: Events): Found {
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
