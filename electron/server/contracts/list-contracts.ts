import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import { listContracts } from '#db/repositories/contracts.ts';
import { contractListKeys } from '#db/repositories/list-keys.ts';
import { findSubjects } from '#db/repositories/search.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { contractViews, inView } from '#shared/domain/contracts/views.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import { fen, sumFen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { inOrder, listMemory, nameKey } from '../kernel/long-list.ts';
import { presentContracts } from './present.ts';

type List = (typeof contractsApi)['list'];

const stateOrder = new Map<string | number, number>(contractStates.map((state, index) => [state, index]));

/** Answers the list of contracts: all of it is counted, summed and ordered; the part in view is presented. */
export function contractList({ client }: OpenDatabase) {
  const remembered = listMemory(client);
  return (context: QueryContext, input: z.output<List['input']>): z.input<List['output']> => {
    const { scope, text, states, view, sort, offset, limit } = input;
    const mine = scope === 'mine' || !context.can('customers.readAll');
    const personId = mine ? context.actor.id : null;
    const found = remembered(JSON.stringify([personId, text, sort]), () => {
      const ids = text === '' ? null : findSubjects(client, gramsOfQuery(text), 'contracts').slice(0, 5000);
      const keys = contractListKeys(
        context.db,
        { personId, ids },
        sort.map(({ by }) => by),
      );
      return inOrder(keys, sort, (column, stored) => {
        if (column === 'state') return stateOrder.get(stored) ?? 0;
        return column === 'buyers' || column === 'consultant' ? nameKey(String(stored)) : stored;
      });
    });
    const asked = states === null ? found : found.filter(({ state }) => states.includes(state));
    const shown = view === 'all' ? asked : asked.filter((row) => inView(view, row));
    const part = shown.slice(offset, offset + limit).map(({ id }) => id);
    const listed = new Map(
      listContracts(context.db, { personId: null, states: null, ids: part }).map((row) => [row.contract.id, row]),
    );
    return {
      total: shown.length,
      sums: {
        price: sumFen(shown.map(({ price }) => price)),
        received: sumFen(shown.map(({ received }) => fen(received))),
      },
      counts: Object.fromEntries(
        contractViews.map((one) => [one, asked.filter((row) => inView(one, row)).length]),
      ) as Record<(typeof contractViews)[number], number>,
      rows: presentContracts(
        context,
        part.flatMap((id) => listed.get(id) ?? []),
      ),
    };
  };
}
