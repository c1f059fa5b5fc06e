import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { controlCheckSample as sample } from '#shared/documents/control-check/sample.ts';
import { checkPaper } from '#shared/documents/index.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'controlCheck', number: 'XK-2026-0018', version: 1 } as const;

describe('the control check', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('is one page with the homes by their states, every difference explained, and both signatures', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of [
      '销控核对表',
      '营业日2026年11月16日',
      '核对房源464套',
      '2-1-1802销控与单据不符认购可售RG-2026-0218',
      '应为',
      '销售经理：蒋雪梅',
      '第21043条',
    ])
      expect(text).toContain(phrase);
  });

  it('says so where nothing differs', async () => {
    const { bytes } = await port.render({ ...order, data: { ...sample, differences: [] } });
    expect(await bareText(bytes)).toContain('三方相符，无差异');
  });

  it('reads back whole over several pages', async () => {
    const data = {
      ...sample,
      differences: Array.from({ length: 90 }, (_none, index) => ({
        ...sample.differences[index % 3],
        explanation: `第 ${index + 1} 处：${'原因已查明，已由当班主管改正并通知顾问。'.repeat(3)}`,
      })),
    };
    const { bytes, pages } = await port.render({ ...order, data });
    expect(pages).toBeGreaterThan(3);
    const read = await port.readBack(bytes);
    expect(checkPaper({ kind: 'controlCheck', data }).differences(order.number, read)).toEqual([]);
  });
});
