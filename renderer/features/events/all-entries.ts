import { EVENT_ROWS } from '#shared/domain/events/kinds.ts';
import { MOST_EXPORTED } from '#shared/domain/exports/lists.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** Every entry of a filter, newest first, page after page as far back as it goes. Throws EXPORT_TOO_LONG. */
export async function allEntries<Line extends { readonly seq: number }>(
  read: (before: number | null) => Promise<readonly Line[]>,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (;;) {
    const page = await read(lines.at(-1)?.seq ?? null);
    lines.push(...page);
    if (lines.length > MOST_EXPORTED) throw new DomainError('EXPORT_TOO_LONG', { most: MOST_EXPORTED });
    if (page.length < EVENT_ROWS) return lines;
  }
}
