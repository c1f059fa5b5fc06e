import { capitalsOf } from '#shared/kernel/capitals.ts';
import { fen } from '#shared/kernel/money.ts';
import { articlesOfText, type ContractText } from '../text/contract-text.ts';
import { type Finding, finding } from './findings.ts';
import { annexReference, articleReference } from './references.ts';

/** What may be wrong with the finished paper, whatever its data say. */
export type PaperProblem = 'capitalsDiffer' | 'pagesDiffer' | 'referenceLost';

/** A finding of the finished paper. */
type PaperFinding = Finding & { readonly problem: PaperProblem };

/** An amount that is followed by its capitals, the way every paper writes it. */
const amountInBoth = /([\d,]+\.\d{2})元?（大写：人民币([零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+)）/gu;
const pageCount = /共(\d+)页，一式/u;

/**
 * What contradicts itself on the finished paper, given the text of its pages without blanks: capitals are those of their
 * figures (P02), the last article counts the pages there are (P28), and what is referred to exists (P31).
 */
export function readBackFindings(pages: readonly string[], contract: ContractText): PaperFinding[] {
  const text = pages.join('');
  return [
    ...[...text.matchAll(amountInBoth)].flatMap(([, figures = '', capitals = '']) =>
      capitalsOf(fen(Math.round(Number(figures.replaceAll(',', '')) * 100))) === capitals
        ? []
        : [onPaper('capitalsDiffer', { figures, capitals })],
    ),
    ...pagesCounted(text, pages.length),
    ...lostReferences(text, articleReference, articlesOfText(contract).length),
    ...lostReferences(text, annexReference, contract.annexes.length),
  ];
}

function onPaper(problem: PaperProblem, params: Finding['params']): PaperFinding {
  return { ...finding(problem, { at: 'papers' }, params), problem };
}

function pagesCounted(text: string, pages: number): PaperFinding[] {
  const said = Number(pageCount.exec(text)?.[1] ?? '0');
  return said === pages ? [] : [onPaper('pagesDiffer', { said, pages })];
}

function lostReferences(text: string, references: RegExp, known: number): PaperFinding[] {
  const lost = [...text.matchAll(references)].filter(([, numeral = '']) => {
    const value = numberOf(numeral);
    return value < 1 || value > known;
  });
  return lost.map(([words]) => onPaper('referenceLost', { words }));
}

/** A numeral up to ninety-nine: 二十九 is 29. */
function numberOf(numeral: string): number {
  const digit = (sign: string) => '零一二三四五六七八九'.indexOf(sign);
  const [tens = '', ones] = numeral.split('十');
  if (ones === undefined) return digit(numeral);
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}
