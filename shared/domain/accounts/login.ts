import type { Post } from './posts.ts';

/** Shortest password that is taken (custom; NIST SP 800-63B asks for length, not for odd characters). */
export const LEAST_PASSWORD = 8;

/** How many wrong passwords before the account waits, and for how long (custom). */
export type LockoutPolicy = { readonly attempts: number; readonly minutes: number };

/** What the office remembers of somebody's attempts. */
export type LoginFacts = {
  readonly state: 'active' | 'disabled';
  readonly failedLogins: number;
  readonly lockedUntil: number | null;
};

/** What comes of an attempt to log in, and what the office remembers of it. */
export type LoginOutcome =
  | { readonly result: 'open' }
  | { readonly result: 'disabled' }
  | { readonly result: 'lockedOut'; readonly until: number; readonly failedLogins?: number }
  | { readonly result: 'wrong'; readonly left: number; readonly failedLogins: number };

/**
 * Decides an attempt to log in. While locked out the password is not even looked at; a disabled account is told so only
 * to whoever knows its password. Instants in UTC ms.
 */
export function decideLogin(facts: LoginFacts, correct: boolean, policy: LockoutPolicy, now: number): LoginOutcome {
  if (facts.lockedUntil !== null && facts.lockedUntil > now) return { result: 'lockedOut', until: facts.lockedUntil };
  if (correct) return facts.state === 'active' ? { result: 'open' } : { result: 'disabled' };
  const failedLogins = (facts.lockedUntil === null ? facts.failedLogins : 0) + 1;
  if (failedLogins >= policy.attempts)
    return { result: 'lockedOut', until: now + policy.minutes * 60_000, failedLogins };
  return { result: 'wrong', left: policy.attempts - failedLogins, failedLogins };
}

/** True when the password is long enough and is not the login name. */
export function isPasswordAcceptable(password: string, loginName: string): boolean {
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
