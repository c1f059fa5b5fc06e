import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperData, type RenderPort } from '#electron/server/documents/render-port.ts';
import { readBack } from '#electron/workers/read-back.ts';
import { checkPaper } from '#shared/documents/index.ts';
import type { PageText } from '#shared/documents/rendering.ts';
import type { SaleContractData } from '#shared/documents/sale-contract/data.ts';
import { saleContractSample as sample } from '#shared/documents/sale-contract/sample.ts';
import { draftContract } from '#shared/domain/contracts/make-draft.ts';
import * as parts from '#shared/domain/contracts/templates/edit-parts.ts';
import { numberedArticles } from '#shared/domain/contracts/text/contract-text.ts';
import { equalShares } from '#shared/domain/subscriptions/buyers.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { contractBuyer, contractDraft, draftFacts } from '../support/contract-builders.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText, bodyLines, isHead } from './texts.ts';

const order = { kind: 'saleContract', number: 'HT-2026-0301', version: 1 } as const;
const bare = (text: string) => text.replace(/\s/gu, '');

/** Where the pages of a contract do not say what its data say. */
function differencesOf(data: SaleContractData, pages: readonly PageText[]): readonly string[] {
  return checkPaper({ kind: 'saleContract', data }).differences(order.number, pages);
}

let port: RenderPort;
beforeAll(() => {
  port = testRenderer(longFolder());
});
afterAll(() => port.close());

