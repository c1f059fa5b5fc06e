import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { checkPaper } from '#shared/documents/index.ts';
import { purchaseInstructionsSample as sample } from '#shared/documents/purchase-instructions/sample.ts';
import { yuan } from '#shared/kernel/money.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'purchaseInstructions', number: 'XZ-RG-2026-0018', version: 1 } as const;

describe('the purchase instructions', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('tell on two pages what must be told before a signature, and are signed at the end of each', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    expect(pages).toBe(2);
    const text = await bareText(bytes);
    for (const phrase of [
      '商品房预售许可证渝中住建样（2026）预字第000号',
      '2026年11月23日前，在江岸云境销售中心合同室',
      '账号0000000000000018',
      '不得以个人账户或个人收款码收取购房款',
      '双倍返还定金',
      '出卖人在15日内退还',
      '夜间有交通噪声',
      '12315',
      '敏感个人信息另行取得单独同意',
    ])
      expect(text).toContain(phrase);
    expect(text.split('买受人阅读本页后签名').length - 1).toBe(2);
    const read = await port.readBack(bytes);
    expect(checkPaper({ kind: 'purchaseInstructions', data: sample }).differences(order.number, read)).toEqual([]);
  });

  it('strike what the office has not written, name it, and take long names and amounts', async () => {
    const data = {
      ...sample,
      buyers: '阿卜杜热合曼·麦麦提托合提·玉苏普江·艾合买提·吐尔逊江·阿不力米提㛃',
      deposit: yuan(19_876_543),
      borrows: false,
      texts: { ...sample.texts, sampleFlat: '', disadvantages: '' },
    };
    const { bytes } = await port.render({ ...order, data });
    const text = await bareText(bytes);
    expect(text).toContain('八、样板房×');
    expect(text).toContain('¥19,876,543.00');
    expect(text).not.toContain('申请贷款');
    const checked = checkPaper({ kind: 'purchaseInstructions', data });
    expect(checked.openBlanks).toEqual(['样板房', '不利因素']);
    expect(checked.differences(order.number, await port.readBack(bytes))).toEqual([]);
  });
});
