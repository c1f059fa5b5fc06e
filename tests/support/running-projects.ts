import fc from 'fast-check';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { fen, fenToDecimal, splitFen } from '#shared/kernel/money.ts';
import { headings } from './project-book.ts';

/** A deal as the books of an old office hold it: money in fen, days from the subscription. */
type BookedDeal = {
  readonly price: number;
  readonly buyers: number;
  readonly subscribedAfter: number;
  readonly deposit: number;
  readonly signed: boolean;
  readonly filed: boolean;
  /** Parts of the rest of the price, and how many of them have come in. */
  readonly parts: readonly {
    readonly item: '首付款' | '分期款' | '按揭贷款' | '公积金' | '尾款';
    readonly weight: number;
  }[];
  readonly paidParts: number;
};

/** Running projects as an office could have them: every deal's deposit, parts and open lines make its price. */
export const runningProjects: fc.Arbitrary<readonly BookedDeal[]> = fc.array(
  fc.record({
    price: fc.integer({ min: 10_000_001, max: 999_999_999 }),
    buyers: fc.integer({ min: 1, max: 3 }),
    subscribedAfter: fc.integer({ min: 0, max: 900 }),
    deposit: fc.integer({ min: 0, max: 2_000_000 }),
    signed: fc.boolean(),
    filed: fc.boolean(),
    parts: fc.array(
      fc.record({
        item: fc.constantFrom('首付款', '分期款', '按揭贷款', '公积金', '尾款'),
        weight: fc.integer({ min: 1, max: 50 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    paidParts: fc.integer({ min: 0, max: 6 }),
  }),
  { minLength: 1, maxLength: 12 },
);

const begin = localDate('2024-01-02');

/** The lists of a project with the office's own totals, which are summed here by themselves. */
export function projectLists(deals: readonly BookedDeal[]): Record<string, string[][]> {
  const rows = { 客户: [], 认购: [], 合同: [], 收款: [], 应收余额: [] } as Record<string, string[][]>;
  const own = { customers: 0, price: 0n, contracts: 0, signed: 0n, receipts: 0, received: 0n, open: 0n };
  for (const [at, deal] of deals.entries()) {
    const number = `认${at + 1}`;
    const on = addDays(begin, deal.subscribedAfter);
    const names = Array.from({ length: deal.buyers }, (_unused, index) => `买家${at + 1}之${index + 1}`);
    for (const name of names) {
      own.customers += 1;
      const id = String(own.customers).padStart(8, '0');
      rows['客户']?.push([`K${own.customers}`, name, `139${id}`, '其他证件', `99${id}`, '', '陈晓', on]);
    }
    own.price += BigInt(deal.price);
    const home = ['1栋', '1单元', '1', String(101 + at)];
    const [price, deposit] = [yuanOf(deal.price), yuanOf(deal.deposit)];
    rows['认购']?.push([number, ...home, names.join('、'), '陈晓', on, price, deposit, '']);
    if (deal.signed) {
      own.contracts += 1;
      own.signed += BigInt(deal.price);
      const filing = deal.filed ? [`网${at + 1}`, addDays(on, 20)] : ['', ''];
      rows['合同']?.push([`合${at + 1}`, number, addDays(on, 5), price, ...filing]);
    }
    const take = (item: string, amount: number, day: number) => {
      if (amount === 0) return;
      own.receipts += 1;
      own.received += BigInt(amount);
      rows['收款']?.push([`收${own.receipts}`, number, addDays(on, day), item, yuanOf(amount), '转账', '', '']);
    };
    take('定金', deal.deposit, 0);
    const weights = deal.parts.map(({ weight }) => weight);
    for (const [index, amount] of splitFen(fen(deal.price - deal.deposit), weights).entries()) {
      const item = deal.parts[index]?.item ?? '尾款';
      if (index < deal.paidParts) {
        take(item, amount, index + 1);
        continue;
      }
      own.open += BigInt(amount);
      rows['应收余额']?.push([number, item, addDays(localDate('2026-12-01'), index * 30), yuanOf(amount)]);
    }
  }
  const totals = [
    ['客户', String(own.customers), ''],
    ['认购', String(deals.length), yuanOf(Number(own.price))],
    ['合同', String(own.contracts), yuanOf(Number(own.signed))],
    ['收款', String(own.receipts), yuanOf(Number(own.received))],
    ['应收余额', '', yuanOf(Number(own.open))],
  ];
  const all: Record<string, string[][]> = { ...rows, 核对: totals };
  return Object.fromEntries(
    Object.entries(headings).map(([sheet, heading]) => [sheet, [[...heading], ...(all[sheet] ?? [])]]),
  );
}

function yuanOf(amount: number): string {
  return fenToDecimal(fen(amount));
}
