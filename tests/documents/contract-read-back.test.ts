import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { checkPaper } from '#shared/documents/index.ts';
import type { PageText } from '#shared/documents/rendering.ts';
import { saleContractSample as sample } from '#shared/documents/sale-contract/sample.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';

const order = { kind: 'saleContract', number: 'HT-2026-0301', version: 1, data: sample } as const;

describe('A finished contract that says something else than its data', () => {
  let port: RenderPort;
  let pages: readonly PageText[];
  beforeAll(async () => {
    port = testRenderer(longFolder());
    pages = await port.readBack((await port.render(order)).bytes);
  });
  afterAll(() => port.close());

  const found = (read: readonly PageText[]) => checkPaper(order).differences(order.number, read);
  /** The pages with other words in one place, the first that has them. */
  const with1 = (words: string, other: string): PageText[] => {
    const at = pages.findIndex(({ bare }) => bare.includes(words));
    expect(at, words).toBeGreaterThanOrEqual(0);
    return pages.map((page, index) => (index === at ? { ...page, bare: page.bare.replace(words, other) } : page));
  };

  it('has nothing to be found while it says the same', () => {
    expect(found(pages)).toEqual([]);
  });

  it.each([
    ['in the name of a buyer', '姓名周琳', '姓名周林', '买受人'],
    ['in the name of the seller', '名称重庆江岸置业有限公司', '名称重庆江畔置业有限公司', '出卖人'],
    ['in the number of a document', '居民身份证999999198803120028', '居民身份证999999198803120036', '买受人'],
    ['in its own number', '合同编号HT-2026-0301', '合同编号HT-2026-0310', '合同编号'],
    ['in the number of the account', '账号0000000000000018', '账号0000000000000081', '附件四'],
    [
      'in the area of a shared part',
      '楼梯间、电梯井、走道3号楼各层18.93',
      '楼梯间、电梯井、走道3号楼各层19.83',
      '附件二',
    ],
    ['in the consent of the lender', '已于2026年5月6日书面同意', '已于2026年6月5日书面同意', '附件三'],
    ['in what is promised of the fit-out', '甲级防火防盗门', '乙级防火防盗门', '附件六'],
    ['in the price', '总价款为1,512,522.00元', '总价款为1,512,252.00元', '总价款'],
    ['in a payment', '412,522.00', '412,252.00', '付款'],
    ['in the capitals', '壹佰伍拾壹万贰仟伍佰贰拾贰元整', '壹佰伍拾壹万贰仟贰佰伍拾贰元整', '大写'],
    ['in the day of delivery', '应当于2028年6月30日前', '应当于2028年8月30日前', '交付日期'],
    ['in the day of a payment', '2026年12月23日前', '2026年12月25日前', '付款'],
    ['in the number of pages that it counts', '附件共', '附件共1', '页数'],
  ])('is found %s', (_where, words, other, name) => {
    const differences = found(with1(words, other));
    expect(differences.some((one) => one.includes(name))).toBe(true);
  });

  it('is found where a page is missing, stands twice or stands before another', () => {
    expect(found(pages.toSpliced(7, 1))).toContain('页数');
    expect(found(pages.toSpliced(7, 0, ...pages.slice(7, 8)))).toContain('页数');
    expect(found(pages.toSpliced(7, 2, ...pages.slice(7, 9).toReversed()))).toContain('页脚');
  });
});
