import { z } from 'zod';

/** What names an entry of a list of the office for good, whatever it is called later. */
export const entryCodeSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/);
/** What an entry of a list of the office is called. */
export const entryLabelSchema = z.string().trim().min(1).max(40);

/** A list of the office: no two entries with one code, or of one name. */
export function namedOnce<Entry extends { readonly code: string; readonly label: string }>(
  entry: z.ZodType<Entry>,
  most: number,
) {
  return z
    .array(entry)
    .max(most)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'a code twice')
    .refine((all) => new Set(all.map(({ label }) => label)).size === all.length, 'a name twice');
}

/** What a chosen entry is called; empty for one that is not listed any more, or for none. */
export function entryLabel(list: readonly { readonly code: string; readonly label: string }[], code: string): string {
  return list.find((one) => one.code === code)?.label ?? '';
}

/** A code for one more entry that none of the others has. */
export function nextEntryCode(list: readonly { readonly code: string }[]): string {
  let number = list.length + 1;
  while (list.some(({ code }) => code === `r${number}`)) number += 1;
  return `r${number}`;
}
