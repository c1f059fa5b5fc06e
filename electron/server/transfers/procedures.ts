import { nextNumber } from '#db/repositories/counters.ts';
import {
  linesOfTransfers,
  newestTransfers,
  type TransferWithPeople,
  transferById,
} from '#db/repositories/transfers.ts';
import { transferLines, transfers } from '#db/schema/transfers.ts';
import type { transfers as transfersApi } from '#shared/api/transfers.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { type Department, departmentOf, departments } from '#shared/domain/custody/places.ts';
import {
  answerDue,
  inTransferView,
  type TransferView,
  transferActs,
  transferRefusal,
  transferRules,
  transferViews,
} from '#shared/domain/transfers/transfers.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';

/** As many transfers as anybody looks back on. */
const SHOWN = 400;

function departmentsOf(posts: readonly Post[]): Department[] {
  return departments.filter((department) => posts.some((post) => departmentOf(post) === department));
}

function canOf(context: QueryContext, { row }: TransferWithPeople): Record<string, true | Refusal> {
  const person = { id: context.actor.id, posts: context.postsFor('transfers.write') };
  const possible = transferActs.filter((act) => transferRules[act].from === row.state);
  return Object.fromEntries(possible.map((act) => [act, transferRefusal(row, act, person) ?? true]));
}

/** Handlers of the transfer book. */
export const transfersHandlers: Handlers<typeof transfersApi> = {
  list: (context, { view, text }) => {
    const { db, today, setting } = context;
    const days = setting('transferAnswerDays');
    const found = newestTransfers(db, SHOWN);
    const lines = linesOfTransfers(
      db,
      found.map(({ row }) => row.id),
    );
    const mine = departmentsOf(context.postsFor('transfers.write'));
    const wanted = text.toLowerCase();
    const rows = found.map((transfer) => {
      const { row, sender, answerer } = transfer;
      const sentOn = dayOf(row.sentAt);
      return {
        id: row.id,
        number: row.number,
        from: row.fromDepartment,
        to: row.toDepartment,
        state: row.state,
        sentBy: sender,
        sentAt: row.sentAt,
        sentOn,
        dueOn: row.state === 'sent' ? answerDue(sentOn, days) : null,
        answeredBy: answerer ?? '',
        answeredAt: row.answeredAt,
        signer: row.signer,
        answer: row.answer,
        lines: lines
          .filter(({ transferId }) => transferId === row.id)
          .map(({ kind, title, reference, copies, pages }) => ({ kind, title, reference, copies, pages })),
        can: canOf(context, transfer),
        version: row.version,
      };
    });
    const searched = rows.filter(({ number, lines: own }) =>
      [number, ...own.flatMap(({ title, reference }) => [title, reference])].join(' ').toLowerCase().includes(wanted),
    );
    const shows = (one: TransferView) => (row: (typeof rows)[number]) =>
      inTransferView(one, { ...row, toDepartment: row.to }, mine, today, days);
    return {
      counts: Object.fromEntries(transferViews.map((one) => [one, searched.filter(shows(one)).length])) as Record<
        TransferView,
        number
      >,
      rows: searched.filter(shows(view)),
      mine,
    };
  },

  send: (context, { from, to, lines }) => {
    const { tx, actor, now, today, happened } = context;
    if (!departmentsOf(context.postsFor('transfers.write')).includes(from)) throw new DomainError('TRANSFER_OF_OTHERS');
    if (from === to) throw new DomainError('TRANSFER_TO_ITSELF');
    const { id, number } = tx.insert(transfers, {
      number: nextNumber(tx, 'CD', Number(today.slice(0, 4))),
      fromDepartment: from,
      toDepartment: to,
      sentBy: actor.id,
      sentAt: now,
    });
    for (const [index, line] of lines.entries())
      tx.insert(transferLines, { ...line, transferId: id, position: index + 1 });
    happened({ kind: 'transferSent', noun: 'transfers', id, data: { number, lines: lines.length } });
    return { transferId: id, number };
  },

  answer: (context, { transferId, version, act, signer, reason }) => {
    const { db, tx, actor, now, happened } = context;
    const found = transferById(db, transferId);
    if (found === undefined) throw new DomainError('NOT_FOUND');
    const person = { id: actor.id, posts: context.postsFor('transfers.write') };
    const refused = transferRefusal(found.row, act, person);
    if (refused !== undefined) throw DomainError.from(refused);
    const { to, needs } = transferRules[act];
    if (needs === 'reason' && reason === '') throw new DomainError('TRANSFER_REASON_MISSING');
    if (needs === 'name' && signer === '') throw new DomainError('TRANSFER_SIGNER_MISSING');
    const after = tx.update(
      transfers,
      transferId,
      {
        state: to,
        answeredBy: actor.id,
        answeredAt: now,
        signer: needs === 'name' ? signer : '',
        answer: needs === 'reason' ? reason : '',
      },
      version,
    );
    happened({ kind: 'transferAnswered', noun: 'transfers', id: transferId, data: { number: after.number, act } });
    return { state: after.state };
  },
};
