import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { readBack } from '#electron/workers/read-back.ts';
import type { DepositReceiptData } from '#shared/documents/deposit-receipt/data.ts';
import { depositReceiptSample as sample } from '#shared/documents/deposit-receipt/sample.ts';
import { documentKinds } from '#shared/documents/index.ts';
import { readPageCodeText } from '#shared/documents/kit/page-code.ts';
import { fen, MAX_FEN } from '#shared/kernel/money.ts';
import { testRenderer } from '../support/fonts.ts';
import { canDrawPages, pageCodesOf } from '../support/page-codes.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'depositReceipt', number: 'SJ-2026-0018', version: 1 } as const;

const fullest: DepositReceiptData = {
  ...sample,
  payers: ['欧阳一', '欧阳二', '阿不都热合曼·买买提依明江·艾则孜', '上官三'],
  lines: ['定金首笔', '定金次笔', '定金补足', '定金尾数'].map((content) => ({ content, amount: fen(MAX_FEN / 4) })),
  account: '样本银行股份有限公司重庆渝中滨江路支行预售资金监管专户 0000 0000 0000 0000 0018',
  reference: '00000000000000000000000018',
  remark: '由上官三代为刷卡，凭授权委托书。',
  checker: '程立群',
};

describe('the receipt', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('is one page of the continuous form unless another sheet is asked', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of [
      '定金收据',
      '№SJ-2026-0018',
      '交款人周琳、郑浩',
      '人民币（大写）伍万元整',
      '¥50,000.00',
      'RG-2026-0018',
      '不是发票',
      '第1页共1页',
    ])
      expect(text).toContain(phrase);
  });

  it('is three parts on one A4 to be cut, and a sheet of A5 for each part', async () => {
    const thirds = await port.render({ ...order, data: sample, paper: 'a4Thirds' });
    expect(thirds.pages).toBe(1);
    const text = await bareText(thirds.bytes);
    expect(text.match(/伍万元整/g)).toHaveLength(3);
    const sheets = await readBack((await port.render({ ...order, data: sample, paper: 'a5' })).bytes);
    expect(sheets).toHaveLength(3);
    for (const [index, part] of ['存根联', '客户联', '记账联'].entries()) {
      expect(text).toContain(part);
      expect(sheets[index]?.bare).toContain(part);
    }
  });

  it.each(documentKinds.depositReceipt.papers)(
    'keeps four lines, four payers and ten billion yuan on one page of %s',
    async (paper) => {
      const usual = await port.render({ ...order, data: sample, paper });
      const full = await port.render({ ...order, data: fullest, paper });
      expect(full.pages).toBe(usual.pages);
      const text = await bareText(full.bytes, 1);
      expect(text).toContain('¥10,000,000,000.00');
      expect(text).toContain('壹佰亿元整');
      expect(text).toContain('不是发票');
    },
  );

  it('is called a receipt for money that is no deposit, and promises nothing of deposits', async () => {
    const { bytes } = await port.render({ ...order, data: { ...sample, item: 'firstPayment' } });
    const text = await bareText(bytes);
    expect(text).toContain('收款收据');
    expect(text).not.toContain('抵作房价款');
  });

  it.skipIf(!canDrawPages)('has a page code on each part', async () => {
    const { bytes } = await port.render({ ...order, data: sample, paper: 'a5' });
    const codes = await pageCodesOf(bytes);
    expect(codes.map((found) => found.map((text) => readPageCodeText(text)?.page))).toEqual([[1], [2], [3]]);
  });
});
