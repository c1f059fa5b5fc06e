import { paragraph } from '../kit/article.ts';
import { dateText } from '../kit/blanks.ts';
import { type Definition, type Marks, sizes } from '../kit/definition.ts';
import { factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { mm } from '../kit/paper.ts';
import type { CollectNoticeData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const collectNoticeEdition = 'LQ-2';
/** Its title. */
export const COLLECT_TITLE = '合同领取通知书';

/** What stands around the notice. */
export function aroundCollect({ company, maker }: CollectNoticeData): OfficePaper {
  return {
    issuer: company.name,
    title: COLLECT_TITLE,
    edition: collectNoticeEdition,
    maker: `${company.project}案场　经办 ${maker}`,
  };
}

/** What the notice is about, name by name. */
export function factsOfCollect({ contract, company, collectBy }: CollectNoticeData) {
  return [
    ['合同号', contract.number],
    ['房　源', contract.unit],
    ['备案号', contract.filingNumber],
    ['领取期限', `${dateText(collectBy)}前`],
    ['领取地点', company.address],
    ['联系电话', company.phone],
  ] as const;
}

/** To whom it is written. */
export function salutation({ contract }: CollectNoticeData): string {
  return `${contract.buyers}：`;
}

/** What it says. */
export function sentencesOf({ company, papers }: CollectNoticeData): string[] {
  return [
    `您购买的${company.project}商品房，下列文件中由您保管的原件已可领取：${papers.join('、')}。请在上列期限前到领取地点领取。`,
    '领取时请携带本人有效身份证件原件；多位买受人的，一位到场即可。委托他人领取的，请出具授权委托书，受托人携带双方身份证件。',
    '领取时当面点清份数和页数并签收。逾期未领取的，由本公司代为保管，不影响合同效力。',
  ];
}

/** The letter by which buyers are told that their original is ready. */
export function buildCollectNoticeDefinition(data: CollectNoticeData, marks: Marks): Definition {
  return officePaper(marks, aroundCollect(data), [
    factsTable(factsOfCollect(data), { looks: { 领取地点: { wide: true } }, below: 10 }),
    { text: salutation(data), bold: true, fontSize: sizes.text, margin: [0, 0, 0, 6] },
    ...sentencesOf(data).map((text) => paragraph([text])),
    {
      unbreakable: true,
      margin: [0, mm(5), 0, 0],
      alignment: 'right',
      fontSize: sizes.text,
      stack: [data.company.name, { text: dateText(data.on), margin: [0, 4, 0, 0] }],
    },
  ]);
}
