import type { SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { changeKinds } from '#shared/domain/changes/kinds.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { changedDeal } from './deal.ts';
import { definitionOf } from './kinds/index.ts';
import { standsRefusal } from './simulate.ts';

/** Which changes of a deal can be asked for now, and why not; none for whoever asks for no changes. */
export function changesNow(context: QueryContext, { id }: Pick<SubscriptionRow, 'id'>): Record<string, true | Refusal> {
  if (!context.can('changes.write')) return {};
  const deal = changedDeal(context.db, id);
  return Object.fromEntries(
    changeKinds.map((kind) => [
      kind,
      standsRefusal(context.db, deal, null, kind) ?? definitionOf(kind).standing(context, deal) ?? true,
    ]),
  );
}
