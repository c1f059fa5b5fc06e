import type { OpenDatabase } from '#db/connection.ts';
import { accountById } from '#db/repositories/accounts.ts';
import { headOf } from '#db/repositories/events.ts';
import { lostActsOf, noticeMarkOf } from '#db/repositories/notices.ts';
import { noticeMarks } from '#db/schema/notices.ts';
import type { notices as noticesApi } from '#shared/api/notices.ts';
import { isUnread, type NoticeMark, nothingRead, readOne, readUpTo } from '#shared/domain/notices/marks.ts';
import { noticeFor } from '#shared/domain/notices/rules.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { gatherNotices } from './gather-notices.ts';
import type { GatheredNotice } from './gathering.ts';

/** As many as anybody reads at once; the count of unread ones goes on. */
const SHOWN = 100;

/** Handlers of what concerns each person. */
export function noticesHandlers({ client }: OpenDatabase): Handlers<typeof noticesApi> {
  // Every window asks after the same event: its facts are gathered once, and who they concern is told for each.
  let known: { readonly key: string; readonly notices: readonly GatheredNotice[] } = { key: '', notices: [] };

  function gathered(context: QueryContext): readonly GatheredNotice[] {
    const key = `${headOf(client).seq} ${context.today}`;
    if (known.key !== key) known = { key, notices: gatherNotices(context) };
    return known.notices;
  }

  function ownNotices(context: QueryContext) {
    const { db, actor, can, sees } = context;
    const since = accountById(db, actor.id)?.createdAt ?? context.now;
    const lent = actor.actingFor.map(({ post }) => post);
    const standsFor = actor.actingFor.map(({ accountId }) => accountId);
    const reader = { id: actor.id, posts: [actor.post, ...lent], standsFor, since, can, sees };
    return gathered(context).flatMap((notice) => {
      const how = noticeFor(notice.event, notice.facts, reader);
      return how === null ? [] : [{ ...notice, asks: how === 'ask' }];
    });
  }

  function mark({ db, tx, actor, happened }: CommandContext, change: (mark: NoticeMark) => NoticeMark): void {
    const row = noticeMarkOf(db, actor.id);
    const before = row ?? nothingRead;
    const after = change(before);
    if (after.readTo === before.readTo && after.apart.length === before.apart.length) return;
    const { readTo, apart } = after;
    if (row === undefined) tx.insert(noticeMarks, { accountId: actor.id, readTo, apart });
    else tx.update(noticeMarks, row.id, { readTo, apart });
    happened({ kind: 'noticesRead', noun: 'accounts', id: actor.id });
  }

  return {
    list: (context) => {
      const own = ownNotices(context);
      const read = noticeMarkOf(context.db, context.actor.id) ?? nothingRead;
      return {
        unread: own.filter(({ event }) => isUnread(read, event.seq)).length,
        newest: own[0]?.event.seq ?? 0,
        rows: own.slice(0, SHOWN).map(({ event, facts, params, asks }) => ({
          seq: event.seq,
          at: event.at,
          kind: event.kind,
          asks,
          unread: isUnread(read, event.seq),
          by: event.by,
          noun: facts.record.noun,
          subjectId: facts.record.id,
          params,
        })),
      };
    },

    lostActs: ({ db, actor }) => lostActsOf(db, actor.id),

    // What comes after this very moment was not there to be read.
    readAll: (context, { upTo }) => {
      mark(context, (before) => readUpTo(before, Math.min(upTo, headOf(client).seq)));
      return {};
    },

    readOne: (context, { seq }) => {
      if (!ownNotices(context).some(({ event }) => event.seq === seq)) throw new DomainError('NOT_FOUND');
      mark(context, (before) => readOne(before, seq));
      return {};
    },
  };
}
