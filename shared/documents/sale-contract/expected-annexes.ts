import type { Content } from 'pdfmake';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import type { ExpectedBlank } from '../kit/expected.ts';
import { annexBody } from './annexes.ts';
import { ordinal } from './values.ts';

/** What a part of a page may be made of, as far as words stand in it. */
type Part = {
  readonly text?: unknown;
  readonly stack?: unknown;
  readonly table?: { readonly headerRows?: number; readonly body: readonly (readonly unknown[])[] };
};

/** Every paragraph and every row of every annex, whole: a name, an area, an account or a day in any of them. */
export function expectedInAnnexes(text: ContractText, draft: ContractDraft): ExpectedBlank[] {
  return text.annexes.flatMap(({ key }, index) =>
    passagesOf(annexBody(key, draft, text)).map((words) => ({ name: `附件${ordinal(index + 1)}`, words })),
  );
}

/** Paragraphs and rows in the order in which they stand; heads of tables, which may stand again, are left out. */
function passagesOf(nodes: readonly Content[]): string[] {
  return nodes.flatMap((node) => {
    const { stack, table } = node as Part;
    if (Array.isArray(stack)) return passagesOf(stack as Content[]);
    if (table !== undefined)
      return table.body
        .slice(table.headerRows ?? 0)
        .map(wordsOf)
        .filter(isSaid);
    return [wordsOf(node)].filter(isSaid);
  });
}

function isSaid(words: string): boolean {
  return words.trim() !== '';
}

/** The words of a paragraph, of a cell or of the cells of a row, one behind the other. */
function wordsOf(node: unknown): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { text, stack, table } = node as Part;
  return wordsOf(text ?? stack ?? table?.body ?? '');
}
