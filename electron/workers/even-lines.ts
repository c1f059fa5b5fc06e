import type { Measured } from 'pdfmake/js/DocMeasure.js';
import writerModule, { type Line } from 'pdfmake/js/ElementWriter.js';
import builderModule from 'pdfmake/js/LayoutBuilder.js';
import { classIn } from './class-in.ts';

/** So far signs are set apart to fill a line, in parts of their size: beyond it a printer leaves the line short. */
const WIDEST_GAP = 0.2;

let even = false;

/** Fewest pieces of a line that can spare one. */
const SPARES_ONE = 6;
/** Longest piece that goes over to the last line: a sign with what stands around it or a short figure, no date. */
const LONGEST_MOVED = 6;

/** Sets lines as a printer would where pdfmake does not. */
export function setLinesEvenly(): void {
  if (even) return;
  even = true;
  leaveGappyLinesShort();
  leaveNoSignAlone();
}

/**
 * Leaves a line short whose signs would stand wide apart, because what follows, a date or an account, is not broken:
 * 土 地 面 积. pdfmake would fill every line but the last.
 */
function leaveGappyLinesShort(): void {
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

/** Gives the last line of a text a second sign where it would have a single one (单字不成行): 相符。 and not 符。 */
function leaveNoSignAlone(): void {
  const { prototype } = classIn(builderModule);
  const { buildNextLine } = prototype;
  prototype.buildNextLine = function (text) {
    const line = buildNextLine.call(this, text);
    if (line !== null && line.inlines.length >= SPARES_ONE && isLoneSign(text)) giveLast(line, text);
    return line;
  };
}

/** Most pieces that one sign and what closes it are made of: the sign of a filled blank, its bracket, the full stop. */
const MOST_PIECES = 3;

function isLoneSign({ _inlines: pieces }: Measured): boolean {
  return pieces.length <= MOST_PIECES && /^\p{Script=Han}[\p{P}\s]*$/u.test(pieces.map(({ text }) => text).join(''));
}

function giveLast(line: Line, text: Measured): void {
  const [before, last] = line.inlines.slice(-2);
  if (before === undefined || last === undefined) return;
  if (before.noNewLine === true || last.lineEnd === true || last.text.length > LONGEST_MOVED) return;
  line.inlines.pop();
  line.inlineWidths -= last.width;
  line.trailingCut = before.trailingCut;
  text._inlines.unshift(last);
}
