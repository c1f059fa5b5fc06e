import { textOfPaper } from '../support/paper-text.ts';

/** Signs that begin no line, and signs that end none (避头尾). */
const noFirst = /^[。，、；：）》」』】〕！？”’％%·]/u;
const noLast = /[（《「『【〔“‘]$/u;
/** A sign that ends a text alone on its line (单字不成行). */
const alone = /^\p{Script=Han}[）》”\s]*[。；：，、]\s*$/u;
/** What is written together: 2026 年 3 月 18 日, 第 318 号, 50 元. */
const parted = [
  { before: /\d\s*$/u, after: /^\s*[年月日号元](?!\p{Script=Han})/u },
  { before: /[年月]\s*$/u, after: /^\s*\d+\s*[月日]/u },
];

/** The breaks between lines that a printer would not have set. */
export function wrongBreaks(paper: Uint8Array): string[] {
  const lines = textOfPaper(paper).split(/[\n\f]/u);
  return lines.slice(1).flatMap((after, index) => {
    const before = lines[index] ?? '';
    const wrong =
      noFirst.test(after) ||
      noLast.test(before) ||
      alone.test(after) ||
      parted.some((rule) => rule.before.test(before) && rule.after.test(after));
    return wrong ? [`${before.slice(-16)} | ${after.slice(0, 16)}`] : [];
  });
}
