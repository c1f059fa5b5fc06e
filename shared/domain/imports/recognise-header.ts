import { bareHeading, fieldOfHeading, type TableDefinition } from './table.ts';

/** A column as it was recognised. `scale` multiplies its figures: 10 000 for 万元. */
export type ListColumn<F extends string = string> = {
  readonly index: number;
  readonly heading: string;
  readonly field: F | null;
  readonly scale: 1 | 10_000;
};

/** Where the headings are and what they mean. Rows from 0; data begin at `firstDataRow`. */
export type ListHeader<F extends string = string> = {
  readonly headerRow: number;
  readonly firstDataRow: number;
  readonly columns: readonly ListColumn<F>[];
};

/** A person's own assignment: number of a column → its field, or null for none. */
export type ColumnMapping<F extends string = string> = Readonly<Record<string, F | null>>;

/** A title, dates and notes may stand above the headings, not more. */
const ROWS_SEARCHED = 30;

/**
 * Finds the row of headings, or two rows where headings are merged over several columns, by how many fields they name.
 * Where no row names any, the first that is not blank is taken, for a person to assign the columns. `mapping` goes over
 * what was recognised.
 */
export function recogniseHeader<F extends string>(
  definition: TableDefinition<F>,
  rows: readonly (readonly string[])[],
  mapping?: ColumnMapping<F> | null,
): ListHeader<F> {
  let best = {
    score: 0,
    row: Math.max(
      rows.findIndex((row) => row.some((cell) => cell.trim() !== '')),
      0,
    ),
    deep: false,
  };
  for (let row = 0; row < Math.min(rows.length, ROWS_SEARCHED); row += 1) {
    const one = scoreOf(definition, headingsAt(rows, row, false));
    if (one > best.score) best = { score: one, row, deep: false };
    const two = scoreOf(definition, headingsAt(rows, row, true));
    if (two > best.score) best = { score: two, row, deep: true };
  }
  const headings = headingsAt(rows, best.row, best.deep);
  const note = rows.slice(0, best.row).flat().join(' ');
  const noted = /单位[:：]?[^,，;；]*万元/u.test(note);
  const taken = assigned(definition, headings);
  const columns = headings.map((heading, index): ListColumn<F> => {
    const chosen = mapping?.[String(index)];
    const field = chosen === undefined ? (taken.get(index) ?? null) : chosen;
    const amount = field !== null && definition.amounts.includes(field);
    const { scale } = bareHeading(heading);
    const byNote = noted && field !== null && definition.noted.includes(field);
    return { index, heading, field, scale: amount && byNote ? 10_000 : amount ? scale : 1 };
  });
  return { headerRow: best.row, firstDataRow: best.row + (best.deep ? 2 : 1), columns };
}

/** The headings of a row, or of it and the next: the lower one where it names something, with the upper one's unit. */
function headingsAt(rows: readonly (readonly string[])[], at: number, deep: boolean): string[] {
  const upper = rows[at] ?? [];
  if (!deep) return upper.map((heading) => heading.trim());
  const lower = rows[at + 1] ?? [];
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_unused, index) => {
    const [above = '', below = ''] = [upper[index]?.trim(), lower[index]?.trim()];
    if (below === '' || below === above) return above;
    // 价格(万元) over 总价: the unit stands above.
    const unit = /[(（][^)）]*[)）]/u.exec(above)?.[0] ?? '';
    return /[(（]/u.test(below) ? below : `${below}${unit}`;
  });
}

/** How many different fields some headings name; none when they lack what is sure, so that a note is no heading. */
function scoreOf<F extends string>(definition: TableDefinition<F>, headings: readonly string[]): number {
  const fields = new Set(headings.map((heading) => fieldOfHeading(definition, heading)?.field));
  fields.delete(undefined);
  const sure = definition.sure.some((field) => fields.has(field));
  return sure || fields.size >= definition.required.length ? fields.size : 0;
}

/** Each field's surest column: where two columns name one field, the surer name wins, then the first. */
function assigned<F extends string>(definition: TableDefinition<F>, headings: readonly string[]): Map<number, F> {
  const taken = new Map<number, F>();
  for (const field of definition.fields) {
    let best: { index: number; rank: number } | undefined;
    for (const [index, heading] of headings.entries()) {
      const found = fieldOfHeading(definition, heading);
      if (found?.field === field && (best === undefined || found.rank < best.rank)) best = { index, rank: found.rank };
    }
    if (best !== undefined) taken.set(best.index, field);
  }
  return taken;
}
