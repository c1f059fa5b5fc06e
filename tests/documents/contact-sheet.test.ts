import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { contactSheetSample as sample } from '#shared/documents/contact-sheet/sample.ts';
import { checkPaper } from '#shared/documents/index.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'contactSheet', number: 'LX-RG-2026-0018', version: 1 } as const;

describe('the contact sheet', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('says on one sheet how every buyer is reached and by when what was promised', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of [
      '周琳10000001861×',
      '签订《商品房买卖合同》2026年11月23日前',
      '置业顾问唐蕾',
      '出卖人（盖章）',
    ])
      expect(text).toContain(phrase);
    const read = await port.readBack(bytes);
    expect(checkPaper({ kind: 'contactSheet', data: sample }).differences(order.number, read)).toEqual([]);
  });

  it('keeps long names inside their cells, and names the phones and addresses that are missing', async () => {
    const [first] = sample.buyers;
    if (first === undefined) throw new Error('The sample has no buyer');
    const long = '阿卜杜热合曼·麦麦提托合提·玉苏普江·艾合买提·吐尔逊江·阿不力米提㛃';
    const buyers = [
      { ...first, name: long, agent: '褚遂良' },
      { ...first, name: '郑浩', phone: '', address: '' },
    ];
    const data = { ...sample, buyers };
    const { bytes } = await port.render({ ...order, data });
    const checked = checkPaper({ kind: 'contactSheet', data });
    expect(checked.differences(order.number, await port.readBack(bytes))).toEqual([]);
    expect(checked.openBlanks).toEqual(['郑浩的电话', '郑浩的通讯地址']);
  });
});
