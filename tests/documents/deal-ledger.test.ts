import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { dealLedgerSample as sample } from '#shared/documents/deal-ledger/sample.ts';
import { checkPaper } from '#shared/documents/index.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'dealLedger', number: 'TZ-RG-2026-0018', version: 1 } as const;

describe('the ledger of a deal', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('says on one lying sheet what is open by age, where the loan comes from, and that receipts and refunds agree', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of [
      '余额日期2026年11月16日',
      '商业贷款中国建设银行重庆渝中支行已批准，预计2026年12月20日放款',
      '2026年7月31日原定2026年6月30日',
      '逾期108日',
      '90天以上32,600.00待放贷款900,000.00',
      '(300,000.00)—作废',
      '利息—陈屿转账2026080500108—36.00—',
      '合计350,000.007,436.00',
      '收入¥350,000.00，退出¥7,436.00（其中利息¥36.00），现存¥342,600.00',
    ])
      expect(text).toContain(phrase);
    const read = await port.readBack(bytes);
    expect(checkPaper({ ...order, data: sample }).differences(order.number, read)).toEqual([]);
  });

  it('goes over pages with its heads again, and says that nothing came in where nothing did', async () => {
    const [row] = sample.rows;
    const [receipt] = sample.receipts;
    if (row === undefined || receipt === undefined) throw new Error('The sample has no line');
    const rows = Array.from({ length: 60 }, (_none, index) => ({ ...row, position: index + 1 }));
    const receipts = Array.from({ length: 60 }, (_none, index) => ({ ...receipt, number: `SJ-2026-${1000 + index}` }));
    for (const data of [
      { ...sample, rows, receipts },
      { ...sample, receipts: [], refunds: [] },
    ]) {
      const { bytes } = await port.render({ ...order, data });
      const read = await port.readBack(bytes);
      expect(checkPaper({ ...order, data }).differences(order.number, read)).toEqual([]);
      if (data.receipts.length === 0) expect(await bareText(bytes)).toContain('还没有收款。');
    }
  });
});
