import type { z } from 'zod';
import { listCases } from '#db/repositories/cases.ts';
import { contractsOfSubscription } from '#db/repositories/contracts.ts';
import type { subscriptionsOfCustomers } from '#db/repositories/customers.ts';
import { historyOf } from '#db/repositories/event-list.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import type { customers } from '#shared/api/customers.ts';
import { stepClock } from '#shared/domain/cases/clock.ts';
import { stepOf } from '#shared/domain/cases/definitions.ts';
import { dealHappenings } from '#shared/domain/customers/states.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { definitionOf } from '../cases/case-definition.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { phoneFor } from './present.ts';

type Detail = z.input<(typeof customers)['detail']['output']>;
type Deals = ReturnType<typeof subscriptionsOfCustomers>;

/** The deals among some that the person may open (decisions/0016). */
export function openDeals(context: QueryContext, deals: Deals): Deals {
  return deals.filter(({ subscription }) => context.sees('subscriptions', subscription.consultantId));
}

/** The deals of a household as its file lists them. Of a colleague's deal no more than the board tells. */
export function presentDeals(context: QueryContext, deals: Deals): Detail['subscriptions'] {
  const { db } = context;
  const buyers = buyersOf(
    db,
    deals.map(({ subscription }) => subscription.id),
  );
  return deals.map(({ subscription, unit, unitState, builtArea, consultant }) => {
    const mayOpen = context.sees('subscriptions', subscription.consultantId);
    const contracts = mayOpen && context.can('contracts.read') ? contractsOfSubscription(db, subscription.id) : [];
    const [latest] = contracts;
    return {
      id: subscription.id,
      mayOpen,
      number: subscription.number,
      unitId: subscription.unitId,
      unit,
      unitState,
      builtArea,
      state: subscription.state,
      subscribedOn: subscription.subscribedOn,
      signBy: subscription.signBy,
      price: mayOpen ? subscription.price : null,
      consultant,
      buyers: buyers
        .filter(({ subscriptionId }) => subscriptionId === subscription.id)
        .map(({ customer }) => customer.name)
        .join('、'),
      contract:
        latest === undefined
          ? null
          : { id: latest.id, number: latest.number, state: latest.state, signedOn: latest.signedOn },
      history: mayOpen
        ? [
            ...happenings(context, 'subscriptions', subscription),
            ...contracts.flatMap((contract) => happenings(context, 'contracts', contract)),
          ]
        : [],
    };
  });
}

function happenings(
  { db }: QueryContext,
  noun: 'subscriptions' | 'contracts',
  { id, number }: { readonly id: number; readonly number: string },
) {
  return historyOf(db, noun, id).flatMap(({ seq, at, actor, kind }) => {
    const what = dealHappenings.find((one) => one === kind);
    return what === undefined ? [] : [{ seq, at, by: actor ?? '', what, number }];
  });
}

/** Filing and mortgage of some deals, what is open first. */
export function casesOfDeals(context: QueryContext, deals: Deals): Detail['cases'] {
  if (!context.can('cases.read') || deals.length === 0) return [];
  const subscriptionIds = deals.map(({ subscription }) => subscription.id);
  return listCases(context.db, { kind: null, open: false, whose: context.reach('cases'), subscriptionIds })
    .filter(({ row }) => row.state !== 'cancelled')
    .toSorted((a, b) => Number(a.row.state === 'done') - Number(b.row.state === 'done') || a.row.id - b.row.id)
    .map(({ row, unit }) => ({
      id: row.id,
      kind: row.kind,
      unit,
      state: row.state,
      step: row.step,
      stepName: stepOf(definitionOf(context, row), row.step).name,
      loanKind: row.loanKind,
      bank: row.bank,
      dueOn: stepClock(definitionOf(context, row), row, context.today).dueOn,
    }));
}

/** Who buys together with a household in its live deals without belonging to it, each once. */
export function coBuyersOf(context: QueryContext, householdIds: readonly number[], deals: Deals): Detail['coBuyers'] {
  const live: readonly string[] = liveSubscriptionStates;
  const own = new Set(householdIds);
  const seen = new Set<number>();
  return deals
    .filter(({ subscription }) => live.includes(subscription.state))
    .flatMap(({ subscription, unit }) =>
      buyersOf(context.db, [subscription.id]).flatMap(({ customer }) => {
        if (own.has(customer.id) || seen.has(customer.id)) return [];
        seen.add(customer.id);
        const mayOpen = context.sees('customers', customer.ownerId);
        return { id: customer.id, name: customer.name, phone: phoneFor(context, customer), unit, mayOpen };
      }),
    );
}
