import type { Content } from 'pdfmake';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { defaultStyle, keepHeads, paperStyles } from '../kit/article.ts';
import { STRUCK } from '../kit/blanks.ts';
import { type Definition, families, fileInfo, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame, seamSeal } from '../kit/frame.ts';
import { mm, papers, textWidth } from '../kit/paper.ts';
import { handwriting, signatureBlock, signedTogether } from '../kit/signatures.ts';
import { annexes } from './annexes.ts';
import { chapterContent } from './clauses.ts';
import type { SaleContractData } from './data.ts';
import { contents, cover, notesAndGlossary, splitTitle } from './front.ts';
import { partiesChapter } from './parties.ts';

/** Edition of the layout; raised with every change of it. What the contract says is a text of the office. */
export const saleContractEdition = 'HT-4';

/** The contract of sale (商品房买卖合同) on A4: cover, contents, notes, articles, signatures, annexes. */
export function buildSaleContractDefinition(data: SaleContractData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  const { draft, text } = data;
  const pages = marks.pages ?? null;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(text.title, marks, 'a4'),
    language: 'zh-CN',
    styles: {
      ...paperStyles,
      chapter: { font: families.sans, fontSize: 13, bold: true, alignment: 'center' },
    },
    defaultStyle: { ...defaultStyle, fontSize: sizes.text },
    ...frame(marks, {
      title: text.title,
      edition: editionOf(draft),
      maker: `${draft.project.name}案场　制单 ${data.maker}`,
    }),
    background: seamSeal(),
    ...watermarkOf(marks),
    pageBreakBefore: keepHeads,
    content: [
      ...cover(text, draft, marks.number),
      ...contents(text),
      ...notesAndGlossary(text),
      { text: splitTitle(text.title)[0], style: 'title', pageBreak: 'before', margin: [6, 0, 0, 4] },
      ...partiesChapter(draft),
      ...signedTogether(
        text.chapters.flatMap((chapter, index) => chapterContent(text, chapter, index + 2, draft, pages)),
        signing(draft),
      ),
      ...annexes(text, draft),
    ],
  };
}

/** Whose wording a contract is in, and which edition of it: never the number of a model form. */
export function editionOf({ edition }: ContractDraft): string {
  return `本公司文本 ${edition}`;
}

/** What the buyer copies by hand, and the places to sign. */
function signing(draft: ContractDraft): Content[] {
  const { buyers, seller } = draft;
  return [
    handwriting(
      '本人已阅读并理解本合同加粗印出的条款，出卖人已按要求作出说明。',
      '请买受人亲笔抄写：',
      textWidth(papers.a4),
    ),
    signatureBlock(
      {
        title: '出卖人（盖合同专用章）',
        places: [
          { asks: seller.representative === '' ? '法定代表人：' : `法定代表人 ${seller.representative}：` },
          seller.agent === ''
            ? { asks: `委托代理人：${STRUCK}`, struck: true }
            : { asks: `委托代理人 ${seller.agent}：` },
          { asks: `拟稿 ${draft.drafter}：` },
        ],
      },
      {
        title: '买受人（签名并按指印）',
        places: buyers.map((buyer) => ({
          asks: buyer.agent === null ? `${buyer.name}：` : `${buyer.name}（代理人 ${buyer.agent.name} 签）：`,
        })),
      },
    ),
    {
      text: `签订地点：${draft.signingPlace === '' ? '×' : draft.signingPlace}`,
      fontSize: sizes.text,
      margin: [0, 8, 0, 0],
    },
  ];
}
