import { accountById, activeAdministrators } from '#db/repositories/accounts.ts';
import {
  pendingRightsRequests,
  type RightsRequestRow,
  resettersOf,
  rightsRequestById,
} from '#db/repositories/rights-requests.ts';
import { accounts, settings } from '#db/schema/office.ts';
import { rightsRequests } from '#db/schema/rights.ts';
import type { rights as rightsApi } from '#shared/api/rights.ts';
import {
  confirmRefusal,
  isDangerous,
  isWaiting,
  powersGained,
  resetShadowMs,
  rightsRequestMs,
} from '#shared/domain/accounts/dangerous.ts';
import { isLastAdministrator } from '#shared/domain/accounts/login.ts';
import { boundsRefusal, leastRights } from '#shared/domain/accounts/rights-bounds.ts';
import { rightsChanges, withChanges } from '#shared/domain/accounts/rights-changes.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { lendersOf } from '../kernel/standing.ts';
import { askerIsHere } from './second-person.ts';

type Settling = Pick<typeof rightsApi, 'waiting' | 'confirm' | 'refuse' | 'withdraw'>;

/** Why the caller cannot say yes or no; undefined when they can. */
function settleRefusal({ db, actor, now }: QueryContext, row: RightsRequestRow): Refusal | undefined {
  if (!askerIsHere(db, row)) return { code: 'RIGHTS_REQUEST_OVER' };
  const resetBy = resettersOf(db, actor.id, now - resetShadowMs);
  return confirmRefusal(row, { id: actor.id, counts: lendersOf(actor), resetBy }, now);
}

/** The request that somebody settles. Throws NOT_FOUND, and the refusal of whoever may not. */
function toSettle(context: QueryContext, requestId: number): RightsRequestRow {
  const row = rightsRequestById(context.db, requestId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  const refused = settleRefusal(context, row);
  if (refused !== undefined) throw DomainError.from(refused);
  return row;
}

/** Other rights of posts, as they come to be on top of what holds now. */
function applyRights(context: CommandContext, { changes: wished, reason, askedBy }: RightsRequestRow): void {
  const { tx, today, now, rights: before, happened } = context;
  const after = leastRights(withChanges(before, wished));
  const changes = rightsChanges(before, after);
  const refused = boundsRefusal(after);
  if (refused !== undefined) throw DomainError.from(refused);
  if (changes.length === 0) throw new DomainError('RIGHTS_UNCHANGED');
  const row = tx.insert(settings, {
    key: 'rights',
    value: after,
    effectiveFrom: today,
    sourceNote: reason,
    setBy: askedBy,
    setAt: now,
  });
  happened({ kind: 'rightsChanged', noun: 'settings', id: row.id, data: { reason, changes, askedBy } });
}

/** A new person gets in, or somebody has another post. */
function applyPost({ db, tx, happened }: CommandContext, { kind, accountId, post, askedBy }: RightsRequestRow): void {
  const account = accountId === null ? undefined : accountById(db, accountId);
  if (account === undefined || post === null) throw new DomainError('NOT_FOUND');
  if (post !== 'administrator' && isLastAdministrator(account, activeAdministrators(db)))
    throw new DomainError('LAST_ADMINISTRATOR');
  tx.update(accounts, account.id, kind === 'person' ? { post, state: 'active' } : { post });
  const data = { post, postBefore: kind === 'person' ? null : account.post, askedBy };
  happened({ kind: 'postConfirmed', noun: 'accounts', id: account.id, data });
}

/** Handlers of what waits for its second person. */
export const rightsRequestHandlers: Handlers<Settling> = {
  waiting: (context) => {
    const { db, actor, now, rights } = context;
    return pendingRightsRequests(db)
      .filter(({ row }) => isWaiting(row, now) && askerIsHere(db, row))
      .map(({ row, person, personPost, asker }) => {
        const settle = settleRefusal(context, row) ?? true;
        const { id, kind, accountId, post, changes, reason, askedBy, askedAt, version } = row;
        const about =
          accountId === null || person === null || personPost === null || post === null
            ? null
            : { id: accountId, name: person, post: personPost, wished: post };
        const had = kind === 'person' ? null : personPost;
        return {
          ...{ id, kind, reason, askedAt, version },
          person: about,
          changes: changes.map((one) => ({ ...one })),
          gained: post === null ? changes.filter(isDangerous).map(({ name }) => name) : powersGained(rights, had, post),
          askedBy: { id: askedBy, name: asker },
          until: askedAt + rightsRequestMs,
          can: {
            confirm: settle,
            refuse: settle,
            withdraw: askedBy === actor.id ? true : { code: 'RIGHTS_NOT_ASKER' },
          },
        };
      });
  },

  confirm: (context, { requestId, version }) => {
    const row = toSettle(context, requestId);
    const { tx, actor, now } = context;
    tx.update(rightsRequests, row.id, { state: 'confirmed', decidedBy: actor.id, decidedAt: now }, version);
    if (row.kind === 'rights') applyRights(context, row);
    else applyPost(context, row);
    return {};
  },

  refuse: (context, { requestId, version, reason }) => {
    const { id, askedBy, accountId, post } = toSettle(context, requestId);
    const { tx, actor, now, happened } = context;
    const settled = { state: 'refused', decidedBy: actor.id, decidedAt: now, opinion: reason } as const;
    tx.update(rightsRequests, id, settled, version);
    happened({ kind: 'rightsRefused', noun: 'rightsRequests', id, data: { askedBy, accountId, post, reason } });
    return {};
  },

  withdraw: ({ db, tx, actor, now, happened }, { requestId, version }) => {
    const row = rightsRequestById(db, requestId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    if (row.askedBy !== actor.id) throw new DomainError('RIGHTS_NOT_ASKER');
    if (!isWaiting(row, now)) throw new DomainError('RIGHTS_REQUEST_OVER');
    const { id, accountId, post } = row;
    tx.update(rightsRequests, id, { state: 'withdrawn', decidedBy: actor.id, decidedAt: now }, version);
    happened({ kind: 'rightsAskWithdrawn', noun: 'rightsRequests', id, data: { accountId, post } });
    return {};
  },
};
