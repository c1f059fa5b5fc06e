import type { Post } from './posts.ts';

/** Shortest password that is taken (custom; NIST SP 800-63B asks for length, not for odd characters). */
export const LEAST_PASSWORD = 8;

/** How many wrong passwords before the account waits, and for how long (custom). */
export type LockoutPolicy = { readonly attempts: number; readonly minutes: number };

/** What the office remembers of wrong passwords in a row, for one login name at one place. Instants in UTC ms. */
export type LoginTries = { readonly failed: number; readonly lastAt: number; readonly lockedUntil: number | null };

/** What comes of an attempt to log in; `tries` is what the office remembers from now on. */
export type LoginOutcome =
  | { readonly result: 'open' }
  /** The one-time code is right, and the person has to say which password follows it. */
  | { readonly result: 'choose' }
  /** It was right, but is too old: somebody has to give another one. */
  | { readonly result: 'codeOver' }
  | { readonly result: 'disabled' }
  | { readonly result: 'lockedOut'; readonly until: number; readonly tries?: LoginTries }
  | { readonly result: 'wrong'; readonly left: number; readonly tries: LoginTries };

/** Until when a login name waits at a place; null when it does not. */
export function waitsUntil(tries: LoginTries | undefined, now: number): number | null {
  const until = tries?.lockedUntil ?? null;
  return until !== null && until > now ? until : null;
}

/**
 * Decides an attempt to log in at one place. A name that nobody has is counted as any other, so that nothing tells which
 * names there are. While it waits the password is not even looked at; a disabled account is told so only to whoever knows
 * its password. A one-time code opens nothing but the choice of a password of one's own (`chosen`: it came with it).
 */
export function decideLogin(
  account: { readonly state: 'active' | 'disabled'; readonly codeUntil: number | null } | undefined,
  correct: boolean,
  before: LoginTries | undefined,
  { policy, now, chosen }: { readonly policy: LockoutPolicy; readonly now: number; readonly chosen: boolean },
): LoginOutcome {
  const until = waitsUntil(before, now);
  if (until !== null) return { result: 'lockedOut', until };
  if (correct && account !== undefined) {
    if (account.state === 'disabled') return { result: 'disabled' };
    if (account.codeUntil === null) return { result: 'open' };
    if (account.codeUntil <= now) return { result: 'codeOver' };
    return { result: chosen ? 'open' : 'choose' };
  }
  const waitMs = policy.minutes * 60_000;
  // A wait that is over, or tries older than a wait: begun anew.
  const counts = before !== undefined && before.lockedUntil === null && now - before.lastAt < waitMs;
  const failed = (counts ? before.failed : 0) + 1;
  if (failed < policy.attempts)
    return { result: 'wrong', left: policy.attempts - failed, tries: { failed, lastAt: now, lockedUntil: null } };
  const lockedUntil = now + waitMs;
  return { result: 'lockedOut', until: lockedUntil, tries: { failed, lastAt: now, lockedUntil } };
}

/** True when the password is long enough and is not the login name; the office looks further (`passwordRefusal`). */
export function isLongEnough(password: string, loginName: string): boolean {
  return password.length >= LEAST_PASSWORD && password.toLowerCase() !== loginName.toLowerCase();
}

/** True when nobody else could administer the office: such an account is neither disabled nor moved to another post. */
export function isLastAdministrator(
  account: { readonly id: number; readonly post: Post },
  active: readonly { readonly id: number; readonly post: Post }[],
): boolean {
  return (
    account.post === 'administrator' &&
    !active.some((other) => other.id !== account.id && other.post === 'administrator')
  );
}
