import type { Content, TableCell } from 'pdfmake';
import type { RepaymentSummary } from '#shared/domain/loans/repayment.ts';
import type { PlanItem } from '#shared/domain/plans/states.ts';
import type { QuoteReckoning } from '#shared/domain/quotes/reckoning.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { columnAmount, percentText, STRUCK } from '../kit/blanks.ts';
import { inks, sizes } from '../kit/definition.ts';
import type { ExpectedBlank } from '../kit/expected.ts';
import { grid, tight } from '../kit/tables.ts';

type Way = QuoteReckoning['ways'][number];

const HEAD_WIDTH = 62;
const MONTHS = 12;

/** The payment ways side by side: what is paid when, what is lent, what a month costs by either way to repay. */
export function waysTable(ways: readonly Way[]): Content {
  const body: TableCell[][] = [
    row('付款方式', ways, (way) => ({ text: way.label, bold: true, alignment: 'center' })),
    row('自付合计', ways, ({ downPayment }) =>
      pair(`占 ${percentText(downPayment.ratePpm)}`, downPayment.amount, { bold: true }),
    ),
    ...planRows(ways),
  ];
  if (ways.some(({ loans }) => loans.length > 0))
    body.push(
      row(
        '贷款年限',
        ways,
        ({ loans: [loan] }) => loan && { text: `${loan.months / MONTHS} 年（${loan.months} 期）`, alignment: 'right' },
      ),
      row('年利率', ways, ({ loans }) =>
        loans.length === 0 ? undefined : { text: ratesText(loans), alignment: 'right' },
      ),
      row('等额本息', ways, ({ repayment }) => repaid(repayment?.equalInstalments, '每月')),
      row('等额本金', ways, ({ repayment }) => repaid(repayment?.equalPrincipal, '首月')),
    );
  return {
    table: { widths: [HEAD_WIDTH, ...ways.map(() => '*')], dontBreakRows: true, body },
    layout: tight(grid),
    fontSize: sizes.note,
  };
}

const lenders = { commercialLoan: '商业', providentLoan: '公积金' } as const;

function ratesText(loans: Way['loans']): string {
  const [only] = loans;
  if (loans.length === 1 && only !== undefined) return percentText(only.ratePpm);
  return loans.map(({ kind, ratePpm }) => `${lenders[kind]} ${percentText(ratePpm)}`).join('，');
}

/** One row for each item of any plan, the first, second … of its kind beside that of the other ways. */
function planRows(ways: readonly Way[]): TableCell[][] {
  return rowsOfPlans(ways).map(({ item, lines }) =>
    row(labels.planItems[item], ways, (_way, index) => {
      const line = lines[index];
      return line && pair(`${line.dueOn}前`, line.amount, { small: true });
    }),
  );
}

/** The rows of the plans: an item, and its line in each of the ways, where it has one. */
function rowsOfPlans(ways: readonly Way[]): { item: PlanItem; lines: (Way['plan'][number] | undefined)[] }[] {
  const places: { item: PlanItem; nth: number }[] = [];
  for (const { plan } of ways)
    for (const place of placesOf(plan))
      if (!places.some(({ item, nth }) => item === place.item && nth === place.nth)) places.push(place);
  const order = Object.keys(labels.planItems);
  return places
    .toSorted((a, b) => order.indexOf(a.item) - order.indexOf(b.item) || a.nth - b.nth)
    .map(({ item, nth }) => ({
      item,
      lines: ways.map(({ plan }) => plan.filter((one) => one.item === item)[nth]),
    }));
}

/** What the pages must say of the ways to pay: row by row, each way beside the others. */
export function expectedWays(ways: readonly Way[]): ExpectedBlank[] {
  const across = (name: string, words: (way: Way, index: number) => string | undefined): ExpectedBlank => ({
    name,
    words: `${name}${ways.map((way, index) => words(way, index) ?? STRUCK).join('')}`,
  });
  const repayments = (summary: RepaymentSummary | undefined, first: string) =>
    summary &&
    `${first}${columnAmount(summary.first)}末月${columnAmount(summary.last)}利息合计${columnAmount(summary.interest)}`;
  return [
    across('付款方式', ({ label }) => label),
    across('自付合计', ({ downPayment: { ratePpm, amount } }) => `占${percentText(ratePpm)}${columnAmount(amount)}`),
    ...rowsOfPlans(ways).map(({ item, lines }) =>
      across(labels.planItems[item], (_way, index) => {
        const line = lines[index];
        return line && `${line.dueOn}前${columnAmount(line.amount)}`;
      }),
    ),
    ...(ways.some(({ loans }) => loans.length > 0)
      ? [
          across('贷款年限', ({ loans: [loan] }) => loan && `${loan.months / MONTHS}年（${loan.months}期）`),
          across('年利率', ({ loans }) => (loans.length === 0 ? undefined : ratesText(loans))),
          across('等额本息', ({ repayment }) => repayments(repayment?.equalInstalments, '每月')),
          across('等额本金', ({ repayment }) => repayments(repayment?.equalPrincipal, '首月')),
        ]
      : []),
  ];
}

function placesOf(plan: Way['plan']): { item: PlanItem; nth: number }[] {
  return plan.map(({ item }, index) => ({
    item,
    nth: plan.slice(0, index).filter((earlier) => earlier.item === item).length,
  }));
}

function row(
  head: string,
  ways: readonly Way[],
  cell: (way: Way, index: number) => TableCell | undefined,
): TableCell[] {
  return [
    { text: head, alignment: 'center', color: inks.soft, verticalAlignment: 'middle' },
    ...ways.map(
      (way, index): TableCell => cell(way, index) ?? { text: STRUCK, alignment: 'center', verticalAlignment: 'middle' },
    ),
  ];
}

function repaid(summary: RepaymentSummary | undefined, first: string): TableCell | undefined {
  if (summary === undefined) return undefined;
  return {
    stack: [pair(first, summary.first, { bold: true }), pair('末月', summary.last), pair('利息合计', summary.interest)],
  };
}

/** A name at the left of a cell and an amount at its right. */
function pair(name: string, amount: Fen, { bold = false, small = false } = {}): Extract<Content, { columns: unknown }> {
  return {
    columns: [
      small
        ? { width: 'auto', text: name, fontSize: sizes.small, color: inks.soft, margin: [0, 0.9, 0, 0] }
        : { width: 'auto', text: name },
      { width: '*', alignment: 'right', text: columnAmount(amount), bold },
    ],
  };
}
