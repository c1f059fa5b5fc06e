import type { z } from 'zod';
import { noticesToCollect, originalsOf } from '#db/repositories/custody.ts';
import { collectNotices } from '#db/schema/custody.ts';
import type { custody as custodyApi } from '#shared/api/custody.ts';
import { noticeRefusal } from '#shared/domain/custody/collect.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { ownContract } from '../contracts/deal.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';

/** Why the buyers of a contract are not told to collect; undefined where a copy of theirs is ready. */
export function collectRefusal({ db }: Pick<QueryContext, 'db'>, contractId: number): Refusal | undefined {
  return noticeRefusal(originalsOf(db, contractId).map(({ original }) => original));
}

/** Enters that the buyers were told, how and until when they are expected. */
export function noticeToCollect(
  context: CommandContext,
  { contractId, channel, collectBy, note }: z.output<(typeof custodyApi)['notify']['input']>,
): { noticeId: number } {
  const { tx, today, actor, happened } = context;
  const { row } = ownContract(context, contractId);
  const refused = collectRefusal(context, contractId);
  if (refused !== undefined) throw DomainError.from(refused);
  if (collectBy < today) throw new DomainError('COLLECT_DAY_PAST');
  const values = { contractId, channel, collectBy, note, noticedOn: today, noticedBy: actor.id };
  const notice = tx.insert(collectNotices, values);
  happened({ kind: 'collectNoticed', noun: 'contracts', id: contractId, data: { number: row.number, channel } });
  return { noticeId: notice.id };
}

/** What the buyers of a contract were told, the newest first. */
export function presentNotices({ db }: Pick<QueryContext, 'db'>, contractId: number) {
  return noticesToCollect(db, contractId).map(({ notice, by }) => ({
    id: notice.id,
    on: notice.noticedOn,
    channel: notice.channel,
    collectBy: notice.collectBy,
    note: notice.note,
    by,
  }));
}
