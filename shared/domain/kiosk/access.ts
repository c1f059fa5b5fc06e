import type { Post } from '../accounts/posts.ts';

/** Everything that the customers' screen may call: no list of people, no search, nothing else of anybody's (T5). */
export const kioskProcedures: readonly string[] = [
  'session.current',
  'session.touch',
  'kiosk.board',
  'kiosk.plan',
  'kiosk.launch',
  'kiosk.changes',
  'kiosk.register',
  'kiosk.leave',
];

/** Tables of which the screen shows something: a change of anything else is not its business. */
const shownTables: readonly string[] = [
  'units',
  'buildings',
  'permits',
  'projects',
  'launches',
  'launch_groups',
  'launch_desks',
  'launch_picks',
  '*',
];

/** True where a change touches what the customers' screen shows; records as the live feed names them, `noun:id`. */
export function isShown(touched: readonly string[]): boolean {
  return touched.some((record) => shownTables.includes(record.split(':')[0] ?? record));
}

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
