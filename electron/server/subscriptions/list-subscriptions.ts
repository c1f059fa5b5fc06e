import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import { subscriptionListKeys } from '#db/repositories/list-keys.ts';
import { findSubjects } from '#db/repositories/search.ts';
import { buyersOf, listSubscriptions, receiptsOf } from '#db/repositories/subscriptions.ts';
import type { subscriptions as subscriptionsApi } from '#shared/api/subscriptions.ts';
import { depositFacts } from '#shared/domain/subscriptions/deposit.ts';
import { isEnded, type SubscriptionState, subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import { fen, sumFen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { inOrder, LIST_SEARCH, listMemory, nameKey, placeOf } from '../kernel/long-list.ts';

type List = (typeof subscriptionsApi)['list'];
type Listed = ReturnType<typeof listSubscriptions>[number];

const stateOrder = placeOf(subscriptionStates);

/** Records of many subscriptions by the one they belong to, each in its order. */
function bySubscription<T extends { readonly subscriptionId: number }>(records: readonly T[]): Map<number, T[]> {
  const grouped = new Map<number, T[]>();
  for (const record of records) {
    const own = grouped.get(record.subscriptionId);
    if (own === undefined) grouped.set(record.subscriptionId, [record]);
    else own.push(record);
  }
  return grouped;
}

/** Subscriptions as rows of a list: three queries, however many. */
export function presentRows({ db }: QueryContext, listed: readonly Listed[]) {
  const ids = listed.map(({ subscription }) => subscription.id);
  const buyers = bySubscription(buyersOf(db, ids));
  const receipts = bySubscription(
    receiptsOf(db, ids).map(({ receipt, subscriptionId }) => ({ ...receipt, subscriptionId })),
  );
  return listed.map(({ subscription, consultant, ...unit }) => ({
    id: subscription.id,
    number: subscription.number,
    unitId: subscription.unitId,
    unit: unitLabel(unit),
    state: subscription.state,
    buyers: (buyers.get(subscription.id) ?? []).map(({ customer }) => customer.name).join('、'),
    consultant: { id: subscription.consultantId, name: consultant },
    subscribedOn: subscription.subscribedOn,
    signBy: subscription.signBy,
    price: subscription.price,
    depositDue: subscription.depositDue,
    depositReceived: depositFacts(subscription.depositDue, receipts.get(subscription.id) ?? []).received,
  }));
}

/** Answers the list of subscriptions: all of it is counted, summed and ordered; the part in view is presented. */
export function subscriptionList({ client }: OpenDatabase) {
  const remembered = listMemory(client);
  return (context: QueryContext, input: z.output<List['input']>): z.input<List['output']> => {
    const { scope, text, state, sort, offset, limit } = input;
    const whose = scope === 'mine' ? [context.actor.id] : context.reach('subscriptions');
    const found = remembered(JSON.stringify([whose, text, sort]), () => {
      const ids = text === '' ? null : findSubjects(client, gramsOfQuery(text), 'subscriptions', LIST_SEARCH);
      const keys = subscriptionListKeys(
        context.db,
        { whose, ids },
        sort.map(({ by }) => by),
      );
      return inOrder(keys, sort, (column, stored) => {
        if (column === 'state') return stateOrder(stored);
        return column === 'buyers' || column === 'consultant' ? nameKey(String(stored)) : stored;
      });
    });
    const counts: Partial<Record<SubscriptionState, number>> = {};
    for (const row of found) counts[row.state] = (counts[row.state] ?? 0) + 1;
    const shown = state === null ? found : found.filter((row) => row.state === state);
    // Nobody will pay the price of one that ended: it counts where it is asked for.
    const ended = state === null ? shown.filter((row) => isEnded(row.state)) : [];
    const counted = ended.length === 0 ? shown : shown.filter((row) => !isEnded(row.state));
    const part = shown.slice(offset, offset + limit).map(({ id }) => id);
    const listed = new Map(
      listSubscriptions(context.db, { whose: null, state: null, ids: part }).map((row) => [row.subscription.id, row]),
    );
    return {
      total: shown.length,
      sums: {
        price: sumFen(counted.map(({ price }) => price)),
        depositDue: sumFen(counted.map(({ depositDue }) => depositDue)),
        depositReceived: sumFen(counted.map(({ depositReceived }) => fen(depositReceived))),
      },
      ended: ended.length,
      counts,
      rows: presentRows(
        context,
        part.flatMap((id) => listed.get(id) ?? []),
      ),
    };
  };
}
