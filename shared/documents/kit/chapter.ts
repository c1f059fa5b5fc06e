import type { Content } from 'pdfmake';
import { families, sizes } from './definition.ts';

/** The head of a part of an office's own paper; it stays with what follows where the paper keeps its heads (`keepHeads`). */
export function chapter(
  title: string,
  { fontSize = sizes.article, above = 9 }: { readonly fontSize?: number; readonly above?: number } = {},
): Content {
  return { text: title, font: families.sans, bold: true, fontSize, margin: [0, above, 0, 3], headlineLevel: 1 };
}
