import { foldWidth } from '#shared/kernel/full-width.ts';

/**
 * What a kind of table can tell, and what its columns are called: all that an import is besides what becomes of its rows.
 * A new kind of list is one more of these.
 */
export type TableDefinition<F extends string> = {
  readonly fields: readonly F[];
  /** Fields without which a row says nothing. */
  readonly required: readonly F[];
  /** The headings that mean a field, the surest first, written as {@link bareHeading} leaves them. */
  readonly headings: Readonly<Record<F, readonly string[]>>;
  /** A row of headings that names one of these is one, however little else it names. */
  readonly sure: readonly F[];
  /** Fields of money: their headings may say 万元. */
  readonly amounts: readonly F[];
  /** Those of them that a note above the table (单位：万元) speaks of. */
  readonly noted: readonly F[];
  /** Fields whose cells are merged over several rows and filled from above. */
  readonly merged: readonly F[];
};

/** A heading as it is compared, and by how much its figures are to be multiplied. */
type BareHeading = { readonly text: string; readonly scale: 1 | 10_000 };

/**
 * A heading without blanks, line breaks, brackets and units: `单价（元/㎡）` is `单价`; `总价(万元)` and `总价(w)` are
 * `总价` in ten thousands.
 */
export function bareHeading(heading: string): BareHeading {
  const folded = foldWidth(heading)
    .replaceAll(/[\s*:：]/g, '')
    .toLowerCase();
  const inTenThousands = /万|\(w\)|\[w\]/u.test(folded);
  const text = folded
    .replaceAll(/[([【（][^)\]】）]*[)\]】）]/gu, '')
    .replace(/[_/、-]?(?:万元|元\/㎡|元\/m²|元\/平方米|㎡|m²|m2|平方米)$/u, '')
    // Not the 元 of 单元.
    .replace(/(?:[_/、-]|(?<=[价款额]))元$/u, '');
  return { text, scale: inTenThousands ? 10_000 : 1 };
}

/** The field that a heading means, and how sure that is: 0 is the surest. */
export function fieldOfHeading<F extends string>(
  definition: TableDefinition<F>,
  heading: string,
): { readonly field: F; readonly rank: number } | undefined {
  const { text } = bareHeading(heading);
  if (text === '') return undefined;
  for (const field of definition.fields) {
    const rank = definition.headings[field].indexOf(text);
    if (rank >= 0) return { field, rank };
  }
  return undefined;
}
