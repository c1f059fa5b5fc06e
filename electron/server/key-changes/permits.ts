import type { Connection } from '../kernel/session.ts';

/** Who may change the keys of the office, and why they do it. */
export type KeyPermit = { readonly actorId: number; readonly reason: string };

/** Whoever has given the reason and the password has so long to print the new code and type it back, ms. */
const GOOD_MS = 30 * 60_000;

/** The permits of an office, one for each window that asked; in memory, and used up by the first change. */
export type KeyPermits = ReturnType<typeof keyPermits>;

/** See {@link KeyPermits}. */
export function keyPermits(clock: () => number) {
  const given = new WeakMap<Connection, KeyPermit & { readonly at: number }>();
  const good = (connection: Connection): KeyPermit | undefined => {
    const found = given.get(connection);
    const { session } = connection;
    // The same person is still at the window, and its screen is open.
    if (found === undefined || session === undefined || session.locked || session.accountId !== found.actorId)
      return undefined;
    return clock() - found.at > GOOD_MS ? undefined : { actorId: found.actorId, reason: found.reason };
  };
  return {
    give: (connection: Connection, permit: KeyPermit): void => {
      given.set(connection, { ...permit, at: clock() });
    },
    good,
    take: (connection: Connection): KeyPermit | undefined => {
      const found = good(connection);
      given.delete(connection);
      return found;
    },
  };
}
