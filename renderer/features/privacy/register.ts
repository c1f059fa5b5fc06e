import type { z } from 'zod';
import type { privacy } from '#shared/api/privacy.ts';
import type { RecipientKind } from '#shared/domain/privacy/states.ts';

/** A line of the register of recipients. */
export type RegisterRow = z.output<typeof privacy.register.output>['rows'][number];

/** What a line reads as, in the language of whoever looks: what follows from a deal by itself has no words of its own. */
type RegisterWords = { readonly recipient: string; readonly content: string };

/** The lines of some kinds of recipients in which a text stands, in any of what they show. */
export function shownRegister<Row extends Pick<RegisterRow, 'kind' | 'purpose'> & { file?: string; name?: string }>(
  rows: readonly Row[],
  filter: { readonly text: string; readonly kinds: readonly RecipientKind[] },
  wordsOf: (row: Row) => RegisterWords,
): Row[] {
  const wanted = filter.text.trim().toLowerCase();
  return rows.filter((row) => {
    if (filter.kinds.length > 0 && !filter.kinds.includes(row.kind)) return false;
    if (wanted === '') return true;
    const { recipient, content } = wordsOf(row);
    return [row.name, row.file, recipient, content, row.purpose].some((one) => one?.toLowerCase().includes(wanted));
  });
}
