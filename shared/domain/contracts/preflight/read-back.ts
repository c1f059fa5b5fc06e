import { capitalsOf } from '#shared/kernel/capitals.ts';
import { fen } from '#shared/kernel/money.ts';
import { contractArticles } from '../text/contract-text.ts';
import { type Finding, type FindingPlace, finding } from './findings.ts';

/** A page of the finished paper as its text was read back, without blanks. */
export type ReadPage = { readonly page: number; readonly bare: string };

/** What must stand on the paper: the place it belongs to, and the words as they are printed. */
export type ExpectedText = { readonly place: FindingPlace; readonly words: string };

/** An amount that is followed by its capitals, the way every paper writes it. */
const amountInBoth = /([\d,]+\.\d{2})元?（大写：人民币([零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+)）/gu;
const articleReference = /第([一二三四五六七八九十]+)条/gu;
const pageCount = /共(\d+)页，一式/u;

const bareOf = (text: string) => text.replace(/\s/gu, '');

/**
 * Compares the finished paper with its data: everything that must stand on it does (PDF), capitals are those of their
 * figures (P02), article 29 counts the pages there are (P28), and what is referred to exists (P31).
 */
export function readBackFindings(pages: readonly ReadPage[], expected: readonly ExpectedText[]): Finding[] {
  const text = pages.map((page) => page.bare).join('');
  const missing = expected.filter(({ words }) => words !== '' && !text.includes(bareOf(words)));
  return [
    ...missing.map(({ place, words }) => finding('textMissing', place, { words })),
    ...[...text.matchAll(amountInBoth)].flatMap(([, figures = '', capitals = '']) =>
      capitalsOf(fen(Math.round(Number(figures.replaceAll(',', '')) * 100))) === capitals
        ? []
        : [finding('capitalsDiffer', { at: 'papers' }, { figures, capitals })],
    ),
    ...pagesCounted(text, pages.length),
    ...lostReferences(text),
  ];
}

function pagesCounted(text: string, pages: number): Finding[] {
  const said = Number(pageCount.exec(text)?.[1] ?? '0');
  return said === pages ? [] : [finding('pagesDiffer', { at: 'papers' }, { said, pages })];
}

function lostReferences(text: string): Finding[] {
  const known = contractArticles.length;
  const lost = [...text.matchAll(articleReference)].filter(([, numeral = '']) => {
    const value = numberOf(numeral);
    return value < 1 || value > known;
  });
  return lost.map(([words]) => finding('referenceLost', { at: 'papers' }, { words }));
}

/** A numeral up to ninety-nine: 二十九 is 29. */
function numberOf(numeral: string): number {
  const digit = (sign: string) => '零一二三四五六七八九'.indexOf(sign);
  const [tens = '', ones] = numeral.split('十');
  if (ones === undefined) return digit(numeral);
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}
