import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { checkPaper } from '#shared/documents/index.ts';
import { rulingSlipSample as sample } from '#shared/documents/ruling-slip/sample.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'rulingSlip', number: 'PK-2026-0003', version: 1 } as const;

describe('the decision slip', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('says on one sheet who claims what, what counts, what the rules propose and what was decided', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of [
      '2026-11-0509:40跟进唐蕾不计',
      '规则建议归唐蕾',
      '分业绩：唐蕾60%、罗静40%（与规则建议不同）',
      '当事人罗静：',
      '销售经理：',
    ])
      expect(text).toContain(phrase);
    const read = await port.readBack(bytes);
    expect(checkPaper({ ...order, data: sample }).differences(order.number, read)).toEqual([]);
  });

  it('carries six parties and a long history over pages, and says where nothing was recorded', async () => {
    const [party] = sample.parties;
    const [entry] = sample.timeline;
    if (party === undefined || entry === undefined) throw new Error('The sample is empty');
    const parties = Array.from({ length: 6 }, (_none, index) => ({ ...party, name: `阿卜杜热合曼${index}` }));
    const timeline = Array.from({ length: 80 }, (_none, index) => ({ ...entry, by: `经办${index}` }));
    for (const data of [
      { ...sample, parties, timeline },
      { ...sample, timeline: [], note: '', grounds: '' },
    ]) {
      const { bytes, pages } = await port.render({ ...order, data });
      expect(pages).toBeGreaterThanOrEqual(data.timeline.length === 0 ? 1 : 3);
      const read = await port.readBack(bytes);
      expect(checkPaper({ ...order, data }).differences(order.number, read)).toEqual([]);
    }
  });
});
