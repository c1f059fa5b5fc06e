import { readBack } from '#electron/workers/read-back.ts';

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
