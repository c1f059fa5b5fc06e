import type { Content } from 'pdfmake';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { keepHeads } from '../kit/article.ts';
import { dateText, orStruck, unbroken, yuanText } from '../kit/blanks.ts';
import { type Definition, families, type Marks, sizes } from '../kit/definition.ts';
import { rule } from '../kit/frame.ts';
import { consultantOf, factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { mm, papers, textWidth } from '../kit/paper.ts';
import { handwriting, signatureBlock, signedTogether } from '../kit/signatures.ts';
import { listTable } from '../kit/tables.ts';
import type { PurchaseInstructionsData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const purchaseInstructionsEdition = 'XZ-2';
/** What the paper is called. */
export const INSTRUCTIONS_TITLE = '认购须知';

/** What buyers sign at the end of every page. */
export const PAGE_SIGNATURE = '买受人阅读本页后签名：';

/** What buyers copy by hand, which proves that it was pointed out to them. */
const UNDERSTOOD = '本人已阅读并理解本须知，知悉定金的效力和不利因素。';

/** Room above the foot for the signature of a page, in mm. */
const SIGNING_MM = 12;

/** What stands around the instructions. */
export function aroundInstructions(data: PurchaseInstructionsData): OfficePaper {
  return {
    issuer: data.seller.name,
    title: INSTRUCTIONS_TITLE,
    edition: purchaseInstructionsEdition,
    maker: consultantOf(data),
  };
}

/** Purchase instructions (认购须知): A4 on two pages, signed at the end of each. */
export function buildPurchaseInstructionsDefinition(data: PurchaseInstructionsData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  const framed = officePaper(marks, aroundInstructions(data), [
    factsTable(factsOfInstructions(data), { looks: { 买受人: { wide: true }, 销售许可: { wide: true } } }),
    ...signedTogether(
      partsOfInstructions(data).flatMap(({ title, text }, index) => [
        head(index, title),
        title === STEPS ? listTable(stepColumns, stepsOfInstructions(data)) : told(text, boldParts.has(title)),
      ]),
      [
        handwriting(UNDERSTOOD, '请买受人亲笔抄写：', textWidth(papers.a4)),
        signatureBlock(
          { title: '出卖人（盖章）', places: [{ asks: `置业顾问 ${data.consultant}：` }] },
          { title: '买受人（签名）', places: [{ asks: '签名：' }] },
        ),
      ],
    ),
  ]);
  return {
    ...framed,
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom + SIGNING_MM)],
    footer: (page, pages, size) => [pageSignature(), footOf(framed.footer, page, pages, size)],
    pageBreakBefore: keepHeads,
  };
}

function pageSignature(): Content {
  return {
    margin: [mm(papers.a4.margins[0]), mm(3), mm(papers.a4.margins[2]), 0],
    columns: [
      { width: '*', text: '' },
      { width: 'auto', text: PAGE_SIGNATURE, fontSize: sizes.note },
      { width: mm(44), canvas: [rule(mm(44), 0.5)], margin: [0, 11, 0, 0] },
    ],
  };
}

function footOf(
  footer: Definition['footer'],
  ...of: Parameters<Extract<Definition['footer'], (...all: never) => unknown>>
) {
  return typeof footer === 'function' ? (footer(...of) ?? []) : [];
}

/** What the paper is about, cell by cell. */
export function factsOfInstructions({ subscription, buyers, project, unit, seller }: PurchaseInstructionsData) {
  return [
    ['买受人', buyers],
    ['项　目', project],
    ['房　号', `${unit.label}（${labels.unitUses[unit.use]}）`],
    ['销售许可', unit.permit],
    ['认购书', subscription],
    ['联系电话', seller.phone],
  ] as const;
}

/** The part that is a table. */
export const STEPS = '办理步骤和期限';

/** Parts with weighty points, which stand in bold. */
const boldParts: ReadonlySet<string> = new Set(['定金的效力', '退还定金的情形', '不利因素']);

/** The numbered parts in their order, each with what it says; that of the steps is a table. */
export function partsOfInstructions(data: PurchaseInstructionsData): readonly { title: string; text: string }[] {
  const { shown, deposit, texts, account, refundDays, encumbrances, seller } = data;
  return [
    { title: '现场公示的文件', text: `${shown.join('；')}。买受人可以随时查阅并索取文本。` },
    { title: '购房资格', text: texts.eligibility },
    { title: STEPS, text: '' },
    { title: '请携带的资料', text: texts.bring },
    {
      title: '收款账户',
      text: `购房款项只存入预售资金监管账户，户名 ${seller.name}，开户行 ${orStruck(account.bank)}，账号 ${orStruck(unbroken(account.number))}。任何人不得以个人账户或个人收款码收取购房款。`,
    },
    {
      title: '定金的效力',
      text: `本次认购的定金为 ${yuanText(deposit)}（大写：人民币${capitalsOf(deposit)}），用于担保签订《商品房买卖合同》，签约后抵作房价款。买受人无正当理由不签约的，无权请求返还定金；出卖人不签约或者变更认购条件的，双倍返还定金。`,
    },
    {
      title: '退还定金的情形',
      text: `${orStruck(texts.refund)}符合退还情形的，出卖人在 ${refundDays} 日内退还到买受人本人账户。`,
    },
    { title: '样板房', text: texts.sampleFlat },
    {
      title: '不利因素',
      text: `房屋的抵押、租赁、查封情况：${encumbrances === '' ? '无' : encumbrances}。项目内外的不利因素：${orStruck(texts.disadvantages)}`,
    },
    {
      title: '投诉与咨询',
      text: `售楼处电话 ${orStruck(seller.phone)}，地址 ${orStruck(seller.address)}。${texts.complaints}`,
    },
    {
      title: '个人信息',
      text: '出卖人为订立和履行合同、办理网签备案与登记，收集并使用买受人的身份与联系信息，保存至法定期限届满；敏感个人信息另行取得单独同意。买受人可以查询、更正、撤回同意。',
    },
  ];
}

/** Every step with its day or term. */
export function stepsOfInstructions(data: PurchaseInstructionsData): readonly (readonly [string, string])[] {
  const { subscribedOn, graceDays, signBy, place, borrows, filingDays, unit } = data;
  return [
    ['签订认购书、交付定金', `${dateText(subscribedOn)}；逾期 ${graceDays} 日未交付的，认购失效`],
    ['协商并签订《商品房买卖合同》', `${dateText(signBy)}前，在${place}`],
    ['支付首期房款', '按合同附件约定的付款计划，存入监管账户'],
    ...(borrows ? ([['申请贷款', '签约后向贷款银行、公积金中心提交资料，以其审批为准']] as const) : []),
    ['合同备案', `签约后 ${filingDays} 日内由出卖人办理`],
    ['交付房屋', unit.deliveryOn === null ? '以合同约定为准' : `${dateText(unit.deliveryOn)}前`],
  ];
}

/** Heads of the table of steps. */
export const stepColumns = [
  { head: '步骤', alignment: 'left', width: 150 },
  { head: '时间与要求', alignment: 'left', width: '*' },
] as const;

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const;

/** The head of a part with its number. */
export function headOfPart(index: number, title: string): string {
  return `${numerals[index] ?? index + 1}、${title}`;
}

function head(index: number, title: string): Content {
  return {
    text: headOfPart(index, title),
    font: families.sans,
    bold: true,
    fontSize: sizes.text,
    margin: [0, 6, 0, 2],
    headlineLevel: 1,
  };
}

function told(text: string, bold: boolean): Content {
  return { text: orStruck(text), style: 'paragraph', bold };
}
