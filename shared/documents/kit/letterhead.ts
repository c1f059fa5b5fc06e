import type { Content } from 'pdfmake';
import { families, sizes } from './definition.ts';

/** The head of a paper's first page: who issues it, and what it is, set wide; what stands in brackets after it is set close. */
export function letterhead(issuer: string, title: string): Content {
  return {
    stack: [
      { text: issuer, font: families.sans, fontSize: sizes.article, alignment: 'center', margin: [0, 0, 0, 1] },
      { text: titleRuns(title), style: 'title', margin: [6, 0, 0, 6] },
    ],
  };
}

function titleRuns(title: string): string | Content[] {
  const bracket = title.indexOf('（');
  if (bracket < 0) return title;
  return [title.slice(0, bracket), { text: title.slice(bracket), characterSpacing: 0, fontSize: sizes.title - 5 }];
}
