import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkProject } from '#shared/domain/imports/running-project/link-project.ts';
import type { OfficeFacts } from '#shared/domain/imports/running-project/project-plan.ts';
import { readProject } from '#shared/domain/imports/running-project/read-project.ts';
import { tieOut, tieOutState } from '#shared/domain/imports/running-project/totals.ts';
import { readDay, readShares, splitPeople } from '#shared/domain/imports/running-project/words.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fenToDecimal } from '#shared/kernel/money.ts';
import { projectLists, runningProjects } from '#tests/support/running-projects.ts';

const facts: OfficeFacts = {
  today: localDate('2026-11-23'),
  homes: Array.from({ length: 40 }, (_unused, index) => ({
    id: index + 1,
    label: `1-1-${index + 101}`,
    building: '1栋',
    entrance: '1单元',
    floor: 1,
    roomNo: String(index + 101),
    state: 'available',
    covered: true,
    listPrice: null,
    builtArea: area(10_000),
  })),
  accounts: [{ id: 5, name: '陈晓', active: true }],
  byPhone: new Map(),
  byIdentity: new Map(),
  numbers: { subscriptions: new Set(), contracts: new Set(), receipts: new Set(), filings: new Set() },
  signingDays: 7,
  planTemplates: [],
};

const sheetsOf = (lists: ReturnType<typeof projectLists>) =>
  Object.entries(lists).map(([name, rows]) => ({ name, label: name, rows }));

describe('The lists of a running project', () => {
  it('tie out to the fen with the books that they were written from, whatever they hold', () => {
    fc.assert(
      fc.property(runningProjects, (books) => {
        const { records, problems } = readProject(sheetsOf(projectLists(books)));
        const plan = linkProject(records, facts);
        expect([...problems, ...plan.problems].filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(tieOutState(tieOut(records.totals, plan.figures))).toEqual({ missing: 0, differing: 0 });
        for (const deal of plan.deals) {
          const planned = deal.lines.reduce((sum, { amount }) => sum + amount, 0);
          const allotted = deal.receipts.flatMap(({ shares }) => shares).reduce((sum, { amount }) => sum + amount, 0);
          expect([planned, allotted, planned - allotted]).toEqual([deal.subscription.price, deal.received, deal.open]);
          for (const line of deal.lines) {
            const paid = deal.receipts.flatMap(({ shares }) =>
              shares.filter(({ position }) => position === line.position),
            );
            expect(paid.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(line.amount);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never tie out once one receipt is a fen off', () => {
    fc.assert(
      fc.property(runningProjects, fc.nat(), (books, which) => {
        const lists = projectLists(books);
        const receipts = lists['收款'] ?? [];
        fc.pre(receipts.length > 1);
        const at = 1 + (which % (receipts.length - 1));
        const off = receipts.map((row, index) =>
          index === at ? row.map((cell, column) => (column === 4 ? fenMore(cell) : cell)) : row,
        );
        const { records } = readProject(sheetsOf({ ...lists, 收款: off }));
        const plan = linkProject(records, facts);
        expect(plan.problems.some(({ severity }) => severity === 'error')).toBe(true);
        expect(tieOutState(tieOut(records.totals, plan.figures)).differing).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  it('without sheet names are known by their columns', () => {
    const [books] = fc.sample(runningProjects, { numRuns: 1, seed: 7 });
    const sheets = sheetsOf(projectLists(books ?? [])).map((sheet, index) => ({ ...sheet, name: `Sheet${index + 1}` }));
    expect(readProject(sheets).sheets.map(({ kind }) => kind)).toEqual([
      'customers',
      'subscriptions',
      'contracts',
      'receipts',
      'balances',
      'totals',
    ]);
  });
});

function fenMore(cell: string): string {
  return fenToDecimal((Math.round(Number(cell) * 100) + 1) as never);
}

describe('The words of the lists', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['45356', '2024-03-05'],
    ['2024-02-30', undefined],
    ['3/5/2024', undefined],
    ['60', undefined],
    ['待定', undefined],
  ])('read the day %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each([
    ['60%、40%', 2, [600_000, 400_000]],
    ['1/3,1/3,1/3', 3, [333_334, 333_333, 333_333]],
    ['0.5；0.5', 2, [500_000, 500_000]],
    ['60%、30%', 2, undefined],
    ['100%', 2, undefined],
  ] as const)('read the shares %s', (text, people, shares) => {
    expect(readShares(text, people)).toEqual(shares);
  });

  it('read several people in one cell', () => {
    expect(splitPeople('张三、李 四/王五')).toEqual(['张三', '李 四', '王五']);
  });
});
