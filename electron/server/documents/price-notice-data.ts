import type { PriceNoticeData } from '#shared/documents/price-notice/data.ts';
import { type Discount, discountsOn } from '#shared/domain/pricing/catalogue.ts';
import { publishedCharges, usesAmong } from '#shared/domain/quotes/published-charges.ts';
import type { UnitUse } from '#shared/domain/units/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { buildingPrices } from '../prices/building-prices.ts';
import { rateSources } from '../quotes/fee-sources.ts';

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
  const uses = homes.map(({ unit }) => unit.use);
  const landUse = setting('landUse', inForceOn);
  const endsOn = setting('landEndsOn', inForceOn);
  return {
    inForceOn,
    project,
    building,
    permit,
    seller,
    basis,
    land: usesAmong(uses).map((use) => ({ use, landUse: landUse[use], endsOn: endsOn[use] })),
    charges: chargesOf(context, uses, inForceOn),
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

/** What is collected beside the price from that day on, each with what its rate rests on. */
function chargesOf(
  context: Pick<QueryContext, 'db' | 'setting'>,
  uses: readonly UnitUse[],
  day: LocalDate,
): PriceNoticeData['charges'] {
  const { setting } = context;
  const sourceOf = rateSources(context, day);
  return publishedCharges(uses, {
    maintenanceFund: setting('maintenanceFund', day),
    registrationFee: setting('registrationFee', day),
    mortgageRegistrationFee: setting('mortgageRegistrationFee', day),
    propertyFee: setting('propertyFee', day),
    optionalCharges: setting('optionalCharges', day),
  }).map((charge) => {
    const { from, note } = sourceOf(charge.kind);
    return { ...charge, from, note };
  });
}

function discountText(discount: Discount): string {
  const more =
    discount.kind === 'percent'
      ? `${discount.ratePpm / 10_000} %`
      : `${discount.kind === 'addOn' ? '加 ' : ''}${formatYuan(discount.amount)} 元`;
  return `${discount.label} ${more}`;
}
