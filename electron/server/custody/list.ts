import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { listContracts } from '#db/repositories/contracts.ts';
import { type OriginalWithPlace, originalListKeys, originalsByIds } from '#db/repositories/custody.ts';
import { contractListKeys } from '#db/repositories/list-keys.ts';
import { theProject } from '#db/repositories/projects.ts';
import { findSubjects } from '#db/repositories/search.ts';
import type { custody as custodyApi } from '#shared/api/custody.ts';
import { custodyHolders, custodyPlaces } from '#shared/domain/custody/places.ts';
import { type CustodyView, custodyViews, inCustodyView } from '#shared/domain/custody/views.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import { presentContracts } from '../contracts/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { inOrder, LIST_SEARCH, listMemory, placeOf } from '../kernel/long-list.ts';
import { presentCopy } from './copies.ts';

type List = (typeof custodyApi)['list'];

const placeOrder = placeOf(custodyPlaces);
const holderOrder = placeOf(custodyHolders);

/** Contracts as their list shows them, by their numbers; only those that the person may open. */
function contractsOf(context: QueryContext, ids: readonly number[]) {
  const whose = context.reach('contracts');
  const rows = presentContracts(context, listContracts(context.db, { whose, states: null, ids: [...new Set(ids)] }));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Answers the register of originals: of the contracts that somebody may see, found by contract, home or buyer. */
export function originalList(client: Database.Database) {
  const remembered = listMemory(client);
  return (context: QueryContext, input: z.output<List['input']>): z.input<List['output']> => {
    const { text, view, sort, offset, limit } = input;
    const { db, today } = context;
    const whose = context.reach('contracts');
    const found = remembered(JSON.stringify([whose, text, sort]), () => {
      const ids = text === '' ? null : findSubjects(client, gramsOfQuery(text), 'contracts', LIST_SEARCH);
      const seen =
        whose === null && ids === null ? null : new Set(contractListKeys(db, { whose, ids }, []).map(({ id }) => id));
      const rows = originalListKeys(db).filter(({ contractId }) => seen === null || seen.has(contractId));
      return inOrder(rows, sort, (column, stored) => {
        if (column === 'place') return placeOrder(stored);
        return column === 'holder' ? holderOrder(stored) : stored;
      });
    });
    const shown = found.filter((row) => inCustodyView(view, row, today));
    const part = shown.slice(offset, offset + limit);
    const contracts = contractsOf(
      context,
      part.map(({ contractId }) => contractId),
    );
    const copies = new Map(
      originalsByIds(
        db,
        part.map(({ id }) => id),
      ).map((copy) => [copy.original.id, copy]),
    );
    const seller = theProject(db)?.sellerName ?? '';
    return {
      total: shown.length,
      counts: Object.fromEntries(
        custodyViews.map((one) => [one, found.filter((row) => inCustodyView(one, row, today)).length]),
      ) as Record<CustodyView, number>,
      rows: part.flatMap(({ id, contractId }) => {
        const [copy, contract] = [copies.get(id), contracts.get(contractId)];
        if (copy === undefined || contract === undefined) return [];
        const { number, state, unit, buyers, signedOn, price } = contract;
        return { ...presentCopy(copy), contractId, contract: number, state, unit, buyers, seller, signedOn, price };
      }),
    };
  };
}

/** The contracts that lie in a box, with their buyers where the person may open them. */
export function contractsInBox(context: QueryContext, copies: readonly OriginalWithPlace[]) {
  const ids = [...new Set(copies.map(({ original }) => original.contractId))];
  const seen = contractsOf(context, ids);
  return ids.map((contractId) => {
    const own = copies.filter(({ original }) => original.contractId === contractId);
    const contract = seen.get(contractId);
    return {
      contractId,
      number: own[0]?.original.number ?? '',
      unit: contract?.unit ?? '',
      buyers: contract?.buyers ?? '',
      copies: own.length,
      lent: own.filter(({ original }) => original.place === 'lent').length,
    };
  });
}
