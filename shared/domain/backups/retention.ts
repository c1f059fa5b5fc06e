import { dayOf } from '#shared/kernel/local-date.ts';
import { AHEAD_MS } from './snapshot-page.ts';

/** How many snapshots are kept: the newest of so many hours, days, months and years that have one. */
export const retention = { hours: 24, days: 31, months: 24, years: 10 } as const;

const HOUR_MS = 3_600_000;

/** The part of time that a snapshot belongs to, in each class. */
const periods: Readonly<Record<keyof typeof retention, (at: number) => string>> = {
  hours: (at) => String(Math.floor(at / HOUR_MS)),
  days: (at) => dayOf(at),
  months: (at) => dayOf(at).slice(0, 7),
  years: (at) => dayOf(at).slice(0, 4),
};

/**
 * The snapshots that stay: of each class the newest one of as many periods as it keeps, counted in periods that have one,
 * so that a week of holidays costs nothing. What a clock wrote that ran ahead takes nobody's place and stays too: it is
 * for the time to come to judge. The newest one always stays.
 */
export function keptSnapshots<S extends { readonly at: number }>(snapshots: readonly S[], now: number): ReadonlySet<S> {
  const ahead = snapshots.filter(({ at }) => at > now + AHEAD_MS);
  const past = snapshots.filter(({ at }) => at <= now + AHEAD_MS).toSorted((one, other) => other.at - one.at);
  const kept = new Set(ahead);
  for (const [name, most] of Object.entries(retention)) {
    const periodOf = periods[name as keyof typeof retention];
    const seen = new Set<string>();
    for (const snapshot of past) {
      if (seen.size === most) break;
      const period = periodOf(snapshot.at);
      if (seen.has(period)) continue;
      seen.add(period);
      kept.add(snapshot);
    }
  }
  return kept;
}

/** How long the last snapshot under a key that was changed since is kept, whatever else was made in its hour. */
const OLD_KEY_MS = 31 * 24 * HOUR_MS;

/**
 * The last snapshot under each key that the office had before: what a change of keys was begun with stays for a month,
 * though one under the new key follows in the same hour.
 */
export function lastUnderOldKeys<S extends { readonly at: number; readonly key: string | null }>(
  snapshots: readonly S[],
  { key, now }: { readonly key: string | null; readonly now: number },
): readonly S[] {
  const last = new Map<string | null, S>();
  for (const one of snapshots) if (one.at > (last.get(one.key)?.at ?? 0)) last.set(one.key, one);
  return [...last.values()].filter((one) => one.key !== key && now - one.at < OLD_KEY_MS);
}
