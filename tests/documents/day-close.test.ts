import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { headCodeText } from '#shared/documents/day-close/definition.ts';
import { dayCloseSample as sample } from '#shared/documents/day-close/sample.ts';
import { fen, MAX_FEN } from '#shared/kernel/money.ts';
import { testRenderer } from '../support/fonts.ts';
import { canDrawPages, pageCodesOf } from '../support/page-codes.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'dayClose', number: 'RJ-2026-0018', version: 1 } as const;

describe('the daily close', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('is one page with the figures of the day, the head of the log in groups, and places to sign', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of [
      '日结单',
      '营业日2026年11月16日',
      '认购4套6,172,000.00元',
      '合计91,256,680.00',
      '另有换票50,000.00元（1张，不另收款）',
      '另：退款付出140,000.00',
      '壹佰贰拾伍万陆仟陆佰捌拾元整',
      '第21043条',
      '3f2a91bc5d7e0846',
      '财务复核（签名）',
    ])
      expect(text).toContain(phrase);
  });

  it('stays one page with every way of paying and the largest amounts', async () => {
    const most = { count: 9_999, amount: fen(MAX_FEN) };
    const byMethod = (['transfer', 'card', 'cash', 'cheque', 'wechatPay', 'alipay'] as const).map((method) => ({
      method,
      count: 999,
      amount: fen(MAX_FEN),
    }));
    const receipts = { count: 5_994, amount: fen(6 * MAX_FEN) };
    const figures = {
      ...sample.figures,
      byMethod,
      receipts,
      voided: most,
      exchanged: most,
      refunds: most,
      refundsVoided: most,
      subscriptions: most,
      contracts: most,
    };
    const { pages } = await port.render({ ...order, data: { ...sample, closings: 3, figures } });
    expect(pages).toBe(1);
  });

  it.skipIf(!canDrawPages)('carries the head as a code beside the code of the page', async () => {
    const { bytes } = await port.render({ ...order, data: sample });
    const [codes = []] = await pageCodesOf(bytes);
    expect(codes).toContain(headCodeText(sample.head));
    expect(codes).toHaveLength(2);
  });
});
