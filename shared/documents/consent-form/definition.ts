import type { Content, TableCell } from 'pdfmake';
import { defaultStyle, keepHeads, paperStyles } from '../kit/article.ts';
import { dateText, orStruck } from '../kit/blanks.ts';
import { chapter } from '../kit/chapter.ts';
import { type Definition, fileInfo, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { signatureBlock } from '../kit/signatures.ts';
import { grid, headOf, label, ledger, value } from '../kit/tables.ts';
import type { ConsentFormData } from './data.ts';

/** Edition of the layout; the office's text has an edition of its own. */
export const consentFormEdition = 'TY-1';

/** The title of the form. */
export const CONSENT_TITLE = '个人信息处理告知与同意书';

/** What a person ticks beside each purpose. */
export const CHOICES = '□ 同意　□ 不同意';

/** The sentence above the signatures. */
export const DECLARATION =
  '本人已阅读上述告知，逐项作出以上选择。未勾选的事项视为不同意，不影响本人参观看房。本人可以随时撤回已经作出的同意。';

/** The notice about personal data with what a person agrees to, each apart, for signature. */
export function buildConsentFormDefinition(data: ConsentFormData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(CONSENT_TITLE, marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: CONSENT_TITLE,
      edition: `本公司文本 ${consentFormEdition}`,
      maker: `${data.project}案场　经办人 ${data.consultant}`,
    }),
    ...watermarkOf(marks),
    pageBreakBefore: keepHeads,
    content: [
      letterhead(data.seller.name, CONSENT_TITLE),
      factsTable(data),
      chapter('告知', { fontSize: sizes.text, above: 8 }),
      ...data.paragraphs.map(told),
      chapter('本人的选择（每一项单独勾选）', { fontSize: sizes.text, above: 8 }),
      purposesTable(data),
      {
        // Nobody signs on a page that does not say what.
        unbreakable: true,
        margin: [0, 6, 0, 0],
        stack: [
          told(DECLARATION),
          signatureBlock(
            { title: '本人', places: [{ asks: '签名：' }] },
            { title: data.seller.name, places: [{ asks: '经办人签名：' }] },
          ),
        ],
      },
    ],
  };
}

/** A paragraph of the notice: a little closer than a contract, so that notice and signature stand on one sheet. */
function told(text: string): Content {
  return { text, style: 'paragraph', fontSize: sizes.table, lineHeight: 1.08, leadingIndent: sizes.table * 2 };
}

/** Whom the form is for, cell by cell. */
export function factsOfForm({ person, project, seller, edition, printedOn }: ConsentFormData) {
  return [
    ['姓　名', person.name],
    ['档案编号', person.file],
    ['项　目', project],
    ['联系电话', seller.phone],
    ['告知书版本', edition === 0 ? '程序所附文本' : `第 ${edition} 版`],
    ['日　期', dateText(printedOn)],
  ] as const;
}

function factsTable(data: ConsentFormData): Content {
  const facts = factsOfForm(data);
  const cells = ([name, text]: readonly [string, string]): TableCell[] => [label(name), value(orStruck(text))];
  const [name, file, project, phone, edition, day] = facts;
  const rows = [
    [...cells(name), ...cells(file)],
    [...cells(project), ...cells(phone)],
    [...cells(edition), ...cells(day)],
  ];
  return { table: { widths: [64, '*', 60, '*'], body: rows }, layout: grid, fontSize: sizes.table };
}

const columns = [
  { head: '处理目的', alignment: 'left' },
  { head: '内容', alignment: 'left' },
  { head: '本人选择', alignment: 'center' },
] as const;

/** A purpose as it is called on the form. */
export function purposeTitle({ title, separate }: ConsentFormData['purposes'][number]): string {
  return separate ? `${title}（单独同意）` : title;
}

function purposesTable({ purposes }: ConsentFormData): Content {
  return {
    table: {
      widths: [126, '*', 96],
      headerRows: 1,
      dontBreakRows: true,
      body: [
        headOf(columns),
        ...purposes.map((purpose): TableCell[] => [
          { text: purposeTitle(purpose), bold: purpose.separate },
          purpose.text,
          { text: CHOICES, alignment: 'center' },
        ]),
      ],
    },
    layout: ledger,
  };
}

/** The heads of the table of purposes, which stand again on the next page. */
export const purposeHeads: string = columns.map((column) => column.head).join('');
