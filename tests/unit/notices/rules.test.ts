import { describe, expect, it } from 'vitest';
import { hasPermission, type Permission } from '#shared/domain/accounts/permissions.ts';
import { type Post, posts } from '#shared/domain/accounts/posts.ts';
import { type ScopedNoun, shippedScope } from '#shared/domain/accounts/rights.ts';
import { type NoticeFacts, nobodysFacts, noticeNouns } from '#shared/domain/notices/facts.ts';
import { isUnread, nothingRead, readOne, readUpTo } from '#shared/domain/notices/marks.ts';
import { mayOpenRecord, type NoticeKind, noticeFor, noticeKinds, noticeRules } from '#shared/domain/notices/rules.ts';
import { chinese } from '#shared/i18n/index.ts';

const READER = 7;
const OTHER = 8;

/** Somebody of a post as shipped, without a team. */
const reader = (id: number, post: Post, since = 0) => ({
  id,
  posts: [post],
  standsFor: [],
  since,
  can: (permission: Permission) => hasPermission(post, permission),
  sees: (noun: ScopedNoun, ownerId: number | null) => ownerId === id || shippedScope(post, noun) === 'all',
});

const record = { noun: 'contracts', id: 1, consultantId: OTHER, draftedBy: null } as const;

/** Facts in which the reader is everybody who can have to do with a record. */
function everywhere(facts: NoticeFacts): NoticeFacts {
  return {
    ...facts,
    askerId: READER,
    deciderIds: [READER],
    writerIds: [READER],
    givenTo: READER,
    responsibleId: READER,
    besideIds: [READER],
    cashierId: READER,
    importerId: READER,
  };
}

describe('Whom a notice concerns', () => {
  it('is nobody who may not open its record, whatever they have to do with it, for every kind and post', () => {
    for (const kind of noticeKinds)
      for (const post of posts)
        for (const noun of noticeNouns)
          for (const consultantId of [READER, OTHER])
            for (const draftedBy of [READER, OTHER]) {
              const opened = { noun, id: 1, consultantId, draftedBy };
              const facts = { ...everywhere(nobodysFacts(opened)), turn: { post, not: [] } };
              const person = reader(READER, post);
              const how = noticeFor({ kind, actorId: OTHER, at: 1 }, facts, person);
              if (!mayOpenRecord(person, opened)) expect([kind, post, noun, how]).toEqual([kind, post, noun, null]);
            }
  });

  it('asks of a reader what the office asks: a kiosk reads nothing, a consultant no deal of others', () => {
    expect(mayOpenRecord(reader(READER, 'kiosk'), { ...record, consultantId: READER })).toBe(false);
    expect(mayOpenRecord(reader(READER, 'consultant'), record)).toBe(false);
    expect(mayOpenRecord(reader(READER, 'consultant'), { ...record, draftedBy: READER })).toBe(true);
    expect(mayOpenRecord(reader(READER, 'director'), { ...record, noun: 'imports', consultantId: null })).toBe(
      hasPermission('director', 'units.import'),
    );
  });

  it('is never whoever did it, nor anybody who came later', () => {
    for (const kind of noticeKinds) {
      const facts = { ...everywhere(nobodysFacts({ ...record, consultantId: READER })), turn: null };
      const manager = reader(READER, 'manager', 5);
      expect(noticeFor({ kind, actorId: READER, at: 9 }, facts, manager)).toBe(null);
      expect(noticeFor({ kind, actorId: OTHER, at: 4 }, facts, manager)).toBe(null);
    }
  });

  const roles = {
    consultant: { ...nobodysFacts({ ...record, consultantId: READER }) },
    asker: { ...nobodysFacts(record), askerId: READER },
    decider: { ...nobodysFacts(record), deciderIds: [READER] },
    writer: { ...nobodysFacts(record), writerIds: [READER] },
    responsible: { ...nobodysFacts(record), responsibleId: READER },
    beside: { ...nobodysFacts(record), besideIds: [READER] },
    given: { ...nobodysFacts(record), givenTo: READER },
    cashier: { ...nobodysFacts(record), cashierId: READER },
    importer: { ...nobodysFacts(record), importerId: READER },
    awaited: { ...nobodysFacts(record), waitsFor: 'customer' as const },
  } satisfies Record<string, NoticeFacts>;
  it.each([
    ['approved', 'asker', 'tell'],
    ['rejected', 'asker', 'tell'],
    ['rejected', 'decider', 'tell'],
    ['withdrawn', 'decider', 'tell'],
    ['withdrawn', 'asker', null],
    ['contractSentBack', 'writer', 'ask'],
    ['contractSentBack', 'consultant', 'tell'],
    ['contractApproved', 'writer', 'tell'],
    ['contractFiled', 'beside', 'ask'],
    ['caseAssigned', 'given', 'ask'],
    ['caseAssigned', 'responsible', null],
    ['caseReturned', 'responsible', 'ask'],
    ['caseDone', 'beside', 'ask'],
    ['receiptVoided', 'cashier', 'tell'],
    ['undone', 'importer', 'tell'],
    ['imported', 'consultant', null],
  ] as const satisfies readonly (readonly [NoticeKind, keyof typeof roles, 'ask' | 'tell' | null])[])(
    '%s for the %s: %s',
    (kind, role, expected) => {
      // A planning manager's post is asked nothing; what is told comes from the role alone.
      const person = reader(READER, 'finance');
      const facts = roles[role];
      const opened = { ...facts, record: { ...facts.record, noun: 'subscriptions' as const } };
      expect(noticeFor({ kind, actorId: OTHER, at: 1 }, opened, person)).toBe(expected);
    },
  );

  it('asks the post whose turn it is, without those who had a hand in it', () => {
    const facts = { ...nobodysFacts(record), turn: { post: 'supervisor' as const, not: [OTHER] } };
    const event = { kind: 'contractReviewPassed' as const, actorId: 1, at: 1 };
    expect(noticeFor(event, facts, reader(READER, 'supervisor'))).toBe('ask');
    expect(noticeFor(event, facts, reader(OTHER, 'supervisor'))).toBe('tell');
    expect(noticeFor(event, facts, reader(READER, 'manager'))).toBe(null);
  });

  it('has a sentence for each way in which a kind concerns somebody', () => {
    const has = (table: object, name: string) => Object.hasOwn(table, name) || Object.hasOwn(table, `${name}_other`);
    for (const kind of noticeKinds) {
      const definition = noticeRules[kind];
      expect([kind, 'tell' in definition]).toEqual([kind, has(chinese.notices.told, kind)]);
      expect([kind, 'ask' in definition]).toEqual([kind, has(chinese.notices.asked, kind)]);
    }
  });
});

describe('What somebody has read', () => {
  it('is everything up to a notice, and single ones after it', () => {
    const one = readOne(nothingRead, 12);
    expect([11, 12, 13].map((seq) => isUnread(one, seq))).toEqual([true, false, true]);
    expect(readOne(one, 12)).toBe(one);
    const all = readUpTo(one, 12);
    expect(all).toEqual({ readTo: 12, apart: [] });
    expect(readUpTo(readOne(all, 15), 9)).toEqual({ readTo: 12, apart: [15] });
  });
});
