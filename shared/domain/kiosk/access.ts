import type { Post } from '../accounts/posts.ts';

/** Everything that the customers' screen may call: no list of people, no search, nothing else of anybody's (T5). */
export const kioskProcedures: readonly string[] = [
  'session.current',
  'session.touch',
  'kiosk.board',
  'kiosk.register',
  'kiosk.leave',
];

/** After this long without a touch the screen forgets what was typed, ms. */
export const KIOSK_CLEARS_MS = 60_000;

/** True when a post may call a procedure at all: the customers' screen nothing but its own, and nobody else those. */
export function isOpenTo(post: Post, path: string): boolean {
  return post === 'kiosk' ? kioskProcedures.includes(path) : !path.startsWith('kiosk.');
}

/** True for whoever has to be asked for a password after a while; the customers' screen shows nothing that could be read. */
export function locksWhenIdle(post: Post): boolean {
  return post !== 'kiosk';
}
