import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { boxLabelSample } from '#shared/documents/box-label/sample.ts';
import { collectNoticeSample } from '#shared/documents/collect-notice/sample.ts';
import { custodyRegisterSample } from '#shared/documents/custody-register/sample.ts';
import { handoverSlipSample } from '#shared/documents/handover-slip/sample.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

describe('the papers of the custody of originals', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('register every copy with its place, and every move with both hands and the reason', async () => {
    const order = { kind: 'custodyRegister', number: 'BG-HT-2026-0301', version: 1 } as const;
    const { bytes, pages } = await port.render({ ...order, data: custodyRegisterSample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of [
      '合同保管登记表',
      '买卖合同 3/5',
      '借出',
      'DA-2026-0003（档案室 A 柜 2 层）',
      '登记窗口',
      '年度审计抽查这一笔',
      '1,505,020.00 元',
    ])
      expect(text).toContain(phrase.replaceAll(' ', ''));
  });

  it('go on over pages for a long history, heads and all', async () => {
    const order = { kind: 'custodyRegister', number: 'BG-HT-2026-0301', version: 1 } as const;
    const moves = Array.from({ length: 60 }, () => custodyRegisterSample.moves).flat();
    const { pages } = await port.render({ ...order, data: { ...custodyRegisterSample, moves } });
    expect(pages).toBeGreaterThan(5);
  });

  it('let whoever takes originals sign for each, and name for whom an agent takes them', async () => {
    const order = { kind: 'handoverSlip', number: 'YJ-2026-0007', version: 1 } as const;
    const { bytes, pages } = await port.render({ ...order, data: handoverSlipSample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of ['原件移交签收单', '样本丙（代理样本甲）', '第1份，共5份', '接收人已当面点清上列原件'])
      expect(text).toContain(phrase);
  });

  it('tell the buyers what is ready, until when, where, and what to bring', async () => {
    const order = { kind: 'collectNotice', number: 'LQ-HT-2026-0301', version: 1 } as const;
    const { bytes, pages } = await port.render({ ...order, data: collectNoticeSample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of ['合同领取通知书', '2026年12月18日前', '买卖合同1份、认购书1份', '授权委托书'])
      expect(text).toContain(phrase);
  });

  it('say on a box what lies in it, and nobody by name', async () => {
    const order = { kind: 'boxLabel', number: 'DA-2026-0003', version: 1 } as const;
    const { bytes, pages } = await port.render({ ...order, data: boxLabelSample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    expect(text).toContain('HT-2026-0312');
    expect(text).not.toContain('买受人');
    const empty = await port.render({ ...order, data: { ...boxLabelSample, contracts: [] } });
    expect(await bareText(empty.bytes)).toContain('盒内还没有合同');
  });
});
