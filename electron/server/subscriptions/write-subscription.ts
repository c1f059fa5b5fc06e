import { customerById } from '#db/repositories/customers.ts';
import { indexSubject } from '#db/repositories/grams.ts';
import { buyerRowsOf, planLinesOf, priceLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { planLines, subscriptionBuyers, subscriptionPriceLines, subscriptions } from '#db/schema/deals.ts';
import type { PlanLine } from '#shared/domain/plans/expand.ts';
import type { PriceLine } from '#shared/domain/pricing/build-up.ts';
import type { Buyer } from '#shared/domain/subscriptions/buyers.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { type GivenConsents, giveConsents } from '../privacy/consents.ts';

/** A subscription with everything that stands on its paper. */
type WrittenSubscription = {
  readonly row: typeof subscriptions.$inferInsert;
  readonly buyers: readonly Buyer[];
  readonly price: readonly PriceLine[];
  readonly plan: readonly PlanLine[];
  /** How the buyers agreed to the handling of their identity data, where they did. */
  readonly consented: Omit<GivenConsents, 'purposes'>;
};

type Writing = Pick<CommandContext<unknown>, 'db' | 'tx' | 'now'>;

/** Writes a subscription with its buyers, its price build-up and its plan, and files it for the search. */
export function writeSubscription(context: Writing, { row: values, ...parts }: WrittenSubscription): SubscriptionRow {
  const row = context.tx.insert(subscriptions, values);
  writeParts(context, row, parts);
  return row;
}

/** Writes the parts of a subscription anew that was corrected before anybody agreed to it: no money is on its plan yet. */
export function rewriteSubscription(context: Writing, row: SubscriptionRow, parts: Parts): void {
  const { db, tx } = context;
  const idsOf = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id);
  tx.removeAll(subscriptionBuyers, idsOf(buyerRowsOf(db, row.id)));
  tx.removeAll(subscriptionPriceLines, idsOf(priceLinesOf(db, row.id)));
  tx.removeAll(planLines, idsOf(planLinesOf(db, row.id)));
  writeParts(context, row, parts);
}

type Parts = Omit<WrittenSubscription, 'row'>;

function writeParts({ db, tx, now }: Writing, row: SubscriptionRow, { buyers, price, plan, consented }: Parts): void {
  for (const [index, { customerId, sharePpm }] of buyers.entries())
    tx.insert(subscriptionBuyers, { subscriptionId: row.id, customerId, sharePpm, position: index + 1 });
  for (const [index, { kind, label, ratePpm, amount, after }] of price.entries())
    tx.insert(subscriptionPriceLines, {
      subscriptionId: row.id,
      position: index + 1,
      kind,
      label,
      ratePpm,
      amount,
      after,
    });
  for (const { position, item, amount, dueOn, inPrice } of plan)
    tx.insert(planLines, { subscriptionId: row.id, position, item, amount, dueOn, inPrice });
  if (row.consent)
    for (const { customerId } of buyers)
      giveConsents({ db, tx, now }, customerId, { purposes: ['sensitive'], ...consented });
  const names = buyers.map(({ customerId }) => customerById(db, customerId)?.name ?? '');
  indexSubject(tx, 'subscriptions', row.id, { names, codes: [row.number] });
}
