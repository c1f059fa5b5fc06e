import { theOffice } from '#db/repositories/accounts.ts';
import { linesOfBatch, nextBatchOf, unitsAtBuilding } from '#db/repositories/price-batches.ts';
import { theProject } from '#db/repositories/projects.ts';
import { buildingOf, type UnitRow } from '#db/repositories/units.ts';
import type { PriceNoticeData } from '#shared/documents/price-notice/data.ts';
import { areaBy } from '#shared/domain/prices/formula.ts';
import { type Discount, discountsOn, type PriceBasis } from '#shared/domain/pricing/catalogue.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { unitPriceOf } from '#shared/kernel/area.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, formatYuan } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';

const sold: ReadonlySet<UnitCommercialState> = new Set(['subscribed', 'drafting', 'signed', 'paidUp']);

/**
 * What the price notice of a building is printed from: the prices of the next batch that was agreed to, from its day on;
 * without one those that hold now. Throws NOT_FOUND, and PERMIT_MISSING for a building that may not be sold yet.
 */
export function priceNoticeData(
  { db, today, setting }: Pick<QueryContext, 'db' | 'today' | 'setting'>,
  buildingId: number,
): PriceNoticeData {
  const project = theProject(db);
  const found = buildingOf(db, buildingId);
  if (project === undefined || found === undefined) throw new DomainError('NOT_FOUND');
  const { building, permit } = found;
  if (permit === null) throw new DomainError('PERMIT_MISSING');
  const batch = nextBatchOf(db, buildingId);
  const lines = new Map(batch === undefined ? [] : linesOfBatch(db, batch.id).map((line) => [line.unitId, line]));
  const inForceOn = batch === undefined ? (building.pricesPublishedOn ?? today) : later(batch.effectiveOn, today);
  const basis = setting('priceBasis', inForceOn);
  return {
    inForceOn,
    project: project.name,
    building: building.name,
    permit: permit.number,
    seller: { name: project.sellerName, hotline: theOffice(db)?.companyPhone ?? '' },
    complaints: setting('priceHotline', inForceOn),
    basis,
    discounts: discountsOn(setting('discounts', inForceOn), inForceOn).map(discountText),
    rows: unitsAtBuilding(db, buildingId)
      .toSorted(byPlace)
      .map((unit) => {
        const line = lines.get(unit.id);
        const listPrice = line?.listAfter ?? unit.listPrice;
        return {
          place: [unit.entrance, unit.roomNo].filter((part) => part !== '').join(' '),
          use: unit.use,
          houseType: unit.houseType,
          builtArea: unit.builtArea,
          innerArea: unit.innerArea,
          sharedArea: unit.sharedArea,
          unitPrice: unitPrice(unit, listPrice, basis),
          filedPrice: line?.filedAfter ?? unit.filedPrice,
          listPrice,
          state: stateOf(unit),
        };
      }),
  };
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

function unitPrice(unit: UnitRow, listPrice: Fen | null, basis: PriceBasis): Fen | null {
  const size = basis === 'perSet' ? null : areaBy(unit, basis);
  return listPrice === null || size === null ? null : (unitPriceOf(listPrice, size) ?? null);
}

const byText = new Intl.Collator('zh-CN', { numeric: true });

function byPlace(a: UnitRow, b: UnitRow): number {
  return byText.compare(a.entrance, b.entrance) || a.floor - b.floor || byText.compare(a.roomNo, b.roomNo);
}

/** What whoever reads the list is told: nothing of who holds a home or why. */
function stateOf({ commercialState }: UnitRow): string {
  if (sold.has(commercialState)) return '已售';
  if (commercialState === 'unreleased') return '未推出';
  return commercialState === 'notForSale' || commercialState === 'frozen' ? '不可售' : '可售';
}

function discountText(discount: Discount): string {
  const more =
    discount.kind === 'percent'
      ? `${discount.ratePpm / 10_000} %`
      : `${discount.kind === 'addOn' ? '加 ' : ''}${formatYuan(discount.amount)} 元`;
  return `${discount.label} ${more}`;
}
