import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { checkPaper } from '#shared/documents/index.ts';
import { receivablesListSample as sample } from '#shared/documents/receivables-list/sample.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'receivablesList', number: 'YS-RG-2026-0018', version: 1 } as const;

describe('the list of receivables', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it.each(['a5', 'a4'] as const)('says on one sheet of %s what is due, in and open, loans apart', async (paper) => {
    const { bytes, pages } = await port.render({ ...order, data: sample, paper });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of ['逾期108日', '贷款发放', '未收合计¥940,000.00', '玖拾肆万元整，其中贷款¥900,000.00'])
      expect(text).toContain(phrase);
    const read = await port.readBack(bytes);
    expect(checkPaper({ ...order, data: sample, paper }).differences(order.number, read)).toEqual([]);
  });

  it('goes over sheets of A5 with its heads again, and keeps the names of ten buyers inside', async () => {
    const [first] = sample.rows;
    if (first === undefined) throw new Error('The sample has no line');
    const rows = Array.from({ length: 60 }, (_none, index) => ({ ...first, position: index + 1 }));
    const buyers = Array.from({ length: 10 }, (_none, index) => `阿卜杜热合曼·麦麦提托合提·${index}号`);
    const data = { ...sample, rows, buyers };
    const { bytes, pages } = await port.render({ ...order, data, paper: 'a5' });
    expect(pages).toBeGreaterThan(3);
    const read = await port.readBack(bytes);
    expect(checkPaper({ ...order, data, paper: 'a5' }).differences(order.number, read)).toEqual([]);
  });
});
