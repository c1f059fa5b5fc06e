import type { PriceNoticeData } from '#shared/documents/price-notice/data.ts';
import { type Discount, discountsOn } from '#shared/domain/pricing/catalogue.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { buildingPrices } from '../prices/building-prices.ts';

/**
 * What the price notice of a building is printed from. Throws NOT_FOUND, and PERMIT_MISSING for a building that may not be
 * sold yet.
 */
export function priceNoticeData(
  context: Pick<QueryContext, 'db' | 'today' | 'setting'>,
  buildingId: number,
): PriceNoticeData {
  const { inForceOn, permit, homes, project, building, seller, basis } = buildingPrices(context, buildingId);
  if (permit === null) throw new DomainError('PERMIT_MISSING');
  const { setting } = context;
  return {
    inForceOn,
    project,
    building,
    permit,
    seller,
    basis,
    complaints: setting('priceHotline', inForceOn),
    discounts: discountsOn(setting('discounts', inForceOn), inForceOn).map(discountText),
    rows: homes.map(({ unit, place, unitPrice, filedPrice, listPrice, state }) => ({
      place,
      use: unit.use,
      houseType: unit.houseType,
      builtArea: unit.builtArea,
      innerArea: unit.innerArea,
      sharedArea: unit.sharedArea,
      unitPrice,
      filedPrice,
      listPrice,
      state,
    })),
  };
}

function discountText(discount: Discount): string {
  const more =
    discount.kind === 'percent'
      ? `${discount.ratePpm / 10_000} %`
      : `${discount.kind === 'addOn' ? '加 ' : ''}${formatYuan(discount.amount)} 元`;
  return `${discount.label} ${more}`;
}
