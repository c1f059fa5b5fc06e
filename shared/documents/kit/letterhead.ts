import type { Content } from 'pdfmake';
import { families, sizes } from './definition.ts';

/** The head of a paper's first page: who issues it, and what it is, set wide. */
export function letterhead(issuer: string, title: string): Content {
  return {
    stack: [
      { text: issuer, font: families.sans, fontSize: sizes.article, alignment: 'center', margin: [0, 0, 0, 1] },
      { text: title, style: 'title', margin: [6, 0, 0, 6] },
    ],
  };
}
