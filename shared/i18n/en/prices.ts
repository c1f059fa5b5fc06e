import type { Translation } from '../translation.ts';
import type { prices as zh } from '../zh-CN/prices.ts';

/** English words of prices and how they move. */
export const prices: Translation<typeof zh> = {
  history: 'Price history',
  kept: { filed: 'Filed', list: 'List', floor: 'Floor' },
  byOffice: 'System',
};
