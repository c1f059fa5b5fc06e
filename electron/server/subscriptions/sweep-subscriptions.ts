import type { ReadDb } from '#db/access.ts';
import { subscriptionById, unpaidSubscriptions } from '#db/repositories/subscriptions.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { Corridor } from '../kernel/corridor.ts';
import { applySubscriptionEvent } from './apply-subscription-event.ts';

/**
 * Lets agreed subscriptions end of whose deposit nothing has come some days after it was due (custom: the office says how
 * many), one act of the office each: the home is free again. Answers how many ended.
 */
export async function sweepSubscriptions(corridor: Corridor, db: ReadDb, now: number): Promise<number> {
  const today = dayOf(now);
  const ended = await Promise.allSettled(
    unpaidSubscriptions(db, today).map(({ id, dueOn }) =>
      corridor.act({
        procedure: 'office.subscriptionExpires',
        run: (context) => {
          const row = subscriptionById(context.db, id);
          if (row === undefined || row.state !== 'approved') return;
          if (addDays(dueOn, context.setting('depositGraceDays')) >= context.today) return;
          applySubscriptionEvent(context, row, 'expire', { priceAuthorised: true, reason: EXPIRED });
          voidPapersOf(context, 'subscriptions', row.id, EXPIRED);
          context.happened({ kind: 'depositLapsed', noun: 'subscriptions', id: row.id, data: { number: row.number } });
        },
      }),
    ),
  );
  return ended.filter(({ status }) => status === 'fulfilled').length;
}

/** Why it ended, as its record says it. */
const EXPIRED = '定金逾期未付，认购自动失效';
