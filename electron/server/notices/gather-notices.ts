import { activeAccounts } from '#db/repositories/accounts.ts';
import { noticeEvents } from '#db/repositories/notices.ts';
import { NOTICE_DAYS, type NoticeKind } from '#shared/domain/notices/rules.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import type { GatheredNotice, Gathering } from './gathering.ts';
import { ofCases, ofContracts, ofExpired, ofSubscriptions } from './notices-of-deals.ts';
import {
  ofAccounts,
  ofDelegations,
  ofExports,
  ofImports,
  ofOffice,
  ofPeople,
  ofRights,
  ofSecondPersons,
  ofTerminals,
} from './notices-of-office.ts';

/** More than a busy office does in a week that concerns anybody; beyond it the oldest fall away. */
const MOST_EVENTS = 3_000;

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
