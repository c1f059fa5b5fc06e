import type { OpenDatabase } from '#db/connection.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Corridor } from '../kernel/corridor.ts';
import { giveConsents } from './consents.ts';

/** So many at once that nobody waits for it. */
const AT_ONCE = 500;

type Missing = { readonly customerId: number; readonly on: LocalDate; readonly takenBy: number };

/** Buyers whose subscription says that they agreed, from before each had a record of their own. */
function missing({ client }: OpenDatabase): Missing[] {
  return client
    .prepare<[number], Missing>(
      `select buyer.customer_id as customerId, min(deal.subscribed_on) as "on", deal.consultant_id as takenBy
         from subscriptions deal join subscription_buyers buyer on buyer.subscription_id = deal.id
         where deal.consent = 1 and not exists (
           select 1 from consents where consents.customer_id = buyer.customer_id and purpose = 'sensitive')
         group by buyer.customer_id limit ?`,
    )
    .all(AT_ONCE);
}

/**
 * Gives what subscriptions of earlier versions said in one word its lines in the register of consents, as acts of the
 * office, so that the log tells where they come from. Asked once at each opening; finds nothing from the second on.
 */
export async function takeOverConsents(corridor: Corridor, database: OpenDatabase): Promise<number> {
  let taken = 0;
  for (let found = missing(database); found.length > 0; found = missing(database)) {
    taken += found.length;
    await corridor.act({
      procedure: 'office.takeOverConsents',
      run: (context) => {
        for (const { customerId, on, takenBy } of found)
          giveConsents(context, customerId, { purposes: ['sensitive'], method: 'earlier', on, notice: null, takenBy });
        context.happened({ kind: 'consentsTakenOver', noun: 'office', id: 1, data: { consents: found.length } });
      },
    });
  }
  return taken;
}
