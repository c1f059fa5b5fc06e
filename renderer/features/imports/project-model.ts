import type { z } from 'zod';
import type { projectImports } from '#shared/api/imports-project.ts';
import type { ProjectField } from '#shared/domain/imports/running-project/sheets.ts';
import type { TieOut } from '#shared/domain/imports/running-project/totals.ts';

/** What the office says of the files of a running project. */
export type ProjectPreview = z.output<typeof projectImports.previewProject.output>;
/** A sheet of the files. */
export type ProjectSheetSeen = ProjectPreview['sheets'][number];
/** Something wrong or doubtful. */
export type ProjectProblem = ProjectPreview['problems'][number];
/** A deal that would be taken over. */
export type ProjectDeal = ProjectPreview['deals'][number];
/** What was taken over. */
export type TakenOver = z.output<typeof projectImports.commitProject.output>;
/** What a person says about a sheet. */
export type SheetChoice = z.input<typeof projectImports.previewProject.input>['choices'][number];

/** Needed fields that no column of a sheet has. */
export function missingOf({ fields, columns }: ProjectSheetSeen): ProjectField[] {
  const known = new Set(columns.map(({ field }) => field));
  return fields.filter(({ field, required }) => required && !known.has(field)).map(({ field }) => field);
}

/** How a comparison came out: it agrees, differs, is still to be typed, or there is nothing of it on either side. */
export function outcomeOf({ own, ours, difference }: TieOut): 'agrees' | 'differs' | 'missing' | 'none' {
  if (own === null) return ours === 0 ? 'none' : 'missing';
  return difference === 0 ? 'agrees' : 'differs';
}
