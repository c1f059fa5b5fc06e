import type { Content, TableCell } from 'pdfmake';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { annexTitles, contractChapters } from '#shared/domain/contracts/text/contract-text.ts';
import { paragraph } from '../kit/article.ts';
import { orStruck } from '../kit/blanks.ts';
import { families, inks, sizes } from '../kit/definition.ts';
import { grid } from '../kit/tables.ts';
import { ordinal } from './values.ts';

/** Name of the paper. */
export const contractTitle = '商品房买卖合同（预售）';

/** The cover: what it is, of whom, for which unit. No price and no number of a person stands on it. */
export function cover(draft: ContractDraft, number: string): Content[] {
  const { fields, seller, buyers, project } = draft;
  const unit = [fields.buildingName, fields.entranceName, fields.roomNumber].filter((part) => part !== null).join(' ');
  const rows = [
    ['合同编号', number],
    ['出 卖 人', seller.name],
    ['买 受 人', buyers.map((buyer) => buyer.name).join('、')],
    ['项　　目', project.name],
    ['房　　屋', unit],
    ['网签编号', ''],
  ] as const;
  return [
    {
      text: '商品房买卖合同',
      font: families.serif,
      bold: true,
      fontSize: 30,
      alignment: 'center',
      characterSpacing: 5,
      margin: [5, 130, 0, 0],
    },
    { text: '（预售）', fontSize: 20, alignment: 'center', margin: [0, 6, 0, 90] },
    {
      margin: [60, 0, 60, 0],
      table: {
        widths: [80, '*'],
        heights: 26,
        body: rows.map(([name, text]): TableCell[] => [
          { text: name, alignment: 'center', color: inks.soft, margin: [0, 6, 0, 0] },
          { text: text === '' ? '（备案机关编定后填写）' : orStruck(text), margin: [4, 6, 0, 0] },
        ]),
      },
      layout: grid,
    },
    { text: seller.name, alignment: 'center', fontSize: sizes.article, margin: [0, 120, 0, 0] },
  ];
}

/** Contents by chapters and annexes. */
export function contents(): Content[] {
  return [
    { text: '目　录', style: 'chapter', pageBreak: 'before', margin: [0, 0, 0, 8] },
    ...['第一章　合同当事人', ...contractChapters.map((one, index) => `第${ordinal(index + 2)}章　${one.title}`)].map(
      (text, index) => ({
        stack: [
          {
            text,
            font: families.sans,
            fontSize: sizes.article,
            bold: true,
            margin: [0, 4, 0, 1] as [number, number, number, number],
          },
          ...(index === 0 ? [] : [articlesLine(index - 1)]),
        ],
      }),
    ),
    { text: '附件', font: families.sans, fontSize: sizes.article, bold: true, margin: [0, 8, 0, 2] },
    ...annexTitles.map((title, index) => ({
      text: `附件${ordinal(index + 1)}　${title}`,
      fontSize: sizes.text,
      margin: [12, 1, 0, 0] as [number, number, number, number],
    })),
  ];
}

function articlesLine(chapter: number): Content {
  const articles = contractChapters[chapter]?.articles ?? [];
  return {
    text: articles.map((one) => `第${ordinal(one.number)}条\u00a0${one.title.replaceAll(' ', '\u00a0')}`).join('　'),
    fontSize: sizes.table,
    lineHeight: 1.2,
    margin: [12, 0, 0, 0],
  };
}

const notes = [
  '本合同文本由出卖人制作，依据《中华人民共和国民法典》《中华人民共和国城市房地产管理法》及有关行政法规拟定，用于预售的商品房。文本的版次与内容校验值印在每页页眉和页码旁。',
  '签订本合同前，出卖人应当向买受人出示商品房预售许可证和其他有关证书、证明文件的原件。',
  '对与买受人有重大利害关系的内容，包括价款、期限、违约责任、面积差异、解除合同、保修除外和争议解决，文本以加粗方式印出；出卖人应当提请买受人注意并按照买受人的要求予以说明，买受人应当认真阅读。',
  '文本中以方框列出的选项，■为双方选定，□为未选定；未选定的内容不发生效力。空格下有横线，未填写或者不适用的空格以×划去，签订后不得再行填写。',
  '双方可以在附件十一补充约定；对印刷内容的修改应当在补充协议中写明，不得在文本上涂改。',
  '本合同的份数见第二十九条，双方至少各持一份；各份由同一次排版印制，内容一致。',
];

const glossary: readonly (readonly [string, string])[] = [
  [
    '商品房预售',
    '房地产开发企业将正在建设中的、已取得预售许可的房屋预先出售给买受人，由买受人支付定金或者房价款的行为。',
  ],
  [
    '法定代理人',
    '依照法律规定，代理无民事行为能力人或者限制民事行为能力人实施民事法律行为的人，主要是父母和其他监护人。',
  ],
  ['套内建筑面积', '成套房屋的套内使用面积、套内墙体面积与套内阳台建筑面积之和。'],
  [
    '建筑面积',
    '房屋外墙（柱）勒脚以上各层的外围水平投影面积，包括阳台、挑廊、地下室、室外楼梯等，且具备上盖、结构牢固、层高二点二米以上的永久性建筑。',
  ],
  ['不可抗力', '不能预见、不能避免且不能克服的客观情况。'],
  ['民用建筑节能', '在保证使用功能和室内热环境质量的前提下，降低民用建筑使用过程中能源消耗的活动。'],
  ['不动产登记', '不动产登记机构依法将不动产权利归属和其他法定事项记载于不动产登记簿的行为。'],
  ['转移登记', '不动产权利由出卖人转移给买受人时，双方共同向不动产登记机构申请的登记。'],
  ['不动产登记机构', '县级以上人民政府确定的、负责办理本行政区域不动产登记的机构。'],
  ['分割拆零销售', '将成套的商品住宅分割为数部分，分别出售给买受人的行为。'],
  ['返本销售', '定期向买受人返还购房款的销售行为。'],
  ['售后包租', '在一定期限内承租或者代为出租买受人所购商品房的方式销售商品房的行为。'],
];

/** Notes on how to read and fill the contract, and the words it uses. */
export function notesAndGlossary(): Content[] {
  return [
    { text: '说　明', style: 'chapter', pageBreak: 'before', margin: [0, 0, 0, 6] },
    ...notes.map((text, index) => paragraph([`${index + 1}. ${text}`])),
    { text: '用语解释', style: 'chapter', margin: [0, 14, 0, 6], headlineLevel: 1 },
    ...glossary.map(([word, meaning], index) =>
      paragraph([`${index + 1}. `, { text: word, bold: true }, `：${meaning}`]),
    ),
  ];
}
