import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { checkPaper } from '#shared/documents/index.ts';
import { priceNoticeSample as sample } from '#shared/documents/price-notice/sample.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'priceNotice', number: 'JG-20261201-003', version: 1 } as const;

describe('the price notice of a building', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('says of each home what it is, how large, and what it costs, from which day on', async () => {
    const { bytes } = await port.render({ ...order, data: sample });
    const text = await bareText(bytes);
    for (const phrase of [
      '一房一价公示表',
      '执行日期2026年12月1日起',
      '渝住建委（2026）预字第999号',
      '1单元101住宅A1三室两厅118.5094.8023.70',
      '价格举报电话12315',
    ])
      expect(text).toContain(phrase);
  });

  it('repeats its heads on every page of a high building, and fits fewer on the larger sheet', async () => {
    const rows = Array.from({ length: 20 }, () => sample.rows)
      .flat()
      .map((row, index) => ({ ...row, place: `1单元 ${index}` }));
    const data = { ...sample, rows };
    const [small, large] = await Promise.all(
      (['a4Landscape', 'a3Landscape'] as const).map((paper) => port.render({ ...order, data, paper })),
    );
    expect(small?.pages).toBeGreaterThan(large?.pages ?? 0);
    const pages = await port.readBack(small?.bytes ?? new Uint8Array());
    expect(pages.every(({ bare }) => bare.includes('备案总价'))).toBe(true);
    expect(checkPaper({ kind: 'priceNotice', data, paper: 'a4Landscape' }).differences(order.number, pages)).toEqual(
      [],
    );
  });

  it('names the line for complaints that the office has entered, and calls an empty one open', async () => {
    const { bytes } = await port.render({ ...order, data: { ...sample, complaints: '12345、12315' } });
    expect(await bareText(bytes)).toContain('价格举报电话12345、12315。');
    const data = { ...sample, complaints: '' };
    expect(checkPaper({ kind: 'priceNotice', data }).openBlanks).toEqual(['价格举报电话']);
  });
});
