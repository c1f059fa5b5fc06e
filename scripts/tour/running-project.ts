import { consultants, staff } from '#db/seed/people.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { projectBook } from '#tests/support/project-book.ts';

/** Homes of the tour's building on a floor of which it sells none, with prices in yuan; invented. */
const FLOOR = 17;
const deals = [
  { room: '01', buyer: '钱一鸣', price: 2_480_000, filed: true },
  { room: '02', buyer: '孙二娘', price: 1_862_000.5, filed: false },
  { room: '03', buyer: '李三思', price: 1_855_000, filed: undefined },
] as const;

const DEPOSIT = 50_000;
const LOAN = 1_200_000;

/** The books of an old office with three deals in a building: one filed, one signed, one with its deposit. */
export function tourBooks(building: string): Promise<{ readonly name: string; readonly content: string }> {
  const consultant = staff.find(({ loginName }) => loginName === consultants[0])?.name ?? '';
  const today = dayOf(Date.now());
  const [subscribed, signed, filed, due] = [-90, -83, -75, 60].map((days) => addDays(today, days));
  const number = (index: number) => `认旧${String(index + 1).padStart(3, '0')}`;
  const contracts = deals.filter((deal) => deal.filed !== undefined);
  const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);
  const prices = deals.map(({ price }) => price);
  const firsts = contracts.map(({ price }) => price - DEPOSIT - LOAN);
  const received = deals.length * DEPOSIT + sum(firsts);
  return projectBook(
    {
      客户: deals.map(({ buyer }, index) => [
        ...[`K${index + 1}`, buyer, `1006180270${index}`, '其他证件', `990061802${index}`, '渝中区临江路 1 号'],
        ...[consultant, subscribed ?? ''],
      ]),
      认购: deals.map(({ room, buyer, price }, index) => [
        ...[number(index), building, '1单元', FLOOR, `${FLOOR}${room}`, buyer, consultant, subscribed ?? ''],
        ...[price, DEPOSIT, '商业按揭'],
      ]),
      合同: contracts.map(({ price, filed: isFiled }, index) => [
        ...[`合旧${String(index + 1).padStart(3, '0')}`, number(index), signed ?? '', price],
        ...(isFiled ? [`网旧${String(index + 1).padStart(4, '0')}`, filed ?? ''] : [null, null]),
      ]),
      收款: [
        ...deals.map((_deal, index) => [
          ...[`收旧1${index}`, number(index), subscribed ?? '', '定金', DEPOSIT, '转账', null, null],
        ]),
        ...firsts.map((amount, index) => [
          ...[`收旧2${index}`, number(index), signed ?? '', '首付款', amount, '刷卡', null, null],
        ]),
      ],
      应收余额: deals.map(({ price, filed: state }, index) =>
        state === undefined
          ? [number(index), '首付款', due ?? '', price - DEPOSIT]
          : [number(index), '按揭贷款', due ?? '', LOAN],
      ),
      核对: [
        ['客户', deals.length, null],
        ['认购', deals.length, sum(prices)],
        ['合同', contracts.length, sum(contracts.map(({ price }) => price))],
        ['收款', deals.length + contracts.length, received],
        ['应收余额', null, sum(prices) - received],
      ],
    },
    '旧台账.xlsx',
  );
}
