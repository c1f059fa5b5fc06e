import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DomainError } from '#shared/kernel/errors.ts';
import { readFileIfThere, writeFileAtomic } from './atomic-file.ts';
import { type OfficeHeader, type OfficePaths, officeHeaderSchema, writeOfficeHeader } from './office-folder.ts';

/** What an office consists of on the disk; its page comes last, for without it there is no office. */
const parts = ['office.mark', 'office.db-wal', 'office.db-shm', 'office.db', 'blobs', 'office.json'] as const;

/** A swap that was decided: which parts go aside from the folder, and which come into it. */
const planSchema = z.strictObject({
  format: z.literal('zhiye-swap'),
  aside: z.string(),
  leaving: z.array(z.enum(parts)),
  coming: z.array(z.enum(parts)),
});
type Plan = z.infer<typeof planSchema>;

const planFile = (paths: OfficePaths): string => path.join(paths.folder, 'swap.json');

/** Where a restored office is made ready, beside the one that is here. */
export function sideFolder(paths: OfficePaths): string {
  return path.join(paths.folder, 'restoring');
}

/**
 * Puts the office that lies ready in the side folder in the place of the one that is here, which is kept whole under a
 * dated name; that name, or null where there was none. Nothing has changed before the plan is on the disk, and from
 * then on the swap is finished whatever happens: by `finishSwap` at the next start, if need be.
 */
export function swapOffice(
  paths: OfficePaths,
  headerOf: (aside: string | undefined) => OfficeHeader,
  asideName: string,
): string | null {
  const side = sideFolder(paths);
  const present = (folder: string) => parts.filter((part) => existsSync(path.join(folder, part)));
  const leaving = present(paths.folder);
  const aside = freeName(paths.folder, asideName);
  const header = headerOf(leaving.length === 0 ? undefined : aside);
  writeOfficeHeader({ ...paths, header: path.join(side, 'office.json') }, header);
  const plan: Plan = {
    format: 'zhiye-swap',
    aside,
    leaving,
    coming: present(side),
  };
  writeFileAtomic(planFile(paths), `${JSON.stringify(planSchema.parse(plan))}\n`);
  carryOut(paths, plan);
  return plan.leaving.length === 0 ? null : path.join(paths.folder, plan.aside);
}

/** What an office that was put under another key is kept as until that one is open. */
export function retiredName(at: number): string {
  return `${RETIRED} ${at}`;
}

const RETIRED = 'under the old key';

/**
 * Clears away what an open office does not need any more: what was made ready beside it and never took its place, and what
 * it was under its old key, with the copies of then.
 */
export function dropLeftOver(paths: OfficePaths): void {
  if (isSwapCut(paths)) return;
  rmSync(sideFolder(paths), { recursive: true, force: true });
  const names = readdirSync(paths.folder);
  // A plan that was killed while it was written decided nothing.
  for (const name of names) if (/^swap\.json\.\d+\.new$/.test(name)) rmSync(path.join(paths.folder, name));
  const retired = names.filter((name) => name.startsWith(`${RETIRED} `));
  if (retired.length === 0) return;
  // Copies from before an update are under the old key too: the verified backup is newer than all of them.
  const copies = existsSync(paths.backups) ? readdirSync(paths.backups) : [];
  for (const name of copies) if (name.startsWith('before-migration-')) rmSync(path.join(paths.backups, name));
  for (const name of retired) rmSync(path.join(paths.folder, name), { recursive: true, force: true });
}

/** True where a fall has cut a swap short. */
export function isSwapCut(paths: OfficePaths): boolean {
  return existsSync(planFile(paths));
}

/** Finishes a swap that a fall has cut short. Throws OFFICE_FOLDER_INVALID where its plan can't be read. */
export function finishSwap(paths: OfficePaths): void {
  const text = readFileIfThere(planFile(paths));
  if (text === undefined) return;
  carryOut(paths, planOf(text, paths.folder));
}

function planOf(text: string, folder: string): Plan {
  try {
    return planSchema.parse(JSON.parse(text));
  } catch {
    throw new DomainError('OFFICE_FOLDER_INVALID', { folder });
  }
}

/** Each step is a rename that is known to be done by where the part lies, so that all of it can be begun anew. */
function carryOut(paths: OfficePaths, plan: Plan): void {
  const { leaving, coming } = plan;
  const side = sideFolder(paths);
  const aside = path.join(paths.folder, plan.aside);
  if (leaving.length > 0) mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const part of leaving)
    if (!existsSync(path.join(aside, part))) renameSync(path.join(paths.folder, part), path.join(aside, part));
  for (const part of coming)
    if (existsSync(path.join(side, part))) renameSync(path.join(side, part), path.join(paths.folder, part));
  rmSync(planFile(paths), { force: true });
  rmSync(side, { recursive: true, force: true });
}

function freeName(folder: string, wished: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wished : `${wished} ${number}`;
    if (!existsSync(path.join(folder, name))) return name;
  }
}

/** The page of a backed-up office as its own PC wrote it, and as it begins anew. Throws OFFICE_FOLDER_INVALID. */
export function restoredHeader(header: OfficeHeader, restored: NonNullable<OfficeHeader['restored']>): OfficeHeader {
  const { moved: _moved, returned: _returned, ...kept } = header;
  return officeHeaderSchema.parse({ ...kept, restored });
}
