import { z } from 'zod';
import {
  type Discount,
  type DiscountOrder,
  discountOrders,
  discountSchema,
  type PriceBasis,
  priceBases,
  type RoundingUnit,
  roundingUnits,
} from '../pricing/catalogue.ts';
import { filedBandSchema } from '../pricing/limits.ts';
import { custom, define } from './definition.ts';

/** Settings of price formation. */
export const priceSettings = {
  priceBasis: define<PriceBasis>({
    group: 'prices',
    schema: z.enum(priceBases),
    unit: 'choice',
    default: 'builtArea',
    sourceNote: {
      zh: '示范文本第六条列明三种计价方式；重庆按套内建筑面积计价',
      en: 'Model contract, art. 6, has three bases; Chongqing sells by inner area',
    },
    cityPacks: { chongqing: 'innerArea' },
  }),
  discountOrder: define<DiscountOrder>({
    group: 'prices',
    schema: z.enum(discountOrders),
    unit: 'choice',
    default: 'reductionsPercentsAddOns',
    sourceNote: custom,
    cityPacks: {},
  }),
  priceRounding: define<RoundingUnit>({
    group: 'prices',
    schema: z.enum(roundingUnits),
    unit: 'choice',
    default: 'fen',
    sourceNote: custom,
    cityPacks: {},
  }),
  filedBand: define({
    group: 'prices',
    schema: filedBandSchema,
    unit: 'table',
    default: { belowPpm: 150_000, abovePpm: 0 },
    sourceNote: {
      zh: '网签系统校验成交价与备案价的上下限，幅度由各地规定',
      en: 'Net-signing tests the price against the filed price; each city sets the band',
    },
    cityPacks: {},
  }),
  priceFiledIntervalDays: define({
    group: 'prices',
    schema: z.int().min(0).max(365),
    unit: 'days',
    default: 0,
    sourceNote: {
      zh: '商品房价格备案后多久方可调整，由各地价格、住建部门规定；0 天为不限',
      en: 'How soon a filed price may be changed again is set by each city; 0 days for no limit',
    },
    cityPacks: {},
  }),
  discounts: define<readonly Discount[]>({
    group: 'prices',
    schema: z.array(discountSchema).max(200),
    unit: 'table',
    default: [],
    sourceNote: { zh: '优惠须随标价一并公示', en: 'Discounts are published together with the marked price' },
    cityPacks: {},
  }),
};
