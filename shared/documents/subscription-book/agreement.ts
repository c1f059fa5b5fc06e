import type { Content } from 'pdfmake';
import { daysBetween } from '#shared/kernel/local-date.ts';
import { article, paragraph } from '../kit/article.ts';
import { amountInBoth, dateText, filled, percentText, ppmOf, unbroken } from '../kit/blanks.ts';
import type { SubscriptionBookData } from './data.ts';

/** What the parties agree beside unit and price: articles four to eight. */
export function agreement(data: SubscriptionBookData): Content[] {
  return [...deposit(data), ...signing(data), ...fateOfDeposit(data), ...disclosures(data), ...closing(data)];
}

/** The deposit: Civil Code 586, at most a fifth; it becomes price. */
function deposit({ deposit: { amount, dueOn, bank, account }, price }: SubscriptionBookData): Content[] {
  return [
    article('四', '定金'),
    paragraph([
      '买受人应于',
      filled(dateText(dueOn)),
      '前交付',
      { text: '定金', bold: true },
      ...amountInBoth(amount),
      '，占成交总价的',
      filled(percentText(ppmOf(amount, price.total))),
      '，不超过百分之二十。定金存入',
      filled(bank),
      '账户',
      filled(unbroken(account)),
      '，出卖人凭银行到账凭证开具收据。',
    ]),
    paragraph(['定金用于担保双方订立《商品房买卖合同》；该合同签订后，定金抵作房价款。'], { bold: true }),
  ];
}

/** Until when and where the contract is signed, and what the seller must not do meanwhile. */
function signing({ subscribedOn, signBy, signingPlace }: SubscriptionBookData): Content[] {
  return [
    article('五', '房屋保留与合同签订'),
    paragraph([
      '出卖人自本认购书生效之日起为买受人保留该房屋',
      filled(String(daysBetween(subscribedOn, signBy))),
      '日，其间不得另行出售、出租或设定抵押。双方应于',
      filled(dateText(signBy)),
      '前在',
      filled(signingPlace),
      '就《商品房买卖合同》及其附件进行协商并签订。出卖人已在销售现场公示合同示范文本、销售许可、价格与收费项目，买受人可随时查阅并索取文本。',
    ]),
  ];
}

/** Who keeps the deposit in which case: Civil Code 587; interpretation on new-home sales, article 4. */
function fateOfDeposit({ refundDays }: SubscriptionBookData): Content[] {
  return [
    article('六', '定金的处理'),
    paragraph(['（一）买受人无正当理由未在第五条期限内签订买卖合同的，无权请求返还定金，出卖人可另行出售该房屋。'], {
      bold: true,
    }),
    paragraph(
      [
        '（二）出卖人拒绝签订、将该房屋另行处分、变更本认购书的价格或附件内容，或者隐瞒抵押、租赁、查封等权利限制，致使买卖合同未能签订的，应当双倍返还定金。',
      ],
      { bold: true },
    ),
    paragraph(
      [
        '（三）双方已依诚信协商，但就面积差异、交付、质量、违约责任或者争议解决等条款未能达成一致，或者因登记、备案等不可归责于双方的事由未能签订的，出卖人应当自事由确定之日起',
        filled(String(refundDays)),
        '日内全额返还定金，双方互不承担违约责任。',
      ],
      { bold: true },
    ),
  ];
}

/** What the seller tells: encumbrances, adverts, personal data. */
function disclosures({ unit, complaintPhone }: SubscriptionBookData): Content[] {
  return [
    article('七', '告知与说明'),
    paragraph([
      '该房屋的抵押、租赁、查封情况：',
      filled(unit.encumbrances === '' ? '无' : unit.encumbrances),
      '。出卖人就该房屋及相关设施所作的具体确定的广告、沙盘、样板房说明列入附件，作为签订买卖合同的依据。',
    ]),
    paragraph([
      '出卖人为订立和履行合同、办理网签备案与登记，收集并使用买受人的身份与联系信息，保存至法定期限届满；未经单独同意不用于其他目的。买受人可查询、更正，投诉电话',
      filled(complaintPhone),
      '。',
    ]),
  ];
}

/** Effect, copies and annexes. */
function closing({ annexes, copies, subscribedOn }: SubscriptionBookData): Content[] {
  const total = copies.reduce((sum, copy) => sum + copy.count, 0);
  const holders = copies.map((copy) => `${copy.holder} ${copy.count} 份`).join('、');
  return [
    article('八', '其他'),
    paragraph([
      '本认购书订立于',
      filled(dateText(subscribedOn)),
      '，自双方签章之日起生效，至《商品房买卖合同》签订或者依第六条处理完毕之日终止。变更须经双方书面确认；买受人增减或者更名，按公示的变更程序办理。按本认购书所载通讯地址、电话发出的书面通知为有效送达。争议由双方协商，协商不成的，依法向该房屋所在地人民法院起诉。',
    ]),
    paragraph([
      '本认购书共',
      filled(String(total)),
      '份：',
      filled(holders),
      '，各份内容一致。附件：',
      filled(annexes.map((annex, index) => `${index + 1}.\u00a0${annex}`).join('；')),
      '。',
    ]),
  ];
}