describe('The contract of sale', () => {
  let pages: Awaited<ReturnType<typeof readBack>>;
  let text: string;
  beforeAll(async () => {
    pages = await readBack((await port.render({ ...order, data: sample })).bytes);
    text = pages.map((page) => page.bare).join('');
  });

  it('has its 29 articles and twelve annexes in their order, on twelve pages or more', () => {
    const contractArticles = numberedArticles(sample.text);
    const annexTitles = sample.text.annexes.map(({ title }) => title);
    expect(contractArticles.map((one) => one.number)).toEqual(Array.from({ length: 29 }, (_, index) => index + 1));
    expect(annexTitles).toHaveLength(12);
    const body = text.slice(text.indexOf('第一章合同当事人', text.indexOf('用语解释')));
    let at = 0;
    for (const { title } of contractArticles) {
      const next = body.indexOf(`条${bare(title)}`, at);
      expect(next, title).toBeGreaterThanOrEqual(at);
      at = next;
    }
    for (const title of annexTitles) expect(body.indexOf(bare(title), at), title).toBeGreaterThan(at);
    expect(pages.length).toBeGreaterThanOrEqual(12);
  });

  it('keeps each payment of its annex in one line, with the day, the capitals and what is paid by then', () => {
    const lines = pages.flatMap(bodyLines).map(bare);
    expect(lines.find((line) => line.includes('412,522.00'))).toMatch(
      /^2首付款2026年\d+月\d+日前412,522\.00肆拾壹万贰仟伍佰贰拾贰元整30\.58%$/u,
    );
  });

  it('says who buys what, at which price, how it is paid and when it is delivered', () => {
    for (const phrase of [
      '周琳、郑浩',
      '居民身份证999999198803120028',
      '渝中住建样（2026）预字第000号',
      '■按套内建筑面积计价：单价为每平方米21,054.04元，总价款为1,512,522.00元（大写：人民币壹佰伍拾壹万贰仟伍佰贰拾贰元整）',
      '□按建筑面积计价：单价为每平方米×元',
      '支付首期房款462,522.00元',
      '占总价款的30.58%',
      '账号为0000000000000018',
      '应当于2028年6月30日前（含当日）向买受人交付',
      '逾期在90日之内',
      '万分之1的违约金',
      '■依法向该商品房所在地人民法院起诉',
      '□提交×仲裁',
      '首付款2026年11月23日前412,522.00',
      '□未设定抵押■已设定抵押',
    ])
      expect(text).toContain(phrase);
  });

  it('names the certificate of each buyer where purchases are limited, and says that none is needed elsewhere', async () => {
    expect(text).toContain('附件十二购房资格查验无。');
    const eligibility = {
      number: 'CX-2026-0001',
      checkedOn: localDate('2026-11-18'),
      validUntil: null,
      name: '周琳',
      identityNumber: '999999198803120028',
    };
    const draft = contractDraft({
      purchaseLimited: true,
      buyers: [contractBuyer({ eligibility })],
      annexes: { eligibilityPapers: true },
    });
    const found = await bareText((await port.render({ ...order, data: { ...sample, draft } })).bytes);
    expect(found).toContain('证明文件：已附');
    expect(found).toContain('CX-2026-00012026年11月18日');
  });

  it('counts its own pages and copies in the last article', () => {
    expect(text).toContain(`本合同及附件共${pages.length}页，一式5份，其中出卖人2份、买受人1份`);
    for (const { bare: page, page: number } of pages) expect(page).toContain(`第${number}页共${pages.length}页`);
  });

  it('passes itself off as no model text: its own edition, no number of a form, no ministry', () => {
    expect(text).toContain('本公司文本HT-1');
    expect(text).not.toMatch(/GF[-—]|示范文本|住房和城乡建设部|市场监督管理总局|工商行政管理/u);
  });

  it('prints chapters under the names of the office, and the words that it explains behind those of the law', async () => {
    const named = parts.withNewWord(parts.withChapterTitle(sample.text, 1, '价款与付款'));
    const own = named.glossary.length - 1;
    const data = { ...sample, text: parts.withWord(named, own, { word: '样板间', meaning: '展示交付标准的房屋。' }) };
    const found = await readBack((await port.render({ ...order, data })).bytes);
    const said = found.map((page) => page.bare).join('');
    // In the contents, and at the head of the chapter.
    expect(said.split('第三章价款与付款')).toHaveLength(3);
    expect(said).not.toContain('第三章商品房价款');
    expect(said).toContain(`${own + 1}.样板间：展示交付标准的房屋。`);
    expect(differencesOf(data, found)).toEqual([]);
  });

  it('shows neither a price nor the number of a person on its cover', () => {
    expect(pages[0]?.bare).toContain('周琳、郑浩');
    expect(pages[0]?.bare).not.toMatch(/999999|1,512,522|10000001861/);
  });

  it('leaves no head of an article or annex alone at the foot of a page', () => {
    expect(pages.flatMap(bodyLines).filter(isHead).length).toBeGreaterThan(40);
    // The second page lists them.
    for (const page of pages.toSpliced(1, 1))
      expect(isHead(bodyLines(page).at(-1) ?? ''), `page ${page.page}`).toBe(false);
  });

  it('keeps the signatures of ten buyers with what they copy by hand', async () => {
    const buyers = equalShares(10).map((sharePpm, index) => contractBuyer({ name: `欧阳${index + 1}`, sharePpm }));
    const data = { ...sample, draft: contractDraft({ buyers }) };
    const found = await readBack((await port.render({ ...order, data })).bytes);
    const signing = found.filter((page) => page.bare.includes('买受人（签名并按指印）'));
    expect(signing).toHaveLength(1);
    for (const one of buyers) expect(signing[0]?.bare).toContain(`${one.name}：`);
    expect(found.map((page) => page.bare).join('')).toContain('十分之一');
  });

  it.each(['lumpSum', 'instalment'] as const)(
    'strikes the ways to pay that were not chosen when it is paid by %s',
    async (kind) => {
      const draft = draftContract(draftFacts(kind));
      const pagesOfIt = await readBack((await port.render({ ...order, data: { ...sample, draft } })).bytes);
      expect(differencesOf({ ...sample, draft }, pagesOfIt)).toEqual([]);
      const found = pagesOfIt.map((page) => page.bare).join('');
      const once = '一次性付款。买受人应当于';
      expect(found).toContain(kind === 'lumpSum' ? `■${once}2026年11月23日` : `□${once}×前`);
      expect(found.includes('■分期付款')).toBe(kind === 'instalment');
      expect(found).toContain('合计人民币1,512,522.00壹佰伍拾壹万贰仟伍佰贰拾贰元整');
    },
  );

  it('sets long wording, many rows and an agent inside the page, with the head of a table on each page', async () => {
    const agent = {
      kind: 'statutory',
      name: '周建国',
      identityKind: 'identityCard',
      identityNumber: '999999196001010011',
      address: '重庆市渝中区样本路 1 号',
      phone: '10000001863',
      relation: '父亲',
      power: { coversSigning: true, validUntil: null },
    } as const;
    const draft = contractDraft({
      buyers: [contractBuyer({ sharePpm: 1_000_000, agent })],
      ownership: 'sole',
      fields: {
        titlePromise: '该商品房不存在出租'.repeat(60),
        fitOutTotal: yuan(120_000),
        fitOutUnitPrice: yuan(1_200),
      },
      annexes: {
        fitOut: Array.from({ length: 60 }, (_, index) => ({
          place: 'other' as const,
          item: `项目 ${index + 1}`,
          material: '按样板间相同标准施工并经双方封样确认的材料',
          brand: '样本牌',
          specification: '一套',
        })),
      },
    });
    const found = await readBack((await port.render({ ...order, data: { ...sample, draft } })).bytes);
    const rows = found.filter((page) => page.bare.includes('封样确认'));
    expect(rows.length).toBeGreaterThan(1);
    for (const page of rows) expect(page.bare).toContain('材料或者做法');
    const all = found.map((page) => page.bare).join('');
    expect(all).toContain('法定代理人周建国父亲');
    expect(all).toContain('周琳（代理人周建国签）');
    expect(all).toContain('装饰装修价款按每平方米1,200.00元计，总额为120,000.00元');
    expect(differencesOf({ ...sample, draft }, found)).toEqual([]);
  });

  it('says its number, version, page and the check digits of its data at the head of every page', () => {
    const check = paperData({ kind: 'saleContract', data: sample }).sha256.slice(0, 8).toUpperCase();
    for (const { page, bare: words } of pages) {
      expect(words).toContain(`页码校验${check.slice(0, 4)}-${check.slice(4)}`);
      expect(words).toContain(`第1版·第${page}/${pages.length}页`);
    }
  });

  it('knows an amount by the words around it: the same figures elsewhere do not pass for the price', () => {
    const forged = pages.map((page) => ({
      ...page,
      bare: page.bare.replace('总价款为1,512,522.00元', '总价款为1,512,523.00元'),
    }));
    expect(forged.map((page) => page.bare).join('')).toContain('1,512,522.00');
    expect(differencesOf(sample, forged)).toEqual(expect.arrayContaining(['总价款', '金额大写']));
  });

  it('reads wording on that goes over a page', async () => {
    const promise = '该商品房不存在出租、出借或者其他由第三人占有使用的情形；'.repeat(30);
    for (const length of [700, 780, 840]) {
      const draft = contractDraft({ fields: { titlePromise: promise.slice(0, length) } });
      const found = await readBack((await port.render({ ...order, data: { ...sample, draft } })).bytes);
      expect(differencesOf({ ...sample, draft }, found)).toEqual([]);
    }
  });

  it('agrees with its data when it is read back, and with no other', () => {
    expect(differencesOf(sample, pages)).toEqual([]);
    const other = contractDraft({
      fields: { total: yuan(1_512_523), deliveryOn: localDate('2028-07-30'), titleDamages: 'fullLoss' },
    });
    expect(differencesOf({ ...sample, draft: other }, pages)).toEqual(
      expect.arrayContaining(['总价款', '交付日期', '损失赔偿（权利承诺）']),
    );
    expect(differencesOf(sample, pages.slice(1))).toEqual(['合同编号', '页脚', '页数']);
  });

  it('names the contract that was ended before, and is refused with another one', async () => {
    const draft = draftContract(
      draftFacts('mortgage', { replaces: { number: 'HT-2026-0007', cancelledOn: localDate('2026-11-02') } }),
    );
    const data = { ...sample, draft };
    const found = await readBack((await port.render({ ...order, data })).bytes);
    expect(found.map((page) => page.bare).join('')).toContain('此前订立的合同HT-2026-0007已于2026年11月2日解除');
    expect(differencesOf(data, found)).toEqual([]);
    const other = { ...draft, replaces: { number: 'HT-2026-0008', cancelledOn: localDate('2026-11-02') } };
    expect(differencesOf({ ...sample, draft: other }, found)).toEqual(['前一份合同']);
  });

  it('refuses a sign that no typeface has', async () => {
    const data = { ...sample, draft: contractDraft({ buyers: [contractBuyer({ name: '\u{323b0}田' })] }) };
    await expect(port.render({ ...order, data })).rejects.toMatchObject({ code: 'GLYPH_MISSING' });
  });

  it('names the blanks that somebody could still fill in, and none that were struck on purpose', () => {
    const draft = contractDraft({ fields: { lender: null, structure: null } });
    expect(checkPaper({ kind: 'saleContract', data: { ...sample, draft } }).openBlanks).toEqual([
      '建筑结构',
      '贷款机构',
    ]);
    expect(checkPaper({ kind: 'saleContract', data: sample }).openBlanks).toEqual([]);
  });
});
