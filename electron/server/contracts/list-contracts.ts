import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import { listContracts } from '#db/repositories/contracts.ts';
import { contractListKeys } from '#db/repositories/list-keys.ts';
import { findSubjects } from '#db/repositories/search.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { contractViews, inView, isEnded } from '#shared/domain/contracts/views.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import { fen, sumFen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { inOrder, LIST_SEARCH, listMemory, nameKey, placeOf } from '../kernel/long-list.ts';
import { presentContracts } from './present.ts';

type List = (typeof contractsApi)['list'];

const stateOrder = placeOf(contractStates);

/** Answers the list of contracts: all of it is counted, summed and ordered; the part in view is presented. */
export function contractList({ client }: OpenDatabase) {
  const remembered = listMemory(client);
  return (context: QueryContext, input: z.output<List['input']>): z.input<List['output']> => {
    const { scope, text, states, view, sort, offset, limit } = input;
    const whose = scope === 'mine' ? [context.actor.id] : context.reach('contracts');
    const found = remembered(JSON.stringify([whose, text, sort]), () => {
      const ids = text === '' ? null : findSubjects(client, gramsOfQuery(text), 'contracts', LIST_SEARCH);
      const keys = contractListKeys(
        context.db,
        { whose, ids },
        sort.map(({ by }) => by),
      );
      return inOrder(keys, sort, (column, stored) => {
        if (column === 'state') return stateOrder(stored);
        return column === 'buyers' || column === 'consultant' ? nameKey(String(stored)) : stored;
      });
    });
    const asked = states === null ? found : found.filter(({ state }) => states.includes(state));
    const shown = view === 'all' ? asked : asked.filter((row) => inView(view, row));
    // A contract that ended brings no price, and its money is that of the one after it: it counts where it is asked for.
    const ended = view === 'all' && states === null ? shown.filter(({ state }) => isEnded(state)) : [];
    const counted = ended.length === 0 ? shown : shown.filter(({ state }) => !isEnded(state));
    const part = shown.slice(offset, offset + limit).map(({ id }) => id);
    const listed = new Map(
      listContracts(context.db, { whose: null, states: null, ids: part }).map((row) => [row.contract.id, row]),
    );
    return {
      total: shown.length,
      sums: {
        price: sumFen(counted.map(({ price }) => price)),
        received: sumFen(counted.map(({ received }) => fen(received))),
      },
      ended: ended.length,
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
