import type { PriceListField } from './fields.ts';
import type { ListProblem, PriceList } from './read-price-list.ts';
import type { ColumnMapping } from './recognise-header.ts';
import type { ReadProject, SheetChoice } from './running-project/read-project.ts';

/** A file as it lies on a disk. */
type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

/** A file to be read as a price list. */
export type ReadOrder = NamedBytes & {
  /** Which sheet; null for the one that says most of units. */
  readonly sheet: number | null;
  /** What a person assigned over what was recognised. */
  readonly mapping: ColumnMapping<PriceListField> | null;
};

/** What a file says. */
export type ReadList = {
  readonly sheets: readonly string[];
  readonly sheet: number;
  readonly list: Omit<PriceList, 'problems'>;
  /** The first {@link MOST_PROBLEMS} of them; the counts are of all. */
  readonly problems: readonly ListProblem[];
  readonly errors: number;
  readonly warnings: number;
  /** For each column of the list a few cells below its heading. */
  readonly samples: readonly (readonly string[])[];
};

/** A file in which homes were corrected. */
export type ReadInventoryOrder = NamedBytes & { readonly inventory: true };

/** Files to be read as the lists of a running project, all of their sheets. */
export type ReadProjectOrder = {
  readonly files: readonly NamedBytes[];
  /** What a person says about each sheet, in their order, over what is recognised. */
  readonly choices: readonly SheetChoice[];
};

/** What the files of a running project say, with a few cells below each heading of each sheet. */
export type ReadProjectFiles = ReadProject & { readonly samples: readonly (readonly (readonly string[])[])[] };

/** Problems that travel: a list with more was read by the wrong columns. */
export const MOST_PROBLEMS = 2_000;

/** Largest table that is read: a price list of a whole development is a tenth of it. */
export const LARGEST_ROWS = 50_000;
/** Columns that a table may have. */
export const LARGEST_COLUMNS = 500;
