import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { type PurchasePlanData, purchasePlanDataSchema } from '#shared/documents/purchase-plan/data.ts';
import { purchasePlanSample as sample } from '#shared/documents/purchase-plan/sample.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'purchasePlan', number: 'ZY-2026-0018', version: 1 } as const;

describe('the purchase plan', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('sets price, payment ways, loans and taxes on one sheet, and says what it is not', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of [
      '置业计划书',
      'ZY-2026-0018',
      '周琳',
      '3-2-1702（住宅）',
      '2026年11月19日24时',
      '¥1,512,522.00',
      '商业按揭',
      '占30.58%',
      '2026-12-23前1,050,000.00',
      '商业3.5%，公积金2.6%',
      '4,714.97',
      '4,714.38',
      '647,388.61',
      '5,979.17',
      '成交总价×1%',
      '15,125.22',
      '¥1,538,942.95',
      '按家庭首套住房估算',
      '不构成认购或预留，不收取任何款项',
      '均以贷款银行、公积金中心审批为准',
    ])
      expect(text).toContain(phrase);
  });

  it('stays one sheet with one way to pay and says nothing of loans where nothing is lent', async () => {
    const [lumpSum] = sample.reckoning.ways;
    const data: PurchasePlanData = {
      ...sample,
      reckoning: { ...sample.reckoning, ways: lumpSum === undefined ? [] : [lumpSum] },
    };
    const { bytes, pages } = await port.render({ ...order, data });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    expect(text).not.toContain('贷款');
    expect(text).toContain('一次性付款');
  });

  it('stays one sheet with three more discounts and long names', async () => {
    const [list, ...rest] = sample.reckoning.lines;
    if (list === undefined) throw new Error('The sample has no list price');
    const free = {
      kind: 'reduction' as const,
      label: '老业主推荐及全民营销联合专项优惠',
      ratePpm: null,
      amount: fen(0),
    };
    const lines = [list, ...[1, 2, 3].map(() => ({ ...free, after: list.after })), ...rest];
    const data = { ...sample, customer: '阿依古丽·买买提'.repeat(3), reckoning: { ...sample.reckoning, lines } };
    expect((await port.render({ ...order, data })).pages).toBe(1);
  });

  it.each([
    ['a way that does not sum to the price', { price: fen(151_252_300) }],
    ['fees that do not sum to their total', { feesTogether: fen(1) }],
  ])('is refused with %s', (_what, part) => {
    const data = { ...sample, reckoning: { ...sample.reckoning, ...part } };
    expect(purchasePlanDataSchema.safeParse(data).success).toBe(false);
  });

  it('is refused when it ends before it begins', () => {
    expect(purchasePlanDataSchema.safeParse({ ...sample, validUntil: localDate('2026-11-15') }).success).toBe(false);
  });
});
