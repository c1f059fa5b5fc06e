import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { checkPaper } from '#shared/documents/index.ts';
import { floorPriceListSample, priceListSample as sample } from '#shared/documents/price-list/sample.ts';
import { fen } from '#shared/kernel/money.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'priceList', number: 'JM-20261201-003', version: 1 } as const;
const floorOrder = { kind: 'floorPriceList', number: 'DJ-20261201-003', version: 1 } as const;

describe('the price list of a building', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('says on one A3 of each home what it is and costs, by which batch, from which day, and that it is internal', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of [
      '价目表',
      '执行日期2026年12月1日起',
      '调价批次TJ-2026-0002',
      '1单元101住宅A1三室两厅南北118.5094.8012,743.001,208,000.00可售',
      '内部资料，不得外传江岸云境二期3栋',
      '住宅27',
      '审核：',
    ])
      expect(text).toContain(phrase);
    expect(text).not.toContain('底价');
  });

  it('tells floor prices on a paper of its own, which says so on every page', async () => {
    const rows = Array.from({ length: 12 }, () => floorPriceListSample.rows)
      .flat()
      .map((row, index) => ({ ...row, place: `1单元 ${index}` }));
    const data = { ...floorPriceListSample, rows };
    const { bytes, pages } = await port.render({ ...floorOrder, data, paper: 'a4Landscape' });
    expect(pages).toBeGreaterThan(3);
    const read = await port.readBack(bytes);
    expect(read.every(({ bare }) => bare.includes('内部资料（含底价），不得外传'))).toBe(true);
    expect(read.every(({ bare }) => bare.includes('底价总价'))).toBe(true);
    expect(checkPaper({ ...floorOrder, data }).differences(floorOrder.number, read)).toEqual([]);
  });

  it('keeps long names and prices of nine figures in their cells, and strikes a permit that is not there yet', async () => {
    const rows = sample.rows.map((row) => ({
      ...row,
      houseType: '空中花园复式五室三厅四卫双阳台带独立入户花园与地下储藏室私家电梯厅户型甲',
      listPrice: fen(12_345_678_900),
      unitPrice: fen(123_456_789),
    }));
    const data = { ...sample, permit: '', batch: '', rows };
    const { bytes } = await port.render({ ...order, data });
    const read = await port.readBack(bytes);
    const checked = checkPaper({ ...order, data });
    expect(checked.openBlanks).toEqual(['预售许可']);
    expect(checked.differences(order.number, read)).toEqual([]);
    expect(await bareText(bytes)).toContain('未经调价，按录入价目');
  });
});
