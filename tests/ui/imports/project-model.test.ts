import { describe, expect, it } from 'vitest';
import { missingOf, outcomeOf } from '#renderer/features/imports/project-model.ts';
import { noTotals, tieOut } from '#shared/domain/imports/running-project/totals.ts';
import { fen } from '#shared/kernel/money.ts';

const nothing = { count: 0, amount: fen(0) };
const figures = {
  customers: { count: 3, amount: fen(0) },
  subscriptions: { count: 2, amount: fen(200_000_001) },
  contracts: nothing,
  receipts: nothing,
  balances: nothing,
};

describe('The totals of a running project', () => {
  it('agree, differ, are missing, or are of nothing', () => {
    const own = {
      ...noTotals,
      customers: { count: 3, amount: null },
      subscriptions: { count: null, amount: fen(200_000_000) },
    };
    expect(tieOut(own, figures).map((line) => [line.kind, line.measure, outcomeOf(line), line.difference])).toEqual([
      ['customers', 'count', 'agrees', 0],
      ['subscriptions', 'count', 'missing', null],
      ['subscriptions', 'amount', 'differs', 1],
      ['contracts', 'count', 'none', null],
      ['contracts', 'amount', 'none', null],
      ['receipts', 'count', 'none', null],
      ['receipts', 'amount', 'none', null],
      ['balances', 'amount', 'none', null],
    ]);
  });
});

describe('A sheet of a running project', () => {
  it('lacks the needed fields that no column has', () => {
    const column = (index: number, field: 'name' | 'phone' | null) => ({
      index,
      heading: `列${index}`,
      field,
      inTenThousands: false,
      sample: [],
    });
    const sheet = {
      name: '客户',
      kind: 'customers' as const,
      rows: 2,
      headerRow: 0,
      columns: [column(0, null), column(1, 'phone')],
      fields: [
        { field: 'name' as const, required: true },
        { field: 'phone' as const, required: false },
      ],
    };
    expect(missingOf(sheet)).toEqual(['name']);
    expect(missingOf({ ...sheet, columns: [column(0, 'name')] })).toEqual([]);
  });
});
