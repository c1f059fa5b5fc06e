import writerModule, { type Line } from 'pdfmake/js/ElementWriter.js';
import { classIn } from './class-in.ts';

/** So far signs are set apart to fill a line, in parts of their size: beyond it a printer leaves the line short. */
const WIDEST_GAP = 0.2;

let even = false;

/**
 * Leaves a line short whose signs would stand wide apart, because what follows, a date or an account, is not broken:
 * 土 地 面 积. pdfmake would fill every line but the last.
 */
export function setLinesEvenly(): void {
  if (even) return;
  even = true;
  const { prototype } = classIn(writerModule);
  const { alignLine } = prototype;
  prototype.alignLine = function (line) {
    if (!isGappy(line, this.context().availableWidth)) return alignLine.call(this, line);
    const { lastLineInParagraph } = line;
    line.lastLineInParagraph = true;
    alignLine.call(this, line);
    line.lastLineInParagraph = lastLineInParagraph;
  };
}

function isGappy(line: Line, width: number): boolean {
  const [first] = line.inlines;
  if (first === undefined || line.inlines.length < 2) return false;
  return (width - line.getWidth()) / (line.inlines.length - 1) > first.fontSize * WIDEST_GAP;
}
