import type { Content } from 'pdfmake';
import type { Runs } from './blanks.ts';
import { type Definition, families, sizes } from './definition.ts';

/** Styles that the parts share. Noto's own line is 1.44 em: 1.15 of it sets 10 points on 16.5. */
export const paperStyles = {
  title: { font: families.serif, fontSize: sizes.title, bold: true, alignment: 'center', characterSpacing: 6 },
  article: { font: families.sans, fontSize: sizes.article, bold: true, alignment: 'center' },
  paragraph: { fontSize: sizes.text, lineHeight: 1.15, alignment: 'justify', leadingIndent: sizes.text * 2 },
  columnHead: { font: families.sans, fontSize: sizes.note },
  note: { fontSize: sizes.note, lineHeight: 1.1 },
} as const satisfies NonNullable<Definition['styles']>;

/** What every definition starts from. */
export const defaultStyle = {
  font: families.serif,
  fontSize: sizes.table,
  lineHeight: 1.05,
} as const;

/** The head of an article: 第一条　认购房屋. It stays with what follows. */
export function article(ordinal: string, title: string): Content {
  return { text: `第${ordinal}条　${title}`, style: 'article', margin: [0, 7, 0, 3], headlineLevel: 1 };
}

/** A paragraph with the indent of two signs. One that announces what follows (…处理：) stays with it, as a head does. */
export function paragraph(runs: Runs, more: { bold?: boolean } = {}): Content {
  const last = runs.at(-1);
  const announces = typeof last === 'string' && last.endsWith('：');
  return {
    text: runs,
    style: 'paragraph',
    margin: [0, 0, 0, 1],
    ...(announces ? { headlineLevel: 1 } : {}),
    ...more,
  };
}

/**
 * A head, or a paragraph that announces something, alone at the foot of a page moves to the next. Heads, feet and seals of pages are nodes too: only what stands
 * below the head and above the foot keeps it company, and no other head does: that of an article that moves on would leave
 * the head of its chapter behind.
 */
export const keepHeads: NonNullable<Definition['pageBreakBefore']> = (node, nodes) => {
  const { top } = node.startPosition;
  return (
    node.headlineLevel === 1 &&
    !nodes
      .getFollowingNodesOnPage()
      .some(({ startPosition: at, headlineLevel }) => headlineLevel !== 1 && at.top > top && at.verticalRatio < 1)
  );
};
