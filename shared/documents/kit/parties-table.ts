import type { Content, TableCell } from 'pdfmake';
import { orStruck } from './blanks.ts';
import { type ExpectedBlank, expectedRow } from './expected.ts';
import { across, grid, label, value } from './tables.ts';

/** One fact about a party: its name and value; a wide one has a row of its own. */
export type Fact = readonly [name: string, value: string, wide?: 'wide'];

/** A party with its facts, printed two in a row. */
export type Party = { readonly role: string; readonly facts: readonly Fact[] };

/**
 * The parties, one under the other; the rows of a party stay on one page. `roleAt: 'top'` for papers whose parties are not
 * on the first page: pdfmake sets a cell in the middle of several rows of an unbreakable block rightly only there.
 */
export function partiesTable(parties: readonly Party[], roleAt: 'top' | 'middle' = 'middle'): Content[] {
  return parties.map((party, index) => ({
    unbreakable: true,
    // One frame for all: each table stands on the lower rule of the one above.
    margin: [0, index === 0 ? 0 : -0.9, 0, 0],
    table: { widths: [40, 54, '*', 54, 114], body: rowsOf(party, roleAt) },
    layout: grid,
  }));
}

/** What the pages must say of the parties; `next` is what follows the last of them. */
export function expectedParties(parties: readonly Party[], next: string): ExpectedBlank[] {
  return parties.flatMap(({ role, facts }, index) =>
    expectedRow(
      facts.map(([label, text]) => [label, text] as const),
      parties[index + 1]?.role ?? next,
      role,
    ),
  );
}

function rowsOf(party: Party, roleAt: 'top' | 'middle'): TableCell[][] {
  const rows = inRows(party.facts);
  return rows.map(([left, right], index) => [
    index === 0 ? roleCell(party.role, rows.length, roleAt) : {},
    label(left[0]),
    ...(right === undefined
      ? across(3, orStruck(left[1]))
      : [value(orStruck(left[1])), label(right[0]), value(orStruck(right[1]))]),
  ]);
}

/** Two facts to a row; a wide one, and one left without a neighbour, alone. */
function inRows(facts: readonly Fact[]): [Fact, Fact?][] {
  const rows: [Fact, Fact?][] = [];
  for (const fact of facts) {
    const last = rows.at(-1);
    if (last !== undefined && last[1] === undefined && last[0][2] !== 'wide' && fact[2] !== 'wide') last[1] = fact;
    else rows.push([fact]);
  }
  return rows;
}

function roleCell(role: string, rows: number, roleAt: 'top' | 'middle'): TableCell {
  const cell = { text: role, alignment: 'center', bold: true, rowSpan: rows } as const;
  return roleAt === 'middle' ? { ...cell, verticalAlignment: 'middle' } : { ...cell, margin: [0, 6, 0, 0] };
}
