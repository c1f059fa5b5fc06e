import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import { changesWith, listChanges } from '#db/repositories/changes.ts';
import { findSubjects } from '#db/repositories/search.ts';
import type { changes as changesApi } from '#shared/api/changes.ts';
import { type ChangeState, changeKinds, changeStates } from '#shared/domain/changes/kinds.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { inOrder, LIST_SEARCH, nameKey, placeOf } from '../kernel/long-list.ts';
import { buyerNames, presentChange } from './present.ts';

type List = (typeof changesApi)['list'];

const stateOrder = placeOf(changeStates);
const kindOrder = placeOf(changeKinds);

/** So many people of a search lead on to their changes. */
const MOST_PEOPLE = 200;

/** Answers the list of changes: found by deal, number, or a buyer of now, before or after, counted by state, in any order. */
export function changeList({ client }: OpenDatabase) {
  return (context: QueryContext, input: z.output<List['input']>): z.input<List['output']> => {
    const { scope, text, state, kind, sort, offset, limit } = input;
    const whose = scope === 'mine' ? [context.actor.id] : context.reach('subscriptions');
    const subjects = (noun: string) => findSubjects(client, gramsOfQuery(text), noun, LIST_SEARCH);
    const deals = text === '' ? null : new Set(subjects('subscriptions'));
    const named = new Set(text === '' ? [] : changesWith(context.db, subjects('customers').slice(0, MOST_PEOPLE)));
    const found = listChanges(context.db, { whose, ids: null }).filter(
      ({ change }) =>
        (kind === null || change.kind === kind) &&
        (deals === null ||
          deals.has(change.subscriptionId) ||
          named.has(change.id) ||
          change.number.toLowerCase().includes(text.toLowerCase())),
    );
    const counts: Partial<Record<ChangeState, number>> = {};
    for (const { change } of found) counts[change.state] = (counts[change.state] ?? 0) + 1;
    const shown = state === null ? found : found.filter(({ change }) => change.state === state);
    const names = buyerNames(
      context,
      shown.map(({ change }) => change.subscriptionId),
    );
    const keyed = shown.map((listed) => {
      const row = presentChange(context, listed, names(listed.change.subscriptionId));
      return { row, keys: { ...row, requester: row.requestedBy.name } };
    });
    const ordered = inOrder(keyed, sort, (column, stored) => {
      if (column === 'state') return stateOrder(stored);
      if (column === 'kind') return kindOrder(stored);
      return column === 'buyers' || column === 'requester' ? nameKey(String(stored)) : stored;
    });
    return { total: shown.length, counts, rows: ordered.slice(offset, offset + limit).map(({ row }) => row) };
  };
}
