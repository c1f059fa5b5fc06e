import type { DocumentKind } from '../kind.ts';
import { openBlanks } from '../kit/open-blanks.ts';
import { type FloorPriceListData, floorPriceListDataSchema, type PriceListData, priceListDataSchema } from './data.ts';
import { buildPriceListDefinition, FLOOR_TITLE, LIST_TITLE, priceListEdition } from './definition.ts';
import { expectedOnPriceList, frameOfPriceList } from './expected.ts';
import { floorPriceListSample, priceListSample } from './sample.ts';

/** A building fits one A3; a high one is handier on A4. */
type Sheets = 'a3Landscape' | 'a4Landscape';

const shared = {
  templateVersion: priceListEdition,
  papers: ['a3Landscape', 'a4Landscape'],
  build: buildPriceListDefinition,
  openBlanks: ({ permit, seller }: PriceListData | FloorPriceListData) =>
    openBlanks([
      ['预售许可', permit],
      ['价格咨询', seller.hotline],
    ]),
  expected: expectedOnPriceList,
  frame: frameOfPriceList,
  follows: true,
} as const;

/** The price list of a building (价目表), internal: with the batch that made its prices and the day they hold from. */
export const priceList: DocumentKind<PriceListData, Sheets> = {
  ...shared,
  kind: 'priceList',
  title: LIST_TITLE,
  numberPrefix: 'JM',
  copies: 2,
  schema: priceListDataSchema,
  sample: priceListSample,
};

/** The same with floor prices (底价表), for whoever is told them. */
export const floorPriceList: DocumentKind<FloorPriceListData, Sheets> = {
  ...shared,
  kind: 'floorPriceList',
  title: FLOOR_TITLE,
  numberPrefix: 'DJ',
  copies: 1,
  schema: floorPriceListDataSchema,
  sample: floorPriceListSample,
};
