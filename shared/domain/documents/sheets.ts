import type { DocumentKindName } from './states.ts';

/** Sheets that papers are printed on: A4 and A3 lying, A4 upright, the 241 mm form in three parts, A4 cut in three, A5 lying. */
export const sheetNames = ['a4', 'a4Landscape', 'a3Landscape', 'form241', 'a4Thirds', 'a5'] as const;
/** Name of a sheet. */
export type SheetName = (typeof sheetNames)[number];

/** Papers that the office prints on one sheet or another as somebody asks for, the usual one first. */
const sheetsToChoose: Partial<Record<DocumentKindName, readonly [SheetName, ...SheetName[]]>> = {
  receivablesList: ['a4', 'a5'],
  depositReceipt: ['form241', 'a4Thirds', 'a5'],
};

/** The sheets among which somebody chooses when such a paper is issued; none where there is nothing to choose. */
export function sheetsOffered(kind: DocumentKindName): readonly SheetName[] {
  return sheetsToChoose[kind] ?? [];
}
