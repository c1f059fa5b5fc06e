import type { FloorPriceListData, PriceListData } from '#shared/documents/price-list/data.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { buildingPrices, type PricedHome } from '../prices/building-prices.ts';

type Context = Pick<QueryContext, 'db' | 'today' | 'setting'>;

/** What the price list of a building is printed from; a building without a permit has one too. Throws NOT_FOUND. */
export function priceListData(context: Context, buildingId: number): PriceListData {
  const { homes, permit, ...prices } = buildingPrices(context, buildingId);
  return { ...prices, permit: permit ?? '', rows: homes.map(rowOf) };
}

/** The same with floor prices: whoever asks must be told them. Throws NOT_FOUND. */
export function floorPriceListData(context: Context, buildingId: number): FloorPriceListData {
  const { homes, permit, ...prices } = buildingPrices(context, buildingId);
  return {
    ...prices,
    permit: permit ?? '',
    rows: homes.map((home) => ({ ...rowOf(home), floorPrice: home.floorPrice })),
  };
}

function rowOf({ unit, place, unitPrice, listPrice, state }: PricedHome): PriceListData['rows'][number] {
  const { use, houseType, orientation, builtArea, innerArea } = unit;
  return { place, use, houseType, orientation, builtArea, innerArea, unitPrice, listPrice, state };
}
