import type { Content } from 'pdfmake';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { isOfSpace } from '#shared/domain/contracts/text/forms.ts';
import type { AnnexKey } from '#shared/domain/contracts/text/keys.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { areaToDecimal, sumArea } from '#shared/kernel/area.ts';
import { paragraph } from '../kit/article.ts';
import { dateText, filled } from '../kit/blanks.ts';
import { sizes } from '../kit/definition.ts';
import { managementAnnex, paymentsAnnex } from './annexes-of-money.ts';
import { mortgageAnnex, tenantWaiverAnnex } from './annexes-of-others.ts';
import { drawingFrame } from './drawing-frame.ts';
import { articleText } from './references.ts';
import { dayText, facilityLabel, plainTable } from './tables.ts';
import { ordinal } from './values.ts';

type AnnexBody = (draft: ContractDraft, text: ContractText) => Content[];

const bodies: { readonly [Key in AnnexKey]: AnnexBody } = {
  drawings: drawingsAnnex,
  commonParts: commonPartsAnnex,
  mortgages: mortgageAnnex,
  tenantWaiver: tenantWaiverAnnex,
  payments: paymentsAnnex,
  facilities: facilitiesAnnex,
  fitOut: fitOutAnnex,
  warranty: warrantyAnnex,
  guarantee: guaranteeAnnex,
  management: managementAnnex,
  burdens: burdensAnnex,
  supplement: supplementAnnex,
  eligibility: eligibilityAnnex,
};

/** The annexes of a text, and behind the last one that nothing follows. */
export function annexes(text: ContractText, draft: ContractDraft): Content[] {
  return [
    ...text.annexes.flatMap(({ key, title }, index) => [
      annexHead(index + 1, key, title),
      ...annexBody(key, draft, text),
    ]),
    {
      text: '（附件到此为止，以下空白）',
      fontSize: sizes.note,
      alignment: 'center',
      margin: [0, 10, 0, 0],
    },
  ];
}

/** What an annex says under its head. */
export function annexBody(key: AnnexKey, draft: ContractDraft, text: ContractText): Content[] {
  return bodies[key](draft, text);
}

/** Short annexes that say "none" share a page with their neighbour; the others begin on a page of their own. */
const onTheSamePage: readonly AnnexKey[] = ['mortgages', 'tenantWaiver', 'guarantee', 'burdens', 'eligibility'];

function annexHead(number: number, key: AnnexKey, title: string): Content {
  const shared = onTheSamePage.includes(key);
  return {
    text: `附件${ordinal(number)}　${title}`,
    style: 'chapter',
    headlineLevel: 1,
    margin: [0, shared ? 22 : 0, 0, 8],
    ...(shared ? {} : { pageBreak: 'before' as const }),
  };
}

function drawingsAnnex(draft: ContractDraft, { form }: ContractText): Content[] {
  const { drawings } = draft.annexes;
  const plan = isOfSpace(form) ? '停车库分层平面图' : '分层分户平面图';
  return [
    paragraph([
      `本附件由该商品房的${plan}（注明尺寸、${isOfSpace(form) ? '净高' : '朝向'}和允许误差）与项目总平面图组成，图上标明该商品房的位置，双方在图上签字或者盖章。比例：`,
      filled(drawings.scale),
      '；平面尺寸允许误差：',
      filled(drawings.tolerance),
      '。',
    ]),
    drawingFrame(plan, drawings.floorPlan),
    drawingFrame('项目总平面图', drawings.sitePlan),
  ];
}

function commonPartsAnnex({ annexes: { commonParts } }: ContractDraft): Content[] {
  const apportioned = commonParts.filter((one) => one.apportioned);
  const others = commonParts.filter((one) => !one.apportioned);
  const areas = apportioned.flatMap((one) => (one.area === null ? [] : [one.area]));
  const columns = [
    { head: '序', width: 22, alignment: 'center' },
    { head: '共用部位', width: '*', alignment: 'left' },
    { head: '位　置', width: '*', alignment: 'left' },
  ] as const;
  return [
    paragraph(['1. 纳入该商品房分摊的共用部位的名称、位置和面积：']),
    plainTable(
      [...columns, { head: '面积（平方米）', width: 90, alignment: 'right' }],
      apportioned.map((one, index) => [
        String(index + 1),
        one.part,
        one.place,
        one.area === null ? '' : areaToDecimal(one.area),
      ]),
      areas.length === 0 ? undefined : ['', '合　计', '', areaToDecimal(sumArea(areas))],
    ),
    paragraph(['2. 未纳入该商品房分摊的共用部位的名称和位置：']),
    plainTable(
      columns,
      others.map((one, index) => [String(index + 1), one.part, one.place]),
    ),
    paragraph(['分摊的共有建筑面积及其计算以房屋测绘报告为准。']),
  ];
}

