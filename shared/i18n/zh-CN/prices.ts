/** Chinese words of prices and how they move. */
export const prices = {
  history: '价格沿革',
  kept: { filed: '备案价', list: '表价', floor: '底价' },
  byOffice: '系统',
} as const;
