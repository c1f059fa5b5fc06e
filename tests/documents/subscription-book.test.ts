import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { paperData } from '#electron/server/documents/render-port.ts';
import { readBack } from '#electron/workers/read-back.ts';
import { readPageCodeText } from '#shared/documents/kit/page-code.ts';
import type { SubscriptionBookData } from '#shared/documents/subscription-book/data.ts';
import { subscriptionBookDataSchema } from '#shared/documents/subscription-book/data.ts';
import { subscriptionBookSample as sample } from '#shared/documents/subscription-book/sample.ts';
import { shareText } from '#shared/documents/subscription-book/subject.ts';
import { equalShares } from '#shared/domain/subscriptions/buyers.ts';
import { addMonths, localDate } from '#shared/kernel/local-date.ts';
import { fen, MAX_FEN, subtractFen, yuan } from '#shared/kernel/money.ts';
import { testRenderer } from '../support/fonts.ts';
import { canDrawPages, pageCodesOf } from '../support/page-codes.ts';
import { longFolder } from './folders.ts';
import { bareText, bodyLines, isHead } from './texts.ts';

const order = { kind: 'subscriptionBook', number: 'RG-2026-0018', version: 2 } as const;

/** The sample with so many buyers, in equal shares. */
function withBuyers(count: number, name = '欧阳'): SubscriptionBookData {
  const [first] = sample.buyers;
  if (first === undefined) throw new Error('The sample has no buyer');
  const buyers = equalShares(count).map((sharePpm, index) => ({ ...first, name: `${name}${index + 1}`, sharePpm }));
  return { ...sample, buyers };
}

