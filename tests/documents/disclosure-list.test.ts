import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { disclosureListSample as sample } from '#shared/documents/disclosure-list/sample.ts';
import { testRenderer } from '../support/fonts.ts';
import { canReadPapers, textOfPaper } from '../support/paper-text.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'disclosureList', number: 'GS-0001', version: 1 } as const;

describe('the public disclosure list', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('names the five certificates with their days and buildings', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    expect(pages).toBe(1);
    const text = await bareText(bytes);
    for (const phrase of [
      '商品房项目证照公示清单',
      '渝澄住建(2026)预字第318号',
      '2027年4月1日',
      '长期',
      '1栋、2栋',
      '公示日期：2026年11月23日',
    ])
      expect(text).toContain(phrase);
  });

  it.skipIf(!canReadPapers)('parts no building from its number, and no name of a certificate', async () => {
    const { bytes } = await port.render({ ...order, data: sample });
    const lines = textOfPaper(bytes).split(/\n/u);
    expect(lines.filter((line) => line.startsWith('栋') || line === '证')).toEqual([]);
    expect(lines.some((line) => line.startsWith('建筑工程施工许可证'))).toBe(true);
  });

  it('says of a certificate that is not there that it is not, and goes on for many buildings', async () => {
    const missing = { kind: 'constructionPermit' as const, number: '', issuedOn: null, validTo: null, buildings: '' };
    const buildings = Array.from({ length: 200 }, (_unused, at) => `${at + 1}栋`).join('、');
    const permits = [missing, ...sample.permits.map((permit) => ({ ...permit, buildings }))];
    const { bytes, pages } = await port.render({ ...order, data: { ...sample, permits } });
    expect(pages).toBeGreaterThan(1);
    expect(await bareText(bytes)).toContain('未取得');
  });
});
