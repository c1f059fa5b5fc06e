import { foldWidth } from './full-width.ts';

/**
 * Reads a typed day: `2026-11-23`, `20261123`, `2026/11/3`, `2026年11月3日`, `11-23` in the year of `today`; a time of day
 * behind it, as tables are copied with, is left out.
 */
export function dayText(text: string, today: string): string | undefined {
  const plain = foldWidth(text)
    .replace(/[ T]\d{1,2}:\d{2}(?::\d{2})?$/, '')
    .replaceAll(/\s/g, '');
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  const parts = full ? [full[1], full[2], full[3]] : short ? [today.slice(0, 4), short[1], short[2]] : undefined;
  return parts?.map((part, index) => (part ?? '').padStart(index === 0 ? 4 : 2, '0')).join('-');
}
