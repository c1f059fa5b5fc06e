import type Database from 'better-sqlite3';

type Row = Readonly<Record<string, unknown>>;

/** Which rows keep a home for somebody, and while what holds. */
const claims: Readonly<Record<string, (row: Row) => boolean>> = {
  unit_locks: ({ endedAt }) => endedAt === null,
  unit_holds: ({ endedAt, purpose }) => endedAt === null && purpose !== 'approval',
  unit_bookings: ({ endedAt }) => endedAt === null,
  subscriptions: ({ state }) => !['cancelled', 'forfeited', 'expired'].includes(String(state)),
};

const BUYERS = 'subscription_buyers';

/** The rows of the claims and of the buyers, as the log has told them so far. */
class Told {
  readonly #rows = new Map<string, Row>();
  /** What keeps each home, by table and row. */
  readonly #takers = new Map<number, Set<string>>();
  /** Rows of buyers of each deal: who buys may change. */
  readonly #buyers = new Map<number, Map<number, number>>();

  /** Takes in a change of the log; answers the homes of which somebody else may be the taker now. */
  take({
    name,
    rowId,
    after,
  }: {
    readonly name: string;
    readonly rowId: number;
    readonly after: string | null;
  }): number[] {
    const key = `${name}:${rowId}`;
    const before = this.#rows.get(key);
    const row: Row = { ...before, ...(after === null ? {} : JSON.parse(after)) };
    this.#rows.set(key, row);
    if (name === BUYERS) {
      const deal = Number(row['subscriptionId']);
      const buyers = this.#buyers.get(deal) ?? new Map<number, number>();
      if (after === null) buyers.delete(rowId);
      else buyers.set(rowId, Number(row['customerId']));
      this.#buyers.set(deal, buyers);
      return [Number(this.#rows.get(`subscriptions:${deal}`)?.['unitId'] ?? 0)];
    }
    const unitId = Number(row['unitId']);
    // A room change: the deal leaves the one home and takes the other.
    const left = Number(before?.['unitId'] ?? unitId);
    if (left !== unitId) this.#takers.get(left)?.delete(key);
    const takers = this.#takers.get(unitId) ?? new Set();
    if (after !== null && claims[name]?.(row) === true) takers.add(key);
    else takers.delete(key);
    this.#takers.set(unitId, takers);
    return [unitId, left];
  }

  /**
   * How many have a home. Two claims of one kind are two, whoever they are for. What is kept for a customer who buys the
   * home, and a hold for the customer who booked it, is no other taker; a lock always is.
   */
  takersOf(unitId: number): number {
    const keys = [...(this.#takers.get(unitId) ?? [])];
    const of = (kind: string) => keys.filter((key) => key.startsWith(`${kind}:`)).map((key) => this.#rows.get(key));
    const buying = of('subscriptions').flatMap((deal) => [...(this.#buyers.get(Number(deal?.['id']))?.values() ?? [])]);
    const bookings = of('unit_bookings').map((booking) => Number(booking?.['customerId']));
    const keptFor = (row: Row | undefined, customers: readonly number[]) =>
      customers.includes(Number(row?.['customerId']));
    const others = [
      ...of('subscriptions'),
      ...of('unit_locks'),
      ...of('unit_bookings').filter((booking) => !keptFor(booking, buying)),
      ...of('unit_holds').filter((hold) => !keptFor(hold, [...buying, ...bookings])),
    ];
    return Math.max(others.length, ...Object.keys(claims).map((kind) => of(kind).length));
  }
}

/**
 * Lives through the whole log once more and counts the moments at which a home had two takers: two live claims of one kind,
 * or a lock, a hold or a booking of somebody beside what another has.
 */
export function doubleSalesIn(client: Database.Database): number {
  type Change = { readonly seq: number; readonly name: string; readonly rowId: number; readonly after: string | null };
  const changes = client.prepare<[], Change>(
    `select seq, table_name as name, row_id as rowId, after from event_changes
     where table_name in (${[...Object.keys(claims), BUYERS].map((name) => `'${name}'`).join()}) order by seq, position`,
  );
  const told = new Told();
  let doubles = 0;
  let touched = new Set<number>();
  const judge = (): void => {
    for (const unitId of touched) if (told.takersOf(unitId) > 1) doubles += 1;
    touched = new Set();
  };
  let seq = 0;
  for (const change of changes.iterate()) {
    // One act may pass a home from its lock to its deal: only what stands after it counts.
    if (change.seq !== seq) judge();
    seq = change.seq;
    for (const unitId of told.take(change)) touched.add(unitId);
  }
  judge();
  return doubles;
}
