import { accountById, activeAccounts } from '#db/repositories/accounts.ts';
import { delegationById, listDelegations } from '#db/repositories/delegations.ts';
import { delegations } from '#db/schema/delegations.ts';
import type { delegations as delegationsApi } from '#shared/api/delegations.ts';
import { delegationRefusal, delegationState, lendable, lendingPosts } from '#shared/domain/delegations/rules.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';

type Row = { readonly fromId: number; readonly toId: number; readonly madeBy: number };

/** Who may end a delegation: its people, whoever made it, and those who keep the accounts. */
function mayRevoke({ actor, can }: QueryContext, { fromId, toId, madeBy }: Row): boolean {
  return [fromId, toId, madeBy].includes(actor.id) || can('accounts.write');
}

/** Handlers of who acts for whom. */
export const delegationsHandlers: Handlers<typeof delegationsApi> = {
  list: (context) => {
    const { db, actor, today, can } = context;
    const all = can('accounts.read');
    return listDelegations(db, null)
      .filter(({ row }) => all || [row.fromId, row.toId].includes(actor.id))
      .map(({ row, from, fromPost, to, toPost }) => {
        const state = delegationState(row, today);
        const over: Refusal = { code: 'DELEGATION_OVER' };
        const open = state === 'running' || state === 'coming';
        const forbidden: Refusal = { code: 'FORBIDDEN' };
        return {
          id: row.id,
          from: { id: row.fromId, name: from, post: fromPost },
          to: { id: row.toId, name: to, post: toPost },
          permissions: row.permissions === null ? null : [...row.permissions],
          fromOn: row.fromOn,
          toOn: row.toOn,
          reason: row.reason,
          state,
          can: { revoke: !open ? over : mayRevoke(context, row) ? true : forbidden },
          version: row.version,
        };
      });
  },

  offer: ({ db, actor, rights }) => {
    const people = activeAccounts(db).map(({ id, name, post }) => ({ id, name, post }));
    const from = people.filter(
      ({ id, post }) =>
        (id === actor.id && lendingPosts.includes(post)) || (actor.post === 'director' && post === 'manager'),
    );
    const to = people.filter(({ post }) => from.some((one) => lendable(rights, one.post, post).length > 0));
    const posts = [...new Set(to.map(({ post }) => post))];
    return {
      from,
      to,
      lendable: from.flatMap(({ id, post }) =>
        posts.map((borrower) => ({ fromId: id, post: borrower, permissions: lendable(rights, post, borrower) })),
      ),
    };
  },

  make: ({ db, tx, actor, now, today, rights, happened }, input) => {
    const { fromId, toId, permissions, fromOn, toOn, reason } = input;
    const from = accountById(db, fromId);
    const to = accountById(db, toId);
    if (from === undefined || to === undefined) throw new DomainError('NOT_FOUND');
    const refused = delegationRefusal(rights, { by: actor, from, to, permissions, fromOn, toOn }, today);
    if (refused !== undefined) throw DomainError.from(refused);
    const row = tx.insert(delegations, {
      fromId,
      toId,
      permissions,
      fromOn,
      toOn,
      reason,
      madeBy: actor.id,
      madeAt: now,
    });
    happened({ kind: 'delegated', noun: 'delegations', id: row.id, data: { fromId, toId, permissions, fromOn, toOn } });
    return { delegationId: row.id };
  },

  revoke: (context, { delegationId, version }) => {
    const { db, tx, actor, now, today, happened } = context;
    const row = delegationById(db, delegationId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    if (!mayRevoke(context, row)) throw new DomainError('FORBIDDEN');
    const state = delegationState(row, today);
    if (state === 'ended' || state === 'revoked') throw new DomainError('DELEGATION_OVER');
    const after = tx.update(delegations, row.id, { revokedBy: actor.id, revokedAt: now }, version);
    happened({
      kind: 'delegationRevoked',
      noun: 'delegations',
      id: row.id,
      data: { fromId: row.fromId, toId: row.toId },
    });
    return { state: delegationState(after, today) };
  },
};
