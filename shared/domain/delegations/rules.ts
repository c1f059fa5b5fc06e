import type { Refusal } from '../../kernel/errors.ts';
import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Permission } from '../accounts/permissions.ts';
import type { Post } from '../accounts/posts.ts';
import { type OfficeRights, permissionNames, postsWith, type Standing } from '../accounts/rights.ts';
import { mayBeGiven } from '../accounts/rights-bounds.ts';

/** Posts that may let somebody act for them. */
export const lendingPosts: readonly Post[] = ['manager', 'director'];

/** The longest that somebody acts for somebody, in days: whoever is away longer hands over the post itself. */
export const LONGEST_DELEGATION_DAYS = 92;

/** What nobody lends: it would make others of the one who acts, or pass the loan on. */
const neverLent: readonly Permission[] = ['accounts.write', 'rights.write', 'delegations.write', 'terminals.manage'];

/** Where a delegation stands on a day. */
export const delegationStates = ['coming', 'running', 'ended', 'revoked'] as const;
/** Where a delegation stands on a day. */
export type DelegationState = (typeof delegationStates)[number];

type Dated = { readonly fromOn: LocalDate; readonly toOn: LocalDate; readonly revokedAt: number | null };

/** Where a delegation stands on a day. */
export function delegationState({ fromOn, toOn, revokedAt }: Dated, today: LocalDate): DelegationState {
  if (revokedAt !== null) return 'revoked';
  if (today < fromOn) return 'coming';
  return today > toOn ? 'ended' : 'running';
}

/** What a post can lend to another at all: its own rights, without those that nobody lends or the other may never have. */
export function lendable(rights: OfficeRights, from: Post, to: Post): Permission[] {
  if (!lendingPosts.includes(from)) return [];
  return permissionNames.filter(
    (name) => postsWith(rights, name).includes(from) && !neverLent.includes(name) && mayBeGiven(name, to),
  );
}

/**
 * What somebody lends who has somebody act for them today. By the post of that day: whoever is no manager any more lends
 * nothing of it, and what the borrower’s own post may never have stays out even if it was named.
 */
export function standingOf(
  rights: OfficeRights,
  lender: Omit<Standing, 'permissions'>,
  part: readonly Permission[] | null,
  to: Post,
): Standing {
  const can = lendable(rights, lender.post, to);
  return { ...lender, permissions: part === null ? can : can.filter((name) => part.includes(name)) };
}

type Person = { readonly id: number; readonly post: Post; readonly state: 'active' | 'disabled' };

/** Why somebody cannot be made to act for somebody; undefined when they can. */
export function delegationRefusal(
  rights: OfficeRights,
  asked: {
    readonly by: Pick<Person, 'id' | 'post'>;
    readonly from: Person;
    readonly to: Person;
    readonly permissions: readonly Permission[] | null;
    readonly fromOn: LocalDate;
    readonly toOn: LocalDate;
  },
  today: LocalDate,
): Refusal | undefined {
  const { by, from, to, permissions, fromOn, toOn } = asked;
  if (!lendingPosts.includes(from.post)) return { code: 'DELEGATION_POST', params: { post: from.post } };
  // For a manager who fell ill the director may do it; nobody else lends what is not theirs.
  if (by.id !== from.id && !(by.post === 'director' && from.post === 'manager')) return { code: 'DELEGATION_NOT_OWN' };
  if (from.id === to.id) return { code: 'DELEGATION_TO_ONESELF' };
  if (to.state !== 'active') return { code: 'DELEGATION_TO_DISABLED' };
  if (toOn < fromOn || fromOn < today) return { code: 'DELEGATION_DAYS', params: { todayOn: today } };
  if (daysBetween(fromOn, toOn) >= LONGEST_DELEGATION_DAYS)
    return { code: 'DELEGATION_TOO_LONG', params: { days: LONGEST_DELEGATION_DAYS } };
  const can = lendable(rights, from.post, to.post);
  const wrong = permissions?.find((name) => !can.includes(name));
  if (wrong !== undefined) return { code: 'DELEGATION_NOT_LENDABLE', params: { permission: wrong } };
  return can.length === 0 || permissions?.length === 0 ? { code: 'DELEGATION_NOTHING' } : undefined;
}
