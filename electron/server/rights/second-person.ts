import type { ReadDb } from '#db/access.ts';
import { accountById, activeAccounts } from '#db/repositories/accounts.ts';
import { hasAppointedAlone, newestRequestAbout, type RightsRequestRow } from '#db/repositories/rights-requests.ts';
import { rightsRequests } from '#db/schema/rights.ts';
import { isWaiting, powersGained, type RightsRequestKind } from '#shared/domain/accounts/dangerous.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { postsWith } from '#shared/domain/accounts/rights.ts';
import type { RightsChange } from '#shared/domain/accounts/rights-changes.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import { accountMay } from '../kernel/persons.ts';

/** How a dangerous right comes about: nobody has to confirm it, it waits, or it is the first second person of an office. */
export type SecondPerson = 'free' | 'waits' | 'alone';

/** True when somebody else at work could confirm what this person asks. */
function othersConfirm({ db, rights, today, actor }: QueryContext): boolean {
  const asking = { db, rights, today };
  return activeAccounts(db).some((other) => other.id !== actor.id && accountMay(asking, other, 'rights.confirm'));
}

/**
 * Whether somebody may have a post at once. Where nobody else could confirm it, an office appoints its first second
 * person alone, once; anything else has to wait until there is one. Throws RIGHTS_NOBODY_CONFIRMS, ACCOUNT_WAITS.
 */
export function secondForPost(
  context: QueryContext,
  { accountId, from, to }: { readonly accountId: number | null; readonly from: Post | null; readonly to: Post },
): SecondPerson {
  const { db, rights, now } = context;
  if (accountId !== null && waitingFor(db, accountId, now) !== undefined) throw new DomainError('ACCOUNT_WAITS');
  if (powersGained(rights, from, to).length === 0) return 'free';
  if (othersConfirm(context)) return 'waits';
  if (postsWith(rights, 'rights.confirm').includes(to) && !hasAppointedAlone(db)) return 'alone';
  throw new DomainError('RIGHTS_NOBODY_CONFIRMS');
}

/** Refuses to ask what nobody could confirm. Throws RIGHTS_NOBODY_CONFIRMS. */
export function requireSecond(context: QueryContext): void {
  if (!othersConfirm(context)) throw new DomainError('RIGHTS_NOBODY_CONFIRMS');
}

/** The request about a person that waits just now. */
export function waitingFor(db: ReadDb, accountId: number, now: number): RightsRequestRow | undefined {
  return (['person', 'post'] as const)
    .map((kind) => newestRequestAbout(db, accountId, kind))
    .find((one) => one !== undefined && isWaiting(one, now) && askerIsHere(db, one));
}

/** What somebody asked who has left since is asked by nobody. */
export function askerIsHere(db: ReadDb, { askedBy }: Pick<RightsRequestRow, 'askedBy'>): boolean {
  return accountById(db, askedBy)?.state === 'active';
}

type Asked = {
  readonly kind: RightsRequestKind;
  readonly accountId: number | null;
  readonly post: Post | null;
  readonly changes: readonly RightsChange[];
  readonly reason: string;
};

/** Writes down what waits for its second person; `alone` what an office had to do without one. */
export function askSecond({ tx, actor, now }: CommandContext, asked: Asked, how: 'waits' | 'alone'): RightsRequestRow {
  const alone = how === 'alone';
  return tx.insert(rightsRequests, {
    ...asked,
    askedBy: actor.id,
    askedAt: now,
    state: alone ? 'confirmed' : 'pending',
    decidedAt: alone ? now : null,
  });
}
