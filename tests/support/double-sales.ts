import type Database from 'better-sqlite3';

/** Which rows keep a home for somebody, and while what holds. */
const claims: Readonly<Record<string, (row: Readonly<Record<string, unknown>>) => boolean>> = {
  unit_locks: ({ endedAt }) => endedAt === null,
  unit_holds: ({ endedAt, purpose }) => endedAt === null && purpose !== 'approval',
  unit_bookings: ({ endedAt }) => endedAt === null,
  subscriptions: ({ state }) => !['cancelled', 'forfeited', 'expired'].includes(String(state)),
};

/**
 * Lives through the whole log once more and counts the moments at which a home had two takers: two live claims of one kind,
 * or a lock, a hold or a booking beside a deal.
 */
export function doubleSalesIn(client: Database.Database): number {
  const buyers = new Set(
    client
      .prepare<[], string>(
        `select after ->> 'subscriptionId' || ' ' || (after ->> 'customerId') as name from event_changes
         where table_name = 'subscription_buyers' and before is null`,
      )
      .pluck()
      .all(),
  );
  type Change = { readonly seq: number; readonly name: string; readonly rowId: number; readonly after: string | null };
  const changes = client.prepare<[], Change>(
    `select seq, table_name as name, row_id as rowId, after from event_changes
     where table_name in (${Object.keys(claims)
       .map((name) => `'${name}'`)
       .join()}) order by seq, position`,
  );
  const rows = new Map<string, Record<string, unknown>>();
  const takers = new Map<number, Set<string>>();
  let doubles = 0;
  let touched = new Set<number>();
  /** A home that is kept for a customer and under review for the same one has one taker. */
  const takersOf = (keys: readonly string[]): number => {
    const deals = keys.filter((key) => key.startsWith('subscriptions:')).map((key) => rows.get(key)?.['id']);
    const others = keys.filter((key) => {
      const { customerId } = rows.get(key) ?? {};
      return (
        key.startsWith('subscriptions:') || !deals.some((deal) => buyers.has(`${String(deal)} ${String(customerId)}`))
      );
    });
    return others.length;
  };
  const judge = (): void => {
    for (const unitId of touched) if (takersOf([...(takers.get(unitId) ?? [])]) > 1) doubles += 1;
    touched = new Set();
  };
  let seq = 0;
  for (const change of changes.iterate()) {
    // One act may pass a home from its lock to its deal: only what stands after it counts.
    if (change.seq !== seq) judge();
    seq = change.seq;
    const key = `${change.name}:${change.rowId}`;
    const row = { ...rows.get(key), ...(change.after === null ? {} : JSON.parse(change.after)) };
    rows.set(key, row);
    const unitId = Number(row['unitId']);
    const live = change.after !== null && claims[change.name]?.(row) === true;
    const set = takers.get(unitId) ?? new Set();
    if (live) set.add(key);
    else set.delete(key);
    takers.set(unitId, set);
    touched.add(unitId);
  }
  judge();
  return doubles;
}
