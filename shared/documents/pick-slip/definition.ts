import type { Content, TableCell } from 'pdfmake';
import { defaultStyle, paperStyles, paragraph } from '../kit/article.ts';
import { dateText, yuanText } from '../kit/blanks.ts';
import { type Definition, fileInfo, type Marks, watermarkOf } from '../kit/definition.ts';
import { frame, rule } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { grid, label, value } from '../kit/tables.ts';
import type { PickSlipData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const pickSlipEdition = 'XF-2';

/** What the slip is about, cell by cell. */
export function factsOfPick(data: PickSlipData) {
  const { launch, customer, place, queueNo, desk, unit, houseType, builtArea, listPrice, picked } = data;
  return [
    ['开　盘', launch],
    ['客　户', customer],
    ['选房顺序', `第 ${place} 位（排号 ${queueNo}）`],
    ['选房台', desk],
    ['所选房源', unit],
    ['户　型', houseType],
    ['建筑面积', builtArea],
    ['表　价', yuanText(listPrice)],
    ['选定时间', `${dateText(picked.on)} ${picked.at}`],
    ['经办人', data.by],
  ] as const;
}

/** What the slip promises, and what it is not. */
export function termsOfPick({ keptUntil }: PickSlipData): readonly string[] {
  return [
    `一、所选房源为客户保留至 ${dateText(keptUntil.on)} ${keptUntil.at}。请在此之前到认购台签订认购书并交纳定金。`,
    '二、到时未签订认购书的，房源不再保留，本单自行失效。',
    '三、本单不是认购书，也不是收据；选房本身不收取任何费用。价格以认购书为准。',
  ];
}

/** The pick slip (选房确认单): one A4, a copy for the customer and one for the office. */
export function buildPickSlipDefinition(data: PickSlipData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  const facts = factsOfPick(data);
  const rows = Array.from({ length: facts.length / 2 }, (_none, row) =>
    facts.slice(row * 2, row * 2 + 2).flatMap(([name, text]): TableCell[] => [label(name), value(text)]),
  );
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo('选房确认单', marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: '选房确认单',
      edition: `本公司文本 ${pickSlipEdition}`,
      maker: `${data.company.project}案场　经办人 ${data.by}`,
    }),
    ...watermarkOf(marks),
    content: [
      letterhead(data.company.name, '选房确认单'),
      { table: { widths: [54, '*', 54, '*'], body: rows }, layout: grid },
      {
        margin: [0, 10, 0, 0],
        stack: termsOfPick(data).map((text) => paragraph([text])),
      },
      signatures(),
    ],
  };
}

function signatures(): Content {
  const place = (asks: string) => ({
    stack: [
      { text: `${asks}（签名）：`, margin: [0, 0, 0, mm(10)] as [number, number, number, number] },
      { canvas: [rule(mm(70), 0.5)] },
    ],
  });
  return {
    margin: [0, mm(10), 0, 0],
    unbreakable: true,
    columnGap: mm(10),
    columns: [place('客户'), place('选房台经办人')],
  };
}
