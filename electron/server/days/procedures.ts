import type { OpenDatabase } from '#db/connection.ts';
import { keyedHash } from '#db/personal.ts';
import { signedChecks } from '#db/repositories/control.ts';
import { nextNumber } from '#db/repositories/counters.ts';
import { closedDays, closingFacts, dayById, figuresBetween, lastClosedSeq, newestDay } from '#db/repositories/days.ts';
import { headOf } from '#db/repositories/events.ts';
import { judgeKept } from '#db/repositories/log-check.ts';
import { days } from '#db/schema/days.ts';
import type { days as daysApi } from '#shared/api/days.ts';
import { closeRefusal, daysToClose, reopenRefusal } from '#shared/domain/days/closing.ts';
import { typedHash } from '#shared/domain/events/heads.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import type { OfficeKeys } from '../keys.ts';

/** As many days as anybody looks back on one page. */
const SHOWN = 400;

/** What closing days needs besides the transaction. */
export type DayPorts = {
  readonly database: OpenDatabase;
  readonly keys: Pick<OfficeKeys, 'days'>;
  /** Runs after a day was closed. */
  readonly dayClosed: () => void;
};

/** The seal of a closed day: who has only the file can't make it. */
export function sealOfDay(
  key: Uint8Array,
  {
    day,
    closings,
    seq,
    hash,
  }: { readonly day: LocalDate; readonly closings: number; readonly seq: number; readonly hash: string },
): string {
  return keyedHash(key, JSON.stringify([day, closings, seq, hash]));
}

/** Handlers of the days of the office. */
export function daysHandlers({ database, keys, dayClosed }: DayPorts): Handlers<typeof daysApi> {
  const { client } = database;
  const figuresOf = ({ db }: Pick<QueryContext, 'db'>, day: LocalDate) => {
    const { seq, hash } = headOf(client);
    return { seq, hash, figures: figuresBetween(client, { after: lastClosedSeq(db, day), upTo: seq }, day) };
  };

  return {
    list: (context) => {
      const { db, today, can } = context;
      const facts = closingFacts(db, today);
      const [day, ...behind] = daysToClose(facts);
      const forbidden: Refusal = { code: 'FORBIDDEN' };
      const checks = signedChecks(db);
      return {
        next:
          day === undefined
            ? null
            : {
                day,
                figures: figuresOf(context, day).figures,
                behind: behind.length,
                can: { close: can('days.close') ? true : forbidden },
              },
        days: closedDays(db, SHOWN).map(({ row, closer, reopener }) => {
          const { reopenedAt, reopenReason: reason } = row;
          return {
            id: row.id,
            day: row.day,
            number: row.number,
            state: row.state,
            closings: row.closings,
            closedAt: row.closedAt,
            closedBy: closer,
            seq: row.seq,
            head: row.head,
            figures: row.figures,
            check: checks.get(row.day) ?? null,
            reopened: reopenedAt === null ? null : { at: reopenedAt, by: reopener ?? '', reason },
            can: {
              reopen: can('days.reopen') ? (reopenRefusal(facts.newest, row) ?? true) : forbidden,
              issue: can('documents.issue') ? true : forbidden,
            },
            version: row.version,
          };
        }),
      };
    },

    close: (context, { day }) => {
      const { db, tx, actor, now, today, happened, afterCommit } = context;
      const facts = closingFacts(db, today);
      const refused = closeRefusal(facts, day);
      if (refused !== undefined) throw DomainError.from(refused);
      const { seq, hash, figures } = figuresOf(context, day);
      const before = facts.newest?.day === day ? facts.newest : undefined;
      const closings = (before?.closings ?? 0) + 1;
      const seal = sealOfDay(keys.days, { day, closings, seq, hash });
      const closed = {
        state: 'closed',
        closings,
        closedAt: now,
        closedBy: actor.id,
        seq,
        head: hash,
        seal,
        figures,
      } as const;
      const row =
        before === undefined
          ? tx.insert(days, { day, number: nextNumber(tx, 'RJ', Number(day.slice(0, 4))), ...closed })
          : tx.update(days, before.id, closed);
      happened({ kind: 'dayClosed', noun: 'days', id: row.id, data: { day, number: row.number, seq, head: hash } });
      afterCommit(dayClosed);
      return { dayId: row.id, number: row.number };
    },

    reopen: (context, { dayId, version, reason }) => {
      const { db, tx, actor, now, happened } = context;
      const row = dayById(db, dayId);
      if (row === undefined) throw new DomainError('NOT_FOUND');
      const refused = reopenRefusal(newestDay(db), row);
      if (refused !== undefined) throw DomainError.from(refused);
      const after = tx.update(
        days,
        dayId,
        { state: 'reopened', reopenedAt: now, reopenedBy: actor.id, reopenReason: reason },
        version,
      );
      voidPapersOf(context, 'days', dayId, reason);
      happened({ kind: 'dayReopened', noun: 'days', id: dayId, data: { day: row.day, number: row.number, reason } });
      return { state: after.state };
    },

    checkHead: (_context, { seq, hash }) => {
      const typed = typedHash(hash);
      if (typed === undefined) throw new DomainError('HEAD_UNREADABLE');
      const verdict = judgeKept(client, { seq, hash: typed });
      const at = client.prepare<[number], number>('select recorded_at from events where seq = ?').pluck().get(seq);
      return { verdict: verdict === 'otherOffice' ? 'changed' : verdict, events: headOf(client).seq, at: at ?? null };
    },
  };
}
