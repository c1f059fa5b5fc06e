import type { Content, CustomTableLayout, Style, TableCell } from 'pdfmake';
import { inks } from './definition.ts';
import type { PaperName } from './paper.ts';

/** Which edges of a cell are drawn: left, top, right, bottom. */
type Border = [boolean, boolean, boolean, boolean];

/** Weight of the frame of a table, in points. */
export const FRAME = 0.9;
/** Weight of the hairlines inside. */
const HAIR = 0.4;

/** A grid: frame around, hairlines inside. */
export const grid: CustomTableLayout = {
  hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? FRAME : HAIR),
  vLineWidth: (column, node) => (column === 0 || column === (node.table.body[0]?.length ?? 0) ? FRAME : HAIR),
  hLineColor: () => inks.rule,
  vLineColor: () => inks.rule,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 1.9,
  paddingBottom: () => 2.7,
};

/** A ledger: rules only across, strong above and below, a thin one under the head. */
export const ledger: CustomTableLayout = {
  hLineWidth: (row, node) => {
    if (row === 0 || row === node.table.body.length) return FRAME;
    return row === 1 ? 0.6 : HAIR;
  },
  vLineWidth: () => 0,
  hLineColor: (row, node) => (row > 1 && row < node.table.body.length ? '#9a9a9a' : inks.rule),
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 1.7,
  paddingBottom: () => 2.5,
};

/** A layout with less air above and below its lines, for what must fit one sheet. */
export function tight(layout: CustomTableLayout): CustomTableLayout {
  return { ...layout, paddingTop: () => 0.9, paddingBottom: () => 1.6 };
}

/** A cell that names what stands beside it. */
export function label(text: string): Content {
  return { text, alignment: 'center', color: inks.soft };
}

/** A cell that names what is written by hand beside it, in the middle of its high row. */
export function labelByHand(text: string): TableCell {
  return { text, alignment: 'center', color: inks.soft, verticalAlignment: 'middle' };
}

/** A cell with a value. */
export function value(text: string, more: { bold?: boolean; alignment?: 'left' | 'center' | 'right' } = {}): Content {
  return { text, ...more };
}

/** A cell over several columns, with the empty cells that pdfmake asks to follow. */
export function across(columns: number, text: string, more: Style & { border?: Border } = {}): TableCell[] {
  return [{ text, colSpan: columns, ...more }, ...Array.from({ length: columns - 1 }, () => ({}))];
}

/** Heads of columns: plain weight in the sans of heads, aligned as their columns are. */
export function headOf(
  columns: readonly { readonly head: string; readonly alignment: 'left' | 'center' | 'right' }[],
): TableCell[] {
  return columns.map(({ head, alignment }) => ({ text: head, style: 'columnHead', alignment }));
}

/** A column of a list: its head, how its cells stand, and its width in points or what is left. */
export type ListColumn = {
  readonly head: string;
  readonly alignment: 'left' | 'center' | 'right';
  readonly width: number | '*';
};

/** A list whose heads stand again on every page and whose rows stay whole. */
export function listTable(
  columns: readonly ListColumn[],
  rows: readonly (readonly (string | Content[])[])[],
  { layout = ledger, fontSize }: { readonly layout?: CustomTableLayout; readonly fontSize?: number } = {},
): Content {
  return {
    ...(fontSize === undefined ? {} : { fontSize }),
    table: {
      widths: columns.map(({ width }) => width),
      headerRows: 1,
      dontBreakRows: true,
      body: [
        headOf(columns),
        ...rows.map((row): TableCell[] =>
          row.map((text, index) => ({ text, alignment: columns[index]?.alignment ?? 'left' })),
        ),
      ],
    },
    layout,
  };
}

/** So much wider are columns measured for A4 on A3, so that not one of them takes all the room. */
const WIDER_ON_A3 = 1.45;

/** Columns that were measured for A4, on the sheet that is printed. */
export function onSheet(columns: readonly ListColumn[], paper: PaperName): readonly ListColumn[] {
  if (paper !== 'a3Landscape') return columns;
  return columns.map((one) => ({ ...one, width: one.width === '*' ? '*' : one.width * WIDER_ON_A3 }));
}

/** The heads of a list as they are read in a row. */
export function headsText(columns: readonly Pick<ListColumn, 'head'>[]): string {
  return columns.map(({ head }) => head).join('');
}
