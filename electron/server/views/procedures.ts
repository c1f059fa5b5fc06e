import { countOwnViews, ownViewNamed, viewById, viewsFor } from '#db/repositories/views.ts';
import { views } from '#db/schema/views.ts';
import type { views as viewsApi } from '#shared/api/views.ts';
import { MOST_VIEWS } from '#shared/domain/views/lists.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Handlers } from '../kernel/handlers.ts';

/** Handlers of the views of lists. */
export const viewsHandlers: Handlers<typeof viewsApi> = {
  list: ({ db, actor, can }, { list }) =>
    viewsFor(db, list, actor.id)
      .map(({ view, by }) => {
        const own = view.accountId === actor.id;
        const { id, name, filter, sorting, shared } = view;
        const mayRemove = own || can('views.share');
        return { id, name, filter, sorting, shared, by: own ? null : by, mayRemove };
      })
      .toSorted((a, b) => Number(a.by !== null) - Number(b.by !== null)),

  save: ({ db, tx, actor, now, can, happened }, { list, name, filter, sorting, shared }) => {
    if (shared && !can('views.share')) throw new DomainError('VIEW_SHARE_NOT_ALLOWED');
    const old = ownViewNamed(db, { accountId: actor.id, list, name });
    if (old === undefined && countOwnViews(db, actor.id, list) >= MOST_VIEWS)
      throw new DomainError('VIEWS_FULL', { count: MOST_VIEWS });
    const kept = { filter, sorting, shared, savedAt: now };
    const row =
      old === undefined
        ? tx.insert(views, { accountId: actor.id, list, name, ...kept })
        : tx.update(views, old.id, kept);
    happened({ kind: 'viewSaved', noun: 'views', id: row.id, data: { list, shared } });
    return { viewId: row.id };
  },

  remove: ({ db, tx, actor, can, happened }, { viewId }) => {
    const view = viewById(db, viewId);
    const mine = view?.accountId === actor.id;
    if (view === undefined || (!mine && !(view.shared && can('views.share')))) throw new DomainError('NOT_FOUND');
    tx.remove(views, view.id);
    happened({ kind: 'viewRemoved', noun: 'views', id: view.id, data: { list: view.list, shared: view.shared } });
    return {};
  },
};
