import { useQueries } from '@tanstack/react-query';
import { ask } from '#renderer/lib/office.ts';
import type { ScanPage } from '../scan-types.ts';

/** Most small pictures that are asked for at once. */
const AT_ONCE = 60;

/** The small pictures of pages as addresses that an image may show; a page that has none is not named. */
export function useThumbnails(pages: readonly ScanPage[]): ReadonlyMap<number, string> {
  const ids = pages.filter(({ pictured }) => pictured).map(({ id }) => id);
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_unused, at) =>
    ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  return useQueries({
    queries: parts.map((scanPageIds) => ({
      ...ask.scans.thumbnails({ scanPageIds }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (asked) =>
      new Map(
        asked.flatMap(({ data }) =>
          (data?.pictures ?? []).map(({ id, content }) => [id, `data:image/png;base64,${content}`] as const),
        ),
      ),
  });
}
