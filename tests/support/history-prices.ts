import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { before, decideOn, type Picked, reason, type Work, waitingOn } from './history-hands.ts';
import type { HistoryOffice } from './history-office.ts';
import { byPercent } from './price-batches.ts';

// Prices change in batches: one is written, sent in, agreed to by three posts, and takes effect by itself on its day. Each
// step carries the newest one an act further, so that in a short history many come to their day.

const DAY_MS = 24 * 60 * 60 * 1_000;

type Batch = { readonly id: number; readonly version: number; readonly state: string };

type Prices = { readonly list: number; readonly filed: number };

/** One per cent down, and up again as far as the filed price; from one of the days to come. */
async function draft(office: HistoryOffice, { which, other }: Picked, was?: Batch): Promise<Batch | undefined> {
  const [prices] = await office.rows<Prices>('select max(list_price) as list, min(filed_price) as filed from units');
  const room = prices !== undefined && prices.list * 1.01 <= prices.filed;
  const written = await office.act<{ batchId: number; version: number }>('planner', 'prices.draft', {
    ...{ batchId: was?.id ?? null, version: was?.version ?? null, name: `${reason} ${which}` },
    effectiveOn: addDays(dayOf(office.now), 1 + (other % 2)),
    formula: byPercent(room ? 10_000 : -10_000),
  });
  return written && { id: written.batchId, version: written.version, state: 'draft' };
}

type Unpublished = { readonly buildingId: number; readonly version: number; readonly permitId: number | null };

/** A building whose new prices hang nowhere is kept from being claimed: its notice is hung up, before anything else. */
async function publish(office: HistoryOffice): Promise<boolean> {
  const [building] = await office.rows<Unpublished>(
    `select id as buildingId, version, permit_id as permitId from buildings
     where prices_published_on is null and permit_id is not null`,
  );
  if (building === undefined) return false;
  await office.act('manager', 'projects.updateBuilding', {
    ...building,
    ...{ pricesPublishedOn: dayOf(office.now), mortgaged: false, lenderConsentOn: null, deliveryOn: null },
  });
  return true;
}

const price: Work = async (office, _model, pick) => {
  if (await publish(office)) return;
  const [newest] = await office.rows<Batch>(
    `select id, version, state from price_batches
     where state in ('draft', 'returned', 'pending', 'approved') order by id desc limit 1`,
  );
  if (newest === undefined || newest.state === 'draft' || newest.state === 'returned') {
    // Its day may have passed since it was written: it is written anew for a day to come.
    const now = await before(office, () => draft(office, pick, newest));
    if (now !== undefined)
      await office.act('planner', 'prices.submit', { batchId: now.id, version: now.version, reason });
    return;
  }
  if (pick.which % 20 === 0) {
    await office.act('planner', 'prices.withdraw', { batchId: newest.id, version: newest.version, reason });
    return;
  }
  const asked = await waitingOn(office, 'priceBatches', newest.id);
  if (asked !== undefined) {
    await decideOn(office, asked, pick);
    return;
  }
  // Agreed to: its day comes, the office lets it take effect, and what it costs now is hung up.
  office.pass(DAY_MS);
  await office.tick();
  await before(office, () => publish(office));
};

/** Steps with prices, and how often they are taken. */
export const priceKinds: Readonly<Record<string, { readonly weight: number; readonly work: Work }>> = {
  price: { weight: 3, work: price },
};
