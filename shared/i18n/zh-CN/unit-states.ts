/** The commercial axis of a unit: its name, and the letter of its mark. */
export const unitStates = {
  name: {
    unreleased: '未推',
    available: '可售',
    locked: '锁定',
    held: '预留',
    booked: '小订',
    subscribed: '认购',
    drafting: '签约中',
    signed: '已签',
    paidUp: '已结清',
    frozen: '冻结',
    notForSale: '不售',
  },
  mark: {
    unreleased: '未',
    available: '可',
    locked: '锁',
    held: '留',
    booked: '订',
    subscribed: '认',
    drafting: '拟',
    signed: '签',
    paidUp: '清',
    frozen: '冻',
    notForSale: '不',
  },
} as const;
