import { theOffice } from '#db/repositories/accounts.ts';
import {
  batchInForce,
  linesOfBatch,
  nextBatchOf,
  type PriceBatchRow,
  pricedUnits,
} from '#db/repositories/price-batches.ts';
import { theProject } from '#db/repositories/projects.ts';
import { buildingOf, nameOnPapers, type UnitRow } from '#db/repositories/units.ts';
import { areaBy } from '#shared/domain/prices/formula.ts';
import { isPriceAgreed } from '#shared/domain/prices/what-if.ts';
import type { PriceBasis } from '#shared/domain/pricing/catalogue.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { unitPriceOf } from '#shared/kernel/area.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Context = Pick<QueryContext, 'db' | 'today' | 'setting'>;

/** A home of a building with the prices that hold for it on the day of its list. */
export type PricedHome = {
  readonly unit: UnitRow;
  /** Entrance and room, as the list of the building calls it. */
  readonly place: string;
  /** Of a m² of the area that the basis asks for; null where there is none. */
  readonly unitPrice: Fen | null;
  readonly listPrice: Fen | null;
  readonly filedPrice: Fen | null;
  readonly floorPrice: Fen | null;
  /** Whether it can be bought, in a word. */
  readonly state: string;
};

/**
 * The prices of a building as its papers list them: those of the next batch that was agreed to, from its day on; without
 * one those that hold now. A home that is in a deal keeps its own, as it will when the batch takes effect. Throws NOT_FOUND.
 */
export function buildingPrices({ db, today, setting }: Context, buildingId: number) {
  const project = theProject(db);
  const found = buildingOf(db, buildingId);
  if (project === undefined || found === undefined) throw new DomainError('NOT_FOUND');
  const { building, permit } = found;
  const next = nextBatchOf(db, buildingId);
  const lines = new Map(next === undefined ? [] : linesOfBatch(db, next.id).map((line) => [line.unitId, line]));
  const inForceOn = next === undefined ? (building.pricesPublishedOn ?? today) : later(next.effectiveOn, today);
  const basis = setting('priceBasis', inForceOn);
  const batch: PriceBatchRow | undefined = next ?? batchInForce(db, buildingId);
  const homes = pricedUnits(db, buildingId)
    .toSorted(({ unit: a }, { unit: b }) => byPlace(a, b))
    .map(({ unit, hasDeal }): PricedHome => {
      const line = isPriceAgreed({ ...unit, hasDeal }) ? undefined : lines.get(unit.id);
      const listPrice = line?.listAfter ?? unit.listPrice;
      return {
        unit,
        place: [unit.entrance, unit.roomNo].filter((part) => part !== '').join(' '),
        unitPrice: unitPrice(unit, listPrice, basis),
        listPrice,
        filedPrice: line?.filedAfter ?? unit.filedPrice,
        floorPrice: line?.floorAfter ?? unit.floorPrice,
        state: stateOf(unit),
      };
    });
  return {
    inForceOn,
    batch: batch?.number ?? '',
    project: project.name,
    building: nameOnPapers(db, building),
    permit: permit?.number ?? null,
    seller: { name: project.sellerName, hotline: theOffice(db)?.companyPhone ?? '' },
    basis,
    homes,
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

const sold: ReadonlySet<UnitCommercialState> = new Set(['subscribed', 'drafting', 'signed', 'paidUp']);

/** What whoever reads the list is told: nothing of who holds a home or why. */
function stateOf({ commercialState }: UnitRow): string {
  if (sold.has(commercialState)) return '已售';
  if (commercialState === 'unreleased') return '未推出';
  return commercialState === 'notForSale' || commercialState === 'frozen' ? '不可售' : '可售';
}
