import { custody as words } from '#shared/i18n/zh-CN/custody.ts';
import { dateText } from '../kit/blanks.ts';
import { type Definition, inks, type Marks, sizes } from '../kit/definition.ts';
import { factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { signatureBlock } from '../kit/signatures.ts';
import { grid, type ListColumn, listTable } from '../kit/tables.ts';
import type { HandoverSlipData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const handoverSlipEdition = 'YJ-1';
/** Its title. */
export const HANDOVER_TITLE = '原件移交签收单';

/** What stands around the slip. */
export function aroundSlip({ company, recordedBy }: HandoverSlipData): OfficePaper {
  return {
    issuer: company.name,
    title: HANDOVER_TITLE,
    edition: handoverSlipEdition,
    maker: `${company.project}案场　登记 ${recordedBy}`,
  };
}

/** What was handed over and between whom, name by name. */
export function factsOfSlip({ contract, act, on, at, giver, taker, principal, reason }: HandoverSlipData) {
  return [
    ['合同号', contract.number],
    ['房　源', contract.unit],
    ['买受人', contract.buyers],
    ['事　项', words.acts[act]],
    ['时　间', `${dateText(on)} ${at}`],
    ['移交人', giver],
    ['接收人', principal === '' ? taker : `${taker}（代理 ${principal}）`],
    ['原　因', reason],
  ] as const;
}

/** Heads of the list of copies. */
export const slipColumns: readonly ListColumn[] = [
  { head: '原件', alignment: 'left', width: '*' },
  { head: '编号', alignment: 'left', width: 120 },
  { head: '第几份', alignment: 'left', width: 90 },
  { head: '原在', alignment: 'left', width: 72 },
  { head: '移至', alignment: 'left', width: 72 },
];

/** One copy, cell by cell. */
export function cellsOfHanded({ paper, number, copyNo, copyOf, from, to }: HandoverSlipData['copies'][number]) {
  return [words.papers[paper], number, `第 ${copyNo} 份，共 ${copyOf} 份`, words.places[from], words.places[to]];
}

/** What whoever takes the copies signs for. */
export const RECEIVED = '接收人已当面点清上列原件，份数和页数无误。领取后请妥善保管，遗失补办须另行申请。';

/** The receipt for originals that went from one hand into another. */
export function buildHandoverSlipDefinition(data: HandoverSlipData, marks: Marks): Definition {
  return officePaper(marks, aroundSlip(data), [
    factsTable(factsOfSlip(data), { below: 10 }),
    listTable(slipColumns, data.copies.map(cellsOfHanded), { layout: grid, fontSize: sizes.table }),
    { text: RECEIVED, margin: [0, 9, 0, 0], color: inks.text },
    signatureBlock(
      { title: '移交人', places: [{ asks: '签名：' }] },
      { title: '接收人', places: [{ asks: '签名：' }, { asks: '证件号码：' }] },
    ),
  ]);
}
