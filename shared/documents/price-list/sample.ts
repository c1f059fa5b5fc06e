import { fen } from '#shared/kernel/money.ts';
import { priceNoticeSample } from '../price-notice/sample.ts';
import type { FloorPriceListData, PriceListData } from './data.ts';

const { inForceOn, project, building, permit, seller, basis, rows } = priceNoticeSample;

/** The building of the notice that never was, as the office lists it for itself. */
export const priceListSample: PriceListData = {
  inForceOn,
  batch: 'TJ-2026-0002',
  project,
  building,
  permit,
  seller,
  basis,
  rows: rows.map(({ place, use, houseType, builtArea, innerArea, unitPrice, listPrice, state }, index) => ({
    place,
    use,
    houseType,
    orientation: index % 2 === 0 ? '南北' : '东南',
    builtArea,
    innerArea,
    unitPrice,
    listPrice,
    state,
  })),
};

/** The same with what nobody below the director goes under. */
export const floorPriceListSample: FloorPriceListData = {
  ...priceListSample,
  rows: priceListSample.rows.map((row) => ({
    ...row,
    floorPrice: row.listPrice === null ? null : fen(row.listPrice - 3_600_000),
  })),
};
