import type { Refusal } from '../../kernel/errors.ts';
import type { Post } from '../accounts/posts.ts';
import type { ControlCheckState } from './states.ts';

/** A check as its signatures look at it. */
export type CheckToSign = {
  readonly state: ControlCheckState;
  /** Differences that nobody has explained. */
  readonly open: number;
  readonly supervisorId: number | null;
  readonly managerId: number | null;
};

/** Whose signature it is. */
export type SignedAs = 'supervisor' | 'manager';

/** Why a check can be neither explained nor signed any more; undefined when it can. */
export function notOpen({ state }: Pick<CheckToSign, 'state'>): Refusal | undefined {
  if (state === 'signed') return { code: 'CHECK_SIGNED' };
  return state === 'replaced' ? { code: 'CHECK_REPLACED' } : undefined;
}

/**
 * As what somebody signs a check: a supervisor and a manager, two people, once every difference is explained. Answers with
 * the refusal where they can't. `posts` are those as which they may.
 */
export function signedAs(
  check: CheckToSign,
  who: { readonly id: number; readonly posts: readonly Post[] },
): SignedAs | Refusal {
  const closed = notOpen(check);
  if (closed !== undefined) return closed;
  if (check.open > 0) return { code: 'CHECK_DIFFERENCES_OPEN', params: { open: check.open } };
  if (check.supervisorId === who.id || check.managerId === who.id) return { code: 'CHECK_SIGNED_BY_YOU' };
  const manages = who.posts.some((post) => post === 'manager' || post === 'director');
  if (manages && check.managerId === null) return 'manager';
  if (who.posts.includes('supervisor') && check.supervisorId === null) return 'supervisor';
  return { code: 'CHECK_NEEDS_OTHER_POST' };
}
