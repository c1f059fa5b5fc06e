import type { Content, TableCell } from 'pdfmake';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { articleNumber, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { paragraph } from '../kit/article.ts';
import { orStruck } from '../kit/blanks.ts';
import { families, inks, sizes } from '../kit/definition.ts';
import { grid } from '../kit/tables.ts';
import { staticRun } from './references.ts';
import { ordinal } from './values.ts';

/** The cover: what it is, of whom, for which unit. No price and no number of a person stands on it. */
export function cover(text: ContractText, draft: ContractDraft, number: string): Content[] {
  const [name, purpose] = splitTitle(text.title);
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
      text: name,
      font: families.serif,
      bold: true,
      fontSize: 30,
      alignment: 'center',
      characterSpacing: 5,
      margin: [5, 130, 0, 0],
    },
    { text: purpose, fontSize: 20, alignment: 'center', margin: [0, 6, 0, 90] },
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

/** A title as the cover sets it: the name, and below it in brackets what it is for. */
export function splitTitle(title: string): readonly [name: string, purpose: string] {
  const at = title.indexOf('（');
  return at === -1 ? [title, ''] : [title.slice(0, at), title.slice(at)];
}

/** Contents by chapters and annexes. */
export function contents(contract: ContractText): Content[] {
  return [
    { text: '目　录', style: 'chapter', pageBreak: 'before', margin: [0, 0, 0, 8] },
    ...['第一章　合同当事人', ...contract.chapters.map((one, index) => `第${ordinal(index + 2)}章　${one.title}`)].map(
      (text, index) => ({
        stack: [
          {
            text,
            font: families.sans,
            fontSize: sizes.article,
            bold: true,
            margin: [0, 4, 0, 1] as [number, number, number, number],
          },
          ...(index === 0 ? [] : [articlesLine(contract, index - 1)]),
        ],
      }),
    ),
    { text: '附件', font: families.sans, fontSize: sizes.article, bold: true, margin: [0, 8, 0, 2] },
    ...contract.annexes.map(({ title }, index) => ({
      text: `附件${ordinal(index + 1)}　${title}`,
      fontSize: sizes.text,
      margin: [12, 1, 0, 0] as [number, number, number, number],
    })),
  ];
}

function articlesLine(contract: ContractText, chapter: number): Content {
  const articles = contract.chapters[chapter]?.articles ?? [];
  return {
    text: articles.flatMap((one, index): Content[] => [
      ...(index === 0 ? [] : ['　']),
      // Number and title stay on one line.
      { text: `第${ordinal(articleNumber(contract, one.key) ?? 0)}条\u00a0${one.title}`, noWrap: true },
    ]),
    fontSize: sizes.table,
    lineHeight: 1.2,
    margin: [12, 0, 0, 0],
  };
}

/** Notes on how to read and fill the contract, and the words it uses. */
export function notesAndGlossary(text: ContractText): Content[] {
  return [
    { text: '说　明', style: 'chapter', pageBreak: 'before', margin: [0, 0, 0, 6] },
    ...text.notes.map((runs, index) => paragraph([`${index + 1}. `, ...runs.flatMap((run) => staticRun(run, text))])),
    { text: '用语解释', style: 'chapter', margin: [0, 14, 0, 6], headlineLevel: 1 },
    ...text.glossary.map(({ word, meaning }, index) =>
      paragraph([`${index + 1}. `, { text: word, bold: true }, `：${meaning}`]),
    ),
  ];
}
