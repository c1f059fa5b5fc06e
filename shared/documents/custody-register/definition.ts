import { custody as words } from '#shared/i18n/zh-CN/custody.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { dateText } from '../kit/blanks.ts';
import { type Definition, inks, type Marks, sizes } from '../kit/definition.ts';
import { factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { mm } from '../kit/paper.ts';
import { grid, type ListColumn, listTable } from '../kit/tables.ts';
import type { CustodyRegisterData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const custodyRegisterEdition = 'BG-1';
/** Its title. */
export const CUSTODY_TITLE = '合同保管登记表';

type Copy = Pick<CustodyRegisterData['copies'][number], 'paper' | 'copyNo' | 'copyOf'>;

/** What stands around the register. */
export function aroundRegister({ company, maker }: CustodyRegisterData): OfficePaper {
  return {
    issuer: company.name,
    title: CUSTODY_TITLE,
    edition: custodyRegisterEdition,
    maker: `${company.project}案场　制表 ${maker}`,
  };
}

/** What the register is about, name by name. */
export function factsOfRegister({ contract, company, asOf, copies }: CustodyRegisterData) {
  return [
    ['合同号', contract.number],
    ['房　源', contract.unit],
    ['买受人', contract.buyers],
    ['出卖人', company.name],
    ['签约日', dateText(contract.signedOn)],
    ['总　价', `${formatYuan(contract.price)} 元`],
    ['状　态', contract.state],
    ['备案号', contract.filingNumber],
    ['登记份数', `${copies.length} 份`],
    ['截至', dateText(asOf)],
  ] as const;
}

/** A copy as the register calls it. */
export function copyText({ paper, copyNo, copyOf }: Copy): string {
  return `${words.papers[paper]} ${copyNo}/${copyOf}`;
}

/** Heads of the copies. */
export const copyColumns: readonly ListColumn[] = [
  { head: '原件', alignment: 'left', width: 96 },
  { head: '编号', alignment: 'left', width: 96 },
  { head: '持有人', alignment: 'left', width: 72 },
  { head: '现在所在', alignment: 'left', width: 72 },
  { head: '位置或借阅人', alignment: 'left', width: '*' },
];

/** One copy, cell by cell. */
export function cellsOfCopy(copy: CustodyRegisterData['copies'][number]): string[] {
  return [
    copyText(copy),
    copy.number,
    words.holders[copy.holder],
    words.places[copy.place],
    copy.where === '' ? '—' : copy.where,
  ];
}

/** Heads of the moves. */
export const moveColumns: readonly ListColumn[] = [
  { head: '日期', alignment: 'left', width: 94 },
  { head: '原件', alignment: 'left', width: 78 },
  { head: '事项', alignment: 'left', width: 52 },
  { head: '原在', alignment: 'left', width: 62 },
  { head: '移至', alignment: 'left', width: 62 },
  { head: '移交人', alignment: 'left', width: 84 },
  { head: '接收人', alignment: 'left', width: 84 },
  { head: '原因', alignment: 'left', width: '*' },
];

/** One move of one copy, cell by cell. */
export function cellsOfMove(move: CustodyRegisterData['moves'][number]): string[] {
  return [
    `${move.on} ${move.at}`,
    copyText(move),
    words.acts[move.act],
    words.places[move.from],
    words.places[move.to],
    move.giver === '' ? '—' : move.giver,
    move.taker === '' ? '—' : move.taker,
    move.reason === '' ? '—' : move.reason,
  ];
}

/** The custody register of a contract, lying: where each copy is, and how it came there. */
export function buildCustodyRegisterDefinition(data: CustodyRegisterData, marks: Marks): Definition {
  return officePaper(
    marks,
    aroundRegister(data),
    [
      factsTable(factsOfRegister(data), { columns: 4, names: 48, below: 8 }),
      listTable(copyColumns, data.copies.map(cellsOfCopy), { layout: grid, fontSize: sizes.note }),
      { text: '移交经过', bold: true, margin: [0, 9, 0, 3], headlineLevel: 1 },
      data.moves.length === 0
        ? { text: '登记后没有移交。', fontSize: sizes.note, color: inks.soft }
        : listTable(moveColumns, data.moves.map(cellsOfMove), { fontSize: sizes.note }),
      {
        unbreakable: true,
        margin: [0, mm(9), 0, 0],
        columns: ['保管人：', '核对人：', '日期：　　　　年　　月　　日'],
      },
    ],
    'a4Landscape',
  );
}
