import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { checkPaper } from '#shared/documents/index.ts';
import {
  overdueDemandSample,
  paymentNoticeSample,
  rescissionNoticeSample,
} from '#shared/documents/payment-letter/sample.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

describe('letters to the buyers about money', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  async function made(kind: DocumentKindName, number: string, data: unknown) {
    const { bytes, pages } = await port.render({ kind, number, version: 1, data });
    const read = await port.readBack(bytes);
    return { pages, text: await bareText(bytes), differences: checkPaper({ kind, data }).differences(number, read) };
  }

  it('notify of what is due on one sheet: lines, sum in capitals, the supervised account, what was paid before', async () => {
    const { pages, text, differences } = await made('paymentNotice', 'FK-2026-0001', paymentNoticeSample);
    expect(pages).toBe(1);
    expect(differences).toEqual([]);
    for (const phrase of [
      '致：周琳、陈屿',
      '本次应付合计¥340,064.00人民币（大写）叁拾肆万零陆拾肆元整',
      '监管账号5000123456789012',
      '附言HT-2026-00123-1-1802周琳、陈屿',
      '有效期至2026年11月30日',
      'SJ-2026-0144',
    ])
      expect(text).toContain(phrase);
  });

  it('leave price and penalty of a notice out where that was chosen', async () => {
    const data = { ...paymentNoticeSample, price: null, showsLateFee: false };
    const { text, differences } = await made('paymentNotice', 'FK-2026-0002', data);
    expect(differences).toEqual([]);
    expect(text).not.toContain('总价');
    expect(text).not.toContain('违约金');
    expect(text).toContain('本次应付合计¥340,000.00');
  });

  it('demand with article, days, formula, running sum, last payment and consequence', async () => {
    const { pages, text, differences } = await made('overdueDemand', 'CK-2026-0007', overdueDemandSample);
    expect(pages).toBe(1);
    expect(differences).toEqual([]);
    for (const phrase of [
      '催款函（第2次）',
      '第八条',
      '108日',
      '日万分之1；逾期超过90日的，自首日起按万分之1.5',
      '暂计至2026年11月16日',
      '最近一次收款为2026年7月1日',
      '送达回执',
    ])
      expect(text).toContain(phrase);
  });

  it('rescind with ground, demands, effect, money and the days to object', async () => {
    const { pages, text, differences } = await made('rescissionNotice', 'JC-2026-0001', rescissionNoticeSample);
    expect(pages).toBe(1);
    expect(differences).toEqual([]);
    for (const phrase of ['民法典第562条、第563条、第565条', 'CK-2026-0003（2026年9月2日送达）', '起90日内书面提出'])
      expect(text).toContain(phrase);
    const onArrival = await made('rescissionNotice', 'JC-2026-0002', { ...rescissionNoticeSample, dueBy: null });
    expect(onArrival.differences).toEqual([]);
    expect(onArrival.text).toContain('自本通知送达全体买受人之日起解除');
  });

  it('go over pages with their heads again, keep long names inside, and name the addresses that are missing', async () => {
    const [first] = paymentNoticeSample.rows;
    if (first === undefined) throw new Error('The sample has no line');
    const rows = Array.from({ length: 40 }, (_none, index) => ({ ...first, position: index + 1 }));
    const name = '阿卜杜热合曼·麦麦提托合提·玉苏普江·艾合买提·吐尔逊江·阿不力米提㛃';
    const buyers = [{ name, address: '' }, ...paymentNoticeSample.buyers];
    const data = { ...paymentNoticeSample, rows, buyers };
    const { pages, differences } = await made('paymentNotice', 'FK-2026-0003', data);
    expect(pages).toBeGreaterThan(1);
    expect(differences).toEqual([]);
    expect(checkPaper({ kind: 'paymentNotice', data }).openBlanks).toEqual([`${name}的通讯地址`]);
  });
});
