import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import { marketingStandings } from '#db/repositories/consents.ts';
import { customersByIds } from '#db/repositories/customers.ts';
import { customerListKeys } from '#db/repositories/list-keys.ts';
import { findSubjects } from '#db/repositories/search.ts';
import type { customers as customersApi } from '#shared/api/customers.ts';
import { channels, customerRatings, customerStates } from '#shared/domain/customers/states.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { inOrder, LIST_SEARCH, listMemory, nameKey, placeOf } from '../kernel/long-list.ts';
import { presentCustomer } from './present.ts';

type List = (typeof customersApi)['list'];

const places = { rating: placeOf(customerRatings), state: placeOf(customerStates), channel: placeOf(channels) };

/** How many there are of each, those of which there are none left out. */
function counted<Name extends string>(names: readonly Name[]): Partial<Record<Name, number>> {
  const counts: Partial<Record<Name, number>> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Answers the list of customers: all of it is counted and ordered; the part in view is presented. */
export function customerList({ client }: OpenDatabase) {
  const remembered = listMemory(client);
  return (context: QueryContext, input: z.output<List['input']>): z.input<List['output']> => {
    const { scope, text, rating, state, sort, offset, limit } = input;
    const { db, actor, today } = context;
    const whose = scope === 'all' ? context.reach('customers') : [actor.id];
    const due = scope === 'due';
    const found = remembered(JSON.stringify([whose, due, today, text, sort]), () => {
      const ids = text === '' ? null : findSubjects(client, gramsOfQuery(text), 'customers', LIST_SEARCH);
      const keys = customerListKeys(
        db,
        { whose, due, ids, today },
        sort.map(({ by }) => by),
      );
      return inOrder(keys, sort, (column, stored) => {
        if (column === 'rating' || column === 'state' || column === 'channel') return places[column](stored);
        return column === 'name' || column === 'owner' ? nameKey(String(stored)) : stored;
      });
    });
    const willing = input.marketing ? marketingStandings(db, null).given : undefined;
    const asked = willing === undefined ? found : found.filter(({ id }) => willing.has(id));
    const ofRating = rating === null ? asked : asked.filter((row) => row.rating === rating);
    const ofState = state === null ? asked : asked.filter((row) => row.state === state);
    const shown = state === null ? ofRating : ofRating.filter((row) => row.state === state);
    const part = shown.slice(offset, offset + limit).map(({ id }) => id);
    const agreed = marketingStandings(db, part);
    const listed = new Map(customersByIds(db, part).map((row) => [row.id, row]));
    return {
      total: shown.length,
      ratings: counted(ofState.map((row) => row.rating)),
      states: counted(ofRating.map((row) => row.state)),
      rows: part.flatMap((id) => {
        const row = listed.get(id);
        if (row === undefined) return [];
        const marketing = agreed.given.has(id) ? 'given' : agreed.withdrawn.has(id) ? 'withdrawn' : 'none';
        return [{ ...presentCustomer(context, row), marketing } as const];
      }),
    };
  };
}
