import type { Content, TableCell } from 'pdfmake';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import type { FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import type { TableName } from '#shared/domain/contracts/text/clauses.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { type LocalDate } from '#shared/kernel/local-date.ts';
import { dateText, orStruck } from '../kit/blanks.ts';
import { sizes } from '../kit/definition.ts';
import { grid, headOf, label, value } from '../kit/tables.ts';
import { fieldText } from './values.ts';

/** A column of a plain table: its head, width and alignment. */
export type Column = {
  readonly head: string;
  readonly width: number | '*' | 'auto';
  readonly alignment: 'left' | 'center' | 'right';
};

/** A table of texts with its head again on each page; without rows a row of ×. */
export function plainTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  sum?: readonly string[],
): Content {
  const shown = rows.length === 0 ? [columns.map(() => '')] : rows;
  return {
    margin: [0, 3, 0, 5],
    fontSize: sizes.table,
    table: {
      widths: columns.map((column) => column.width),
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      body: [
        headOf(columns),
        ...shown.map((row) => rowOf(columns, row)),
        ...(sum === undefined
          ? []
          : [columns.map((column, index) => ({ text: sum[index] ?? '', alignment: column.alignment }))]),
      ],
    },
    layout: grid,
  };
}

function rowOf(columns: readonly Column[], row: readonly string[]): TableCell[] {
  return columns.map((column, index) => ({ text: orStruck(row[index] ?? ''), alignment: column.alignment }));
}

/** A day of a table, struck where there is none. */
export function dayText(day: LocalDate | null): string {
  return day === null ? '' : dateText(day);
}

/** A table that stands in an article. */
export function clauseTable(name: TableName, draft: ContractDraft): Content {
  switch (name) {
    case 'unit':
      return unitTable(draft);
    case 'space':
      return spaceTable(draft);
    case 'mortgages':
      return mortgageTable(draft);
    case 'facilities':
      return facilityTable(draft);
  }
}

type Cell = (field: FieldName, unit?: string) => TableCell;

/** Fields as cells: with their unit, or struck. */
function cellsOf(draft: ContractDraft): Cell {
  return (field, unit = '') => {
    const text = fieldText(draft, field);
    return value(text === '' ? orStruck('') : `${text}${unit}`);
  };
}

function areasRow(cell: Cell): TableCell[] {
  return [
    label('建筑面积'),
    cell('builtArea', ' 平方米'),
    label('套内面积'),
    cell('innerArea', ' 平方米'),
    label('分摊面积'),
    cell('sharedArea', ' 平方米'),
  ];
}

function floorsRow(cell: Cell): TableCell[] {
  return [
    label('总层数'),
    cell('floorsTotal', ' 层'),
    label('地上层数'),
    cell('floorsAbove', ' 层'),
    label('地下层数'),
    cell('floorsBelow', ' 层'),
  ];
}

/** Facts in three pairs of a label and a value to a row. */
function factsTable(rows: TableCell[][]): Content {
  return {
    margin: [0, 3, 0, 5],
    fontSize: sizes.table,
    table: { widths: [46, '*', 46, '*', 46, '*'], dontBreakRows: true, body: rows },
    layout: grid,
  };
}

function unitTable(draft: ContractDraft): Content {
  const cell = cellsOf(draft);
  return factsTable([
    [
      label('规划用途'),
      cell('plannedUse'),
      label('建筑结构'),
      cell('structure'),
      label('层　高'),
      cell('storeyHeight'),
    ],
    floorsRow(cell),
    [
      label('所在层'),
      cell('floor', ' 层'),
      label('房　号'),
      cell('roomNumber'),
      label('阳　台'),
      value(balconiesText(draft)),
    ],
    areasRow(cell),
  ]);
}

function spaceTable(draft: ContractDraft): Content {
  const cell = cellsOf(draft);
  return factsTable([
    [label('规划用途'), cell('plannedUse'), label('建筑结构'), cell('structure'), label('车位类型'), cell('spaceKind')],
    floorsRow(cell),
    [label('所在层'), cell('floor', ' 层'), label('编　号'), cell('roomNumber'), label('净　高'), cell('spaceHeight')],
    [label('长　度'), cell('spaceLength'), label('宽　度'), cell('spaceWidth'), label('数　量'), value('1 个')],
    areasRow(cell),
  ]);
}

function balconiesText(draft: ContractDraft): string {
  const [all, enclosed, open] = (['balconies', 'balconiesEnclosed', 'balconiesOpen'] as const).map((field) =>
    fieldText(draft, field),
  );
  return all === '' ? orStruck('') : `${all}（封闭 ${enclosed}、开放 ${open}）`;
}

function mortgageTable({ annexes }: ContractDraft): Content {
  return plainTable(
    [
      { head: '抵押类型', width: 62, alignment: 'left' },
      { head: '抵押人', width: '*', alignment: 'left' },
      { head: '抵押权人', width: '*', alignment: 'left' },
      { head: '登记机构', width: '*', alignment: 'left' },
      { head: '登记日期', width: 84, alignment: 'left' },
      { head: '债务履行期限', width: 98, alignment: 'left' },
    ],
    annexes.mortgages.map((one) => [
      contractForm.mortgageKinds[one.kind],
      one.mortgagor,
      one.mortgagee,
      one.registry,
      dayText(one.registeredOn),
      one.debtTerm,
    ]),
  );
}

/** What a facility is called. */
export function facilityLabel({ name, label: own }: ContractDraft['annexes']['facilities'][number]): string {
  return own === '' ? contractForm.facilities[name] : own;
}

function facilityTable({ annexes }: ContractDraft): Content {
  return plainTable(
    [
      { head: '序', width: 22, alignment: 'center' },
      { head: '项　目', width: 104, alignment: 'left' },
      { head: '达到条件的日期', width: 110, alignment: 'left' },
      { head: '应当达到的条件', width: '*', alignment: 'left' },
    ],
    annexes.facilities.map((one, index) => [
      String(index + 1),
      facilityLabel(one),
      one.offered && one.promisedOn !== null ? `${dateText(one.promisedOn)}前` : '',
      one.offered ? one.state : '',
    ]),
  );
}
