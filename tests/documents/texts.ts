import { readBack } from '#electron/workers/read-back.ts';
import type { PageText } from '#shared/documents/rendering.ts';

/** All text of a PDF without blanks: page after page, or one page (from 1). */
export async function bareText(bytes: Uint8Array, page?: number): Promise<string> {
  const pages = await readBack(bytes);
  return pages
    .filter((one) => page === undefined || one.page === page)
    .map((one) => one.bare)
    .join('');
}

/** How many pages a PDF has. */
export async function pagesOf(bytes: Uint8Array): Promise<number> {
  return (await readBack(bytes)).length;
}

/** The lines of a page between its head and its foot, which readers find behind them, without the words of the seam seal. */
export function bodyLines({ text }: Pick<PageText, 'text'>): string[] {
  const lines = text.split('\n');
  const number = lines.findIndex((line) => line.startsWith('编号：'));
  // The title of the head stands above the number.
  return lines.slice(0, Math.max(0, number - 1)).filter((line) => !/^[骑缝章]$/u.test(line));
}

/** True for the head of a chapter, an article or an annex. */
export function isHead(line: string): boolean {
  return /^(?:第[一二三四五六七八九十]+[条章]|附件[一二三四五六七八九十]+)\s\S/u.test(line);
}
