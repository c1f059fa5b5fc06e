import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { readBack } from '#electron/workers/read-back.ts';
import { checkPaper } from '#shared/documents/index.ts';
import type { PageText } from '#shared/documents/rendering.ts';
import { saleContractVariants as variants } from '#shared/documents/sale-contract/sample-forms.ts';
import { articlesOfText } from '#shared/domain/contracts/text/contract-text.ts';
import { isExisting } from '#shared/domain/contracts/text/forms.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bodyLines, isHead } from './texts.ts';

type Variant = keyof typeof variants;
const names = Object.keys(variants).filter((name): name is Variant => Object.hasOwn(variants, name));
const number = 'HT-2026-0301';

let port: RenderPort;
beforeAll(() => {
  port = testRenderer(longFolder());
});
afterAll(() => port.close());

const read = new Map<string, PageText[]>();

/** The pages of a specimen, made once. */
async function pagesOf(name: Variant, kind: 'saleContract' | 'netSigningSheet' = 'saleContract'): Promise<PageText[]> {
  const known = read.get(`${kind} ${name}`);
  if (known !== undefined) return known;
  const pages = await readBack((await port.render({ kind, number, version: 1, data: variants[name] })).bytes);
  read.set(`${kind} ${name}`, pages);
  return pages;
}

const textOf = (pages: readonly PageText[]) => pages.map((page) => page.bare).join('');

describe.each(names)('The contract %s', (name) => {
  const { text } = variants[name];

  it('agrees with its data when it is read back, and says whether what is sold stands', async () => {
    const pages = await pagesOf(name);
    expect(checkPaper({ kind: 'saleContract', data: variants[name] }).differences(number, pages)).toEqual([]);
    const [first] = pages;
    expect(first?.bare).toContain(isExisting(text.form) ? '（现售）' : '（预售）');
    expect(first?.bare).not.toContain(isExisting(text.form) ? '（预售）' : '（现售）');
  });

  it('has its articles in their order, and passes itself off as no model text', async () => {
    const said = textOf(await pagesOf(name));
    const body = said.slice(said.indexOf('第一章合同当事人', said.indexOf('用语解释')));
    let at = 0;
    for (const { title } of articlesOfText(text)) {
      const next = body.indexOf(`条${title.replace(/\s/gu, '')}`, at);
      expect(next, title).toBeGreaterThanOrEqual(at);
      at = next;
    }
    expect(said).not.toMatch(/GF[-—]|示范文本|住房和城乡建设部|市场监督管理总局|工商行政管理/u);
  });

  it('leaves no head of a chapter, an article or an annex alone at the foot of a page', async () => {
    const pages = await pagesOf(name);
    expect(pages.flatMap(bodyLines).filter(isHead).length).toBeGreaterThan(40);
    // The second page lists them.
    for (const page of pages.toSpliced(1, 1))
      expect(isHead(bodyLines(page).at(-1) ?? ''), `page ${page.page}`).toBe(false);
  });

  it('leaves no sentence that announces what follows alone at the foot of a page', async () => {
    const pages = await pagesOf(name);
    const last = pages.map((page) => (bodyLines(page).at(-1) ?? '').trimEnd());
    // The frame of a drawing ends with the places to sign it.
    expect(last.filter((line) => line.endsWith('：') && line !== '出卖人： 买受人：')).toEqual([]);
  });

  it('is entered in the city’s system from a sheet that agrees with it', async () => {
    const pages = await pagesOf(name, 'netSigningSheet');
    expect(checkPaper({ kind: 'netSigningSheet', data: variants[name] }).differences(number, pages)).toEqual([]);
  });
});

describe('What a form says and another does not', () => {
  it('of a home that stands: the paper it is sold by, measured areas, the seller’s own account', async () => {
    const said = textOf(await pagesOf('existingHome'));
    for (const phrase of [
      '出售的依据为■竣工验收备案证明□不动产首次登记证书，编号为渝中竣备样（2026）第000号',
      '面积为实测面积，由样本测绘有限公司测绘',
      '租赁情况为：■未出租□已出租',
      '未能自本合同签订之日起90日内取得',
      '开户银行样本银行重庆渝中支行，户名重庆江岸置业有限公司，账号0000000000000026',
      '附件四承租人优先购买权的有关说明无。',
    ])
      expect(said).toContain(phrase);
    expect(said).not.toMatch(/预售资金监管|预测面积|商品房预售合同登记备案|设计变更/u);
  });

  it('of a home that is let: until when, whose rent it is, and that the tenant let go', async () => {
    const said = textOf(await pagesOf('existingHomeLet'));
    expect(said).toContain('由样本商贸有限公司承租，租赁期限自2026年1月1日起至2027年12月31日止');
    expect(said).toContain('的租金，归□出卖人■买受人所有');
    expect(said).toContain('样本商贸有限公司2026年10月30日书面放弃2026年11月5日已附');
  });

  it('of a shop: no renewal by itself, what it can be run with, no books of a dwelling, the general rate', async () => {
    const said = textOf(await pagesOf('presaleCommercial'));
    for (const phrase of [
      '期限届满后不自动续期',
      '供电容量40千瓦；楼面活荷载标准值每平方米3.5千牛',
      '不适用《住宅质量保证书》和《住宅使用说明书》',
      '建筑隔声一项已划去',
      '按照一般税率缴纳契税',
      '没有就该商品房的租金、回报或者升值作出承诺',
    ])
      expect(said).toContain(phrase);
  });

  it('of a space for a car: its number, size, kind and fee, a price for the piece, owners first', async () => {
    const said = textOf(await pagesOf('presaleParking'));
    for (const phrase of [
      '编号B2-118',
      '车位类型平面车位',
      '净高2.20米',
      '按个计价：总价款为168,000.00元',
      '每月每个车位80.00元',
      '应当首先满足业主的需要',
      '不属于人防工程',
    ])
      expect(said).toContain(phrase);
    // The glossary explains built area by what a home has.
    const articles = said.slice(said.indexOf('第二章商品房基本情况', said.indexOf('用语解释')));
    expect(articles).not.toMatch(/阳台|燃气|隔声|室内空气|户型|供热、采暖/u);
  });
});
