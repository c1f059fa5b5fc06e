import type { ReadDb } from '#db/access.ts';
import { latestApprovalOf, sentBackOver, subscriptionById } from '#db/repositories/subscriptions.ts';
import type { Corridor } from '../kernel/corridor.ts';
import { applySubscriptionEvent } from './apply-subscription-event.ts';

/** Lets subscriptions end that were sent back and not sent in again in time, one act of the office each: the home is free. */
export async function sweepSentBack(corridor: Corridor, db: ReadDb, now: number): Promise<number> {
  const ended = await Promise.allSettled(
    sentBackOver(db, now).map(({ id }) =>
      corridor.act({
        procedure: 'office.sentBackExpires',
        run: (context) => {
          const row = subscriptionById(context.db, id);
          const request = latestApprovalOf(context.db, id);
          if (row?.state !== 'draft' || request?.state !== 'returned') return;
          applySubscriptionEvent(context, row, 'cancel', { priceAuthorised: true, reason: request.opinion });
          context.happened({ kind: 'expired', noun: 'subscriptions', id });
        },
      }),
    ),
  );
  return ended.filter(({ status }) => status === 'fulfilled').length;
}
