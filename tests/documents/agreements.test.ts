import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { supplementAgreementSample } from '#shared/documents/supplement-agreement/sample.ts';
import {
  type TerminationAgreementData,
  terminationAgreementDataSchema,
} from '#shared/documents/termination-agreement/data.ts';
import {
  terminationAgreementSample,
  terminationWithInterestSample,
} from '#shared/documents/termination-agreement/sample.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

describe('the papers of agreements about a signed contract', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  const changed = { kind: 'supplementAgreement', number: 'BX-2027-0001', version: 1 } as const;
  const ended = { kind: 'terminationAgreement', number: 'JC-2027-0001', version: 1 } as const;
  const endOf = async (data: TerminationAgreementData) => bareText((await port.render({ ...ended, data })).bytes);

  it('say of which contract and home they are, what it said and says, and that no day is dated back', async () => {
    const { bytes } = await port.render({ ...changed, data: supplementAgreementSample });
    const text = await bareText(bytes);
    const { contract, unit, changes } = supplementAgreementSample;
    for (const phrase of [contract.number, contract.filingNumber, unit, '不得倒签日期', '买受人亲笔抄写'])
      expect(text).toContain(phrase.replaceAll(' ', ''));
    for (const { name, before, after } of changes)
      for (const word of [name, before, after].filter((one) => one !== ''))
        expect(text).toContain(word.replaceAll(/\s/g, ''));
  });

  it('leave nobody to sign on a page of their own, however much they change', async () => {
    const [line] = supplementAgreementSample.changes;
    const many = Array.from({ length: 60 }, () => line).filter((one) => one !== undefined);
    const data = { ...supplementAgreementSample, changes: many };
    const { pages, bytes } = await port.render({ ...changed, data });
    expect(pages).toBeGreaterThan(3);
    const text = await bareText(bytes);
    expect(text.lastIndexOf('（签名并按指印）')).toBeGreaterThan(text.lastIndexOf('同意按本协议办理'));
  });

  it('settle an end receipt by receipt: what is kept comes out of the buyers’ money, the loan goes to its lender', async () => {
    const text = await endOf(terminationAgreementSample);
    for (const phrase of [
      'SJ-2026-0412',
      '扣违约金',
      '¥75,626.00（大写',
      '人民币柒万伍仟陆佰贰拾陆元整',
      '刘俊杰¥386,896.00',
      '贷款部分¥1,050,000.00',
      '样本银行重庆渝中支行',
      '不得付给买受人',
      '不向任何第三人支付',
      '商品房买卖合同HT-2026-0301',
    ])
      expect(text).toContain(phrase);
    expect(text).not.toContain('此前已退');
    expect(text).not.toContain('另付利息');
  });

  it('say by which rate and for how many days what goes back bears interest', async () => {
    const text = await endOf(terminationWithInterestSample);
    for (const phrase of [
      '407',
      '按年利率4.9%（一年按365日折算）',
      '暂算至2027年12月28日',
      '按同一利率算至退清之日',
      '另付的利息为¥75,976.85（大写：人民币柒万伍仟玖佰柒拾陆元捌角伍分）',
      '刘俊杰¥525,976.85',
    ])
      expect(text).toContain(phrase);
  });

  it('are not made where those who paid get more or less than what goes back to the buyers', () => {
    const { refund } = terminationWithInterestSample;
    const short = { ...refund, payees: [{ name: '刘俊杰', amount: yuan(450_000) }] };
    const parsed = terminationAgreementDataSchema.safeParse({ ...terminationWithInterestSample, refund: short });
    expect(parsed.error?.issues).toMatchObject([{ path: ['refund', 'payees'] }]);
    expect(terminationAgreementDataSchema.safeParse(terminationWithInterestSample).success).toBe(true);
  });

  it('name what went back before in a column of its own, and no lender without a loan', async () => {
    const paid = terminationAgreementSample.paid.filter(({ item }) => item !== 'loan');
    const payees = [{ name: '刘俊杰', amount: yuan(450_000) }];
    const refund = { ...terminationAgreementSample.refund, payees, lender: '' };
    const text = await endOf({
      ...terminationAgreementSample,
      ...{ paid, refund, penalty: ZERO_FEN, back: yuan(12_522), askedBy: 'seller' },
    });
    expect(text).toContain('此前已退');
    expect(text).toContain('出卖人提出');
    expect(text).toContain('¥450,000.00（大写：人民币肆拾伍万元整）退还');
    expect(text).toContain('合同项下没有已发放的贷款');
  });

  it('are not made where more is kept and given back than the buyers paid', () => {
    const data = { ...terminationAgreementSample, penalty: yuan(462_523) };
    expect(terminationAgreementDataSchema.safeParse(data).success).toBe(false);
  });
});
