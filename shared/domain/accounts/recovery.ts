import type { Post } from './posts.ts';

const MINUTE_MS = 60_000;
/** How long the second of two persons may take after the first, ms. */
export const recoveryMs = 30 * MINUTE_MS;

/** Who helps whom: the helper's and the forgetful person's accounts. */
type Person = { readonly id: number; readonly post: Post };

/**
 * Why somebody cannot help to recover the password of another one, or undefined. Two different persons of these posts are
 * needed, neither of them the one who forgot, so that nobody gets into an account alone.
 */
export function helpRefusal(
  helper: Person,
  forgetful: Person,
  recoverers: readonly Post[],
): 'own' | 'notAllowed' | undefined {
  if (helper.id === forgetful.id) return 'own';
  return recoverers.includes(helper.post) ? undefined : 'notAllowed';
}

/** How far a recovery is: who was the first to help, and until when the second may. Instants in UTC ms. */
export type Begun = { readonly by: number; readonly until: number };

/** What a helper's word comes to: the first of two, the same person again, or the second, with whom it is done. */
export function helpOf(begun: Begun | undefined, helperId: number, now: number): 'first' | 'again' | 'second' {
  if (begun === undefined || begun.until <= now) return 'first';
  return begun.by === helperId ? 'again' : 'second';
}
