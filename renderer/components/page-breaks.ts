/** Rows of one page, from the first to the one after the last. */
export type PageRows = readonly [from: number, to: number];

/**
 * Which rows stand on which page: as many as fit into `room` by their heights, and at least one. What closes the list needs
 * `end` below its last row and never stands alone. All lengths in the same unit. A list without rows is one page.
 */
export function pageBreaks(heights: readonly number[], room: number, end: number): PageRows[] {
  const pages: PageRows[] = [];
  let from = 0;
  let used = 0;
  heights.forEach((height, row) => {
    if (row > from && used + height > room) {
      pages.push([from, row]);
      from = row;
      used = 0;
    }
    used += height;
  });
  const rows = heights.length;
  if (used + end <= room || rows - from < 2) return [...pages, [from, rows]];
  return [...pages, [from, rows - 1], [rows - 1, rows]];
}
