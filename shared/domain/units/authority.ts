import type { Post } from '../accounts/posts.ts';
import { postMayDecide } from '../approvals/authority.ts';
import type { UnitEvent } from './events.ts';

/** The lowest post that may bring an event about without asking anybody (decision 19; domain.md 4.1, column Actor). */
export const unitEventPosts = {
  release: 'manager',
  takeBack: 'manager',
  unlock: 'supervisor',
  hold: 'manager',
  // It keeps no home more: the quota of holds has nothing to say to it.
  extendHold: 'supervisor',
  withdrawHold: 'supervisor',
  book: 'supervisor',
  extendBooking: 'supervisor',
  refundBooking: 'supervisor',
  moveOut: 'manager',
  moveIn: 'manager',
  freeze: 'manager',
  unfreeze: 'manager',
  takeOffSale: 'manager',
  putBackOnSale: 'manager',
} as const satisfies Partial<Record<UnitEvent, Post>>;

/** Events that know an authority. */
type AuthorisedEvent = keyof typeof unitEventPosts;

function eventsOfAuthority(): AuthorisedEvent[] {
  const events: AuthorisedEvent[] = [];
  for (const event in unitEventPosts) if (isAuthorisedEvent(event)) events.push(event);
  return events;
}

function isAuthorisedEvent(event: string): event is AuthorisedEvent {
  return Object.hasOwn(unitEventPosts, event);
}

/**
 * The events of a unit that an actor may bring about now, for `UnitFacts.authorised`: by post, by what is left of the
 * supervisor's quota of holds, and by the approvals given. A post of null is the office itself and needs no authority.
 */
export function authorisedUnitEvents(
  post: Post | null,
  given: { readonly holdQuotaLeft: boolean; readonly approved: readonly UnitEvent[] },
): UnitEvent[] {
  const byPost = eventsOfAuthority().filter((event) => post !== null && postMayDecide(post, unitEventPosts[event]));
  const byQuota: UnitEvent[] =
    given.holdQuotaLeft && post !== null && postMayDecide(post, 'supervisor') ? ['hold'] : [];
  return [...new Set([...byPost, ...byQuota, ...given.approved])];
}
