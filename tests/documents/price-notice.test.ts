import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { readBack } from '#electron/workers/read-back.ts';
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
      '土地用途城镇住宅用地土地期限至2095年3月17日',
      '专项维修资金全部房屋80.00元/㎡维修资金专户房屋交付前必缴自2026年7月1日起；当地住宅专项维修资金管理办法',
      '代办服务费全部房屋500.00元/件受托机构委托时自愿',
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
    const listing = pages.filter(({ bare }) => bare.includes('1单元'));
    expect(listing.length).toBeGreaterThan(10);
    expect(listing.every(({ bare }) => bare.includes('备案总价'))).toBe(true);
    expect(checkPaper({ kind: 'priceNotice', data, paper: 'a4Landscape' }).differences(order.number, pages)).toEqual(
      [],
    );
  });

  it('keeps the charges together with the discounts, however many homes there are before them', async () => {
    const row = sample.rows[0];
    if (row === undefined) throw new Error('The sample has no homes');
    for (let homes = 12; homes < 26; homes += 1) {
      const rows = Array.from({ length: homes }, (_, index) => ({ ...row, place: `1单元 ${index + 101}` }));
      const { bytes } = await port.render({ ...order, data: { ...sample, rows }, paper: 'a4Landscape' });
      const pages = await readBack(bytes);
      expect(
        pages.filter(({ bare }) => /收费项目|代办服务费|公示优惠/u.test(bare)),
        `${homes} homes`,
      ).toHaveLength(1);
    }
  });

  it('shows a building of nine floors with its charges on one sheet of A3', async () => {
    expect(sample.charges.length).toBeGreaterThan(3);
    expect(sample.rows).toHaveLength(27);
    const { bytes, pages } = await port.render({ ...order, data: sample, paper: 'a3Landscape' });
    expect(pages).toBe(1);
    const read = await port.readBack(bytes);
    expect(
      checkPaper({ kind: 'priceNotice', data: sample, paper: 'a3Landscape' }).differences(order.number, read),
    ).toEqual([]);
  });

  it('tells use and end of the land by the uses of the building, and strikes what the office has not entered', async () => {
    const land = [
      { use: 'home' as const, landUse: '城镇住宅用地', endsOn: sample.land[0]?.endsOn ?? null },
      { use: 'otherUse' as const, landUse: '', endsOn: null },
    ];
    const data = { ...sample, land };
    const { bytes } = await port.render({ ...order, data });
    expect(await bareText(bytes)).toContain(
      '土地用途住宅：城镇住宅用地；非住宅：×土地期限住宅：至2095年3月17日；非住宅：×',
    );
    const checked = checkPaper({ kind: 'priceNotice', data });
    expect(checked.openBlanks).toEqual(['土地用途', '土地期限']);
    expect(checked.differences(order.number, await port.readBack(bytes))).toEqual([]);
  });

  it('names the line for complaints that the office has entered, and calls an empty one open', async () => {
    const { bytes } = await port.render({ ...order, data: { ...sample, complaints: '12345、12315' } });
    expect(await bareText(bytes)).toContain('价格举报电话12345、12315。');
    const data = { ...sample, complaints: '' };
    expect(checkPaper({ kind: 'priceNotice', data }).openBlanks).toEqual(['价格举报电话']);
  });
});