function facilitiesAnnex({ annexes: { facilities } }: ContractDraft, text: ContractText): Content[] {
  return [
    plainTable(
      [
        { head: '项　目', width: 104, alignment: 'left' },
        { head: '是否提供', width: 60, alignment: 'center' },
        { head: '位　置', width: '*', alignment: 'left' },
        { head: '约定日期', width: 120, alignment: 'left' },
      ],
      facilities.map((one) => [
        facilityLabel(one),
        one.offered ? '提供' : '不提供',
        one.offered ? one.place : '',
        one.offered && one.promisedOn !== null ? `${dateText(one.promisedOn)}前` : '',
      ]),
    ),
    paragraph([`各项设施的用途与其名称相符；约定日期应当达到的条件见${articleText(text, 'facilities')}。`]),
  ];
}

function fitOutAnnex({ annexes: { fitOut } }: ContractDraft): Content[] {
  return [
    paragraph([
      '交付时该商品房的装饰装修和设备不低于下列标准；出卖人采用的品牌、规格停产的，以不低于原标准的替代，并书面告知买受人。',
    ]),
    plainTable(
      [
        { head: '部　位', width: 74, alignment: 'left' },
        { head: '项　目', width: 70, alignment: 'left' },
        { head: '材料或者做法', width: '*', alignment: 'left' },
        { head: '品牌、产地', width: 90, alignment: 'left' },
        { head: '规格、数量', width: 90, alignment: 'left' },
      ],
      fitOut.map((one) => [contractForm.fitOutPlaces[one.place], one.item, one.material, one.brand, one.specification]),
    ),
  ];
}

function warrantyAnnex({ annexes: { warranty, warrantyTerms } }: ContractDraft): Content[] {
  const term = (one: (typeof warranty)[number]) =>
    one.unit === 'designLife'
      ? '设计文件规定的合理使用年限'
      : one.unit === 'years'
        ? `${one.term} 年`
        : `${one.term} 个采暖期或者供冷期`;
  return [
    paragraph(['保修期自该商品房交付之日起计算。']),
    plainTable(
      [
        { head: '序', width: 22, alignment: 'center' },
        { head: '保修项目', width: '*', alignment: 'left' },
        { head: '保修期限', width: 190, alignment: 'left' },
      ],
      warranty.map((one, index) => [
        String(index + 1),
        one.label === '' ? contractForm.warranty[one.item] : one.label,
        term(one),
      ]),
    ),
    paragraph(['保修范围、责任的其他约定：', filled(warrantyTerms), '。']),
  ];
}

function guaranteeAnnex({ fields, annexes: { guaranteeTerms } }: ContractDraft): Content[] {
  if (fields.guarantor === null) return [paragraph(['无。双方未约定质量担保人，本附件不适用。'])];
  return [
    paragraph(['质量担保人', filled(fields.guarantor), '出具的担保证明附后。其他约定：', filled(guaranteeTerms), '。']),
  ];
}

function burdensAnnex({ annexes: { burdens } }: ContractDraft): Content[] {
  if (burdens.length === 0)
    return [
      paragraph([
        '无。出卖人确认该商品房没有影响采光、通风、视野、安宁或者正常使用的立柱、管道井、检查口、遮挡物和噪声源。',
      ]),
    ];
  return [
    paragraph(['下列情形出卖人已向买受人说明，买受人已经知悉：']),
    plainTable(
      [
        { head: '情　形', width: 130, alignment: 'left' },
        { head: '位　置', width: 130, alignment: 'left' },
        { head: '对使用的影响', width: '*', alignment: 'left' },
      ],
      burdens.map((one) => [one.item, one.place, one.effect]),
    ),
  ];
}

function supplementAnnex({ annexes: { ownTerms } }: ContractDraft): Content[] {
  return [
    ...(ownTerms.length === 0
      ? [paragraph(['无。双方没有订立补充协议。'])]
      : ownTerms.map((text, index) => paragraph([`${ordinal(index + 1)}、${text}`]))),
    { text: '（补充协议到此为止）', fontSize: sizes.note, alignment: 'center', margin: [0, 10, 0, 0] },
  ];
}

function eligibilityAnnex({ purchaseLimited, buyers, annexes: { eligibilityPapers } }: ContractDraft): Content[] {
  if (!purchaseLimited) return [paragraph(['无。该商品房签约时不需要查验购房资格，本附件不适用。'])];
  return [
    paragraph(['买受人购买该商品房的资格已经查验，证明文件：', filled(eligibilityPapers ? '已附' : ''), '。']),
    plainTable(
      [
        { head: '买受人', width: 100, alignment: 'left' },
        { head: '查验证明编号', width: '*', alignment: 'left' },
        { head: '查验日期', width: 104, alignment: 'left' },
        { head: '有效期至', width: 104, alignment: 'left' },
      ],
      buyers.map(({ name, eligibility }) => [
        name,
        eligibility?.number ?? '',
        dayText(eligibility?.checkedOn ?? null),
        dayText(eligibility?.validUntil ?? null),
      ]),
    ),
  ];
}
