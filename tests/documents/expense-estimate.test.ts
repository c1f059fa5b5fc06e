import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { type ExpenseEstimateData, expenseEstimateDataSchema } from '#shared/documents/expense-estimate/data.ts';
import { expenseEstimateSample as sample } from '#shared/documents/expense-estimate/sample.ts';
import { checkPaper } from '#shared/documents/index.ts';
import { expenseSums } from '#shared/domain/quotes/expenses.ts';
import { yuan } from '#shared/kernel/money.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'expenseEstimate', number: 'FY-ZY-2026-0018', version: 1 } as const;

describe('the expense estimate', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('tells every expense with base, rate, payee, time, whether it must be and whether it comes back', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of [
      '契税1,512,522.001%15,125.22税务机关办理不动产登记前必缴登记前可申请退',
      '98.73㎡80.00元/㎡7,898.40维修资金专户',
      '抵押登记费—按件80.00不动产登记机构申请抵押登记时必缴不退',
      '保险费—按件600.00保险公司投保时自愿',
      '付给出卖人1,512,522.00',
      '自愿项目（另计，可不选）1,700.00',
      '估算日期2026年11月16日',
      '本明细为估算',
      '不选用不影响购房',
      '契税：契税法第三、四条',
    ])
      expect(text).toContain(phrase);
    expect(
      checkPaper({ kind: 'expenseEstimate', data: sample }).differences(order.number, await port.readBack(bytes)),
    ).toEqual([]);
  });

  it('stays one sheet with a name of forty signs, a price of eight digits and a rare sign', async () => {
    const expenses = sample.expenses.map((row) =>
      row.kind === 'homePrice' ? { ...row, amount: yuan(98_765_432) } : row,
    );
    const data: ExpenseEstimateData = {
      ...sample,
      customer: '阿卜杜热合曼·麦麦提托合提·玉苏普江·艾合买提·吐尔逊江·阿不力米提㛃',
      price: yuan(98_765_432),
      expenses,
      sums: expenseSums(expenses),
    };
    const { bytes, pages } = await port.render({ ...order, data });
    expect(pages).toBe(1);
    expect(await bareText(bytes)).toContain('¥98,765,432.00');
    expect(checkPaper({ kind: 'expenseEstimate', data }).differences(order.number, await port.readBack(bytes))).toEqual(
      [],
    );
  });

  it('says that the full rate is estimated while nobody has said which home of the family it is', async () => {
    const { bytes } = await port.render({ ...order, data: { ...sample, homeOrder: null } });
    expect(await bareText(bytes)).toContain('未申报，按普通税率估算');
  });

  it('is refused with sums that its rows do not come to', () => {
    const sums = { ...sample.sums, toOthers: yuan(1) };
    expect(expenseEstimateDataSchema.safeParse({ ...sample, sums }).success).toBe(false);
  });
});