describe('the subscription book', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('says who buys what at which price, by when it is signed and what becomes of the deposit', async () => {
    const { bytes, pages } = await port.render({ ...order, data: sample });
    const text = await bareText(bytes);
    for (const phrase of [
      '商品房认购书',
      'RG-2026-0018',
      '出卖人',
      '重庆江岸置业有限公司',
      '周琳',
      '居民身份证999999198803120028',
      '二分之一',
      '3号楼2单元1702室',
      '98.73㎡',
      '商品房预售许可证',
      '(15,278.00)',
      '¥1,512,522.00',
      '壹佰伍拾壹万贰仟伍佰贰拾贰元整',
      '定金¥50,000.00（大写：人民币伍万元整）',
      '3.31%',
      '2026年11月23日前在江岸云境销售中心合同室',
      '双倍返还定金',
      '15日内全额返还定金',
      '第1页共2页',
      '第2版·第2/2页',
    ])
      expect(text).toContain(phrase);
    expect(pages).toBe(2);
  });

  it('sets the capitals of the unit price behind its figures, and strikes both of the basis that does not hold', async () => {
    const textOn = async (basis: SubscriptionBookData['price']['basis']) =>
      bareText((await port.render({ ...order, data: { ...sample, price: { ...sample.price, basis } } })).bytes);
    const price = '21,054.04元（大写：人民币贰万壹仟零伍拾肆元零肆分）';
    const struck = '×元（大写：人民币×）';
    expect(await textOn('innerArea')).toContain(`套内建筑面积每平方米${price}，建筑面积每平方米${struck}。`);
    expect(await textOn('builtArea')).toContain(`套内建筑面积每平方米${struck}，建筑面积每平方米${price}。`);
  });

  it('fits a couple on the two sides of one sheet and gives four buyers the room they need', async () => {
    expect((await port.render({ ...order, data: withBuyers(1) })).pages).toBe(2);
    const four = await port.render({ ...order, data: withBuyers(4) });
    expect(four.pages).toBeLessThanOrEqual(3);
    const text = await bareText(four.bytes);
    for (const place of ['买受人之一', '买受人之四', '四分之一', '欧阳4：']) expect(text).toContain(place);
  });

  it('names the representative of a company, and of nobody else', async () => {
    const [person, ...others] = sample.buyers.map((buyer) => ({ ...buyer, representative: '卫子夫' }));
    const textOf = async (buyers: unknown) =>
      bareText((await port.render({ ...order, data: { ...sample, buyers } })).bytes);
    expect(await textOf([person, ...others])).not.toContain('卫子夫');
    const company = { ...person, identityKind: 'businessLicence', identityNumber: '91350100M000100Y43' };
    expect(await textOf([company, ...others])).toContain('法定代表人卫子夫');
  });

  it('never leaves the head of an article alone at the foot of a page', async () => {
    for (const buyers of [1, 2, 3, 4, 5, 6]) {
      const { bytes } = await port.render({ ...order, data: withBuyers(buyers) });
      const pages = await readBack(bytes);
      expect(pages.flatMap(bodyLines).filter(isHead)).toHaveLength(8);
      for (const page of pages) expect(isHead(bodyLines(page).at(-1) ?? '')).toBe(false);
    }
  });

  it('carries a plan of sixty instalments over pages, with the head of the table on each', async () => {
    const part = yuan(20_000);
    const lines = Array.from({ length: 60 }, (_, index) => ({
      item: 'instalment' as const,
      amount: part,
      dueOn: addMonths(localDate('2026-12-25'), index),
      inPrice: true,
    }));
    const first = subtractFen(sample.price.total, fen(part * lines.length));
    const plan = {
      kind: 'instalment' as const,
      lines: [
        { item: 'firstPayment' as const, amount: first, dueOn: localDate('2026-11-25'), inPrice: true },
        ...lines,
      ],
    };
    const { bytes } = await port.render({ ...order, data: { ...sample, plan } });
    const pages = await readBack(bytes);
    const withRows = pages.filter(({ bare }) => /20,000\.00/.test(bare));
    expect(withRows.length).toBeGreaterThan(1);
    for (const { bare } of withRows) expect(bare).toContain('付款期限占总价金额（元）');
    expect(
      pages
        .map(({ bare }) => bare)
        .join('')
        .match(/20,000\.00/g),
    ).toHaveLength(60);
  });

  it('sets names, places and amounts of any length inside their cells', async () => {
    const name = '阿不都热合曼·买买提依明江·艾则孜与他的委托代理人';
    const total = fen(MAX_FEN);
    const data: SubscriptionBookData = {
      ...withBuyers(4, name),
      unit: { ...sample.unit, houseType: '六室四厅五卫带双露台、地下室与独立电梯厅', encumbrances: '无'.repeat(150) },
      price: {
        basis: 'perSet',
        unitPrice: null,
        total,
        lines: [{ kind: 'list', label: '', ratePpm: null, amount: total, after: total }],
      },
      plan: {
        kind: 'lumpSum',
        name: '',
        lines: [{ item: 'finalPayment', amount: total, dueOn: localDate('2026-12-01'), inPrice: true }],
      },
    };
    const { bytes } = await port.render({ ...order, data });
    const text = await bareText(bytes);
    expect(text).toContain('¥10,000,000,000.00');
    expect(text).toContain('人民币（大写）壹佰亿元整');
    expect(text.match(/阿不都热合曼·买买提依明江·艾则孜与他的委托代理人4/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).toContain('套内建筑面积每平方米×元（大写：人民币×），建筑面积每平方米×元（大写：人民币×）');
  });

  it.skipIf(!canDrawPages)('carries number, version, page and the hash of its data on every page', async () => {
    const { bytes, pages, dataSha256 } = await port.render({ ...order, data: sample });
    expect(dataSha256).toBe(paperData({ kind: 'subscriptionBook', data: sample }).sha256);
    const codes = await pageCodesOf(bytes);
    expect(codes).toHaveLength(pages);
    for (const [index, found] of codes.entries())
      expect(found.map(readPageCodeText)).toEqual([
        { number: 'RG-2026-0018', version: 2, page: index + 1, check: dataSha256.slice(0, 16).toUpperCase() },
      ]);
  });

  it('crosses a specimen with 草稿 and an issued book with nothing', async () => {
    expect(await bareText((await port.render({ ...order, data: sample, draft: true })).bytes)).toContain('草稿');
    expect(await bareText((await port.render({ ...order, data: sample })).bytes)).not.toContain('草稿');
  });
});

describe('data of a subscription book', () => {
  it.each([
    ['shares that are not whole', { buyers: sample.buyers.slice(0, 1) }],
    ['a build-up that ends elsewhere', { price: { ...sample.price, total: yuan(1) } }],
    ['a plan that is not the price', { plan: { ...sample.plan, lines: sample.plan.lines.slice(1) } }],
    ['a deposit above a fifth of the price', { deposit: { ...sample.deposit, amount: yuan(400_000) } }],
  ])('are refused with %s', (_, change) => {
    expect(subscriptionBookDataSchema.safeParse({ ...sample, ...change }).success).toBe(false);
  });

  it('print a share as a fraction, the only owner as 全部, and an odd one as a percentage', () => {
    expect([1_000_000, 500_000, 333_334, 333_333, 123_400].map(shareText)).toEqual([
      '全部',
      '二分之一',
      '三分之一',
      '三分之一',
      '12.34%',
    ]);
  });
});
