import type { Content } from 'pdfmake';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, formatYuan } from '#shared/kernel/money.ts';

/** Runs of one paragraph. */
export type Runs = Content[];

/** The one sign for what does not apply; an empty blank could be filled in later by hand. */
export const STRUCK = '×';

/** Thin rule under what was filled in. */
const underline = { decoration: 'underline', decorationThickness: 0.5 } as const;

/** A filled blank: the value on a rule with a little air, or the struck sign where there is none. */
export function filled(value: string): Content {
  const text = value.trim();
  // No-break blanks: a line neither begins nor ends with the air alone.
  return { text: text === '' ? `\u00a0\u00a0${STRUCK}\u00a0\u00a0` : `\u00a0${text}\u00a0`, ...underline };
}

/** The value, or the struck sign; for cells of a table, where the cell is the blank. */
export function orStruck(value: string): string {
  const text = value.trim();
  return text === '' ? STRUCK : text;
}

/** Figures with the sign of the currency; negative in brackets, as papers about money ask. */
export function yuanText(amount: Fen): string {
  return `¥${formatYuan(amount)}`;
}

/** Figures for a column of amounts, negative in brackets. */
export function columnAmount(amount: Fen): string {
  return amount < 0 ? `(${formatYuan(amount).slice(1)})` : formatYuan(amount);
}

/** An amount in figures and capitals, both as filled blanks: ¥50,000.00（大写人民币伍万元整）. */
export function amountInBoth(amount: Fen): Runs {
  return [filled(yuanText(amount)), '（大写：人民币', filled(capitalsOf(amount)), '）'];
}

/** A day as papers set it, figures and signs a little apart and never broken: 2026 年 11 月 16 日. */
export function dateText(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return unbroken(`${year} 年 ${month} 月 ${date} 日`);
}

/** The day on which a line of a plan is due; where it was put off, with the day first agreed under it. */
export function dueText(dueOn: LocalDate, contractDueOn: LocalDate | null): string {
  return contractDueOn === null ? dateText(dueOn) : `${dateText(dueOn)}\n原定 ${dateText(contractDueOn)}`;
}

/** A text whose blanks do not end a line: a number in groups, a date. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

const ONE_PERCENT_PPM = 10_000;

/** A rate in parts per million as a percentage without needless zeros: `30.24%`, `5%`. */
export function percentText(ratePpm: number): string {
  return `${(ratePpm / ONE_PERCENT_PPM).toFixed(2).replace(/\.?0+$/, '')}%`;
}

/** `part` of `whole` in parts per million, to the nearest; 0 of nothing. */
export function ppmOf(part: Fen, whole: Fen): number {
  return whole === 0 ? 0 : Math.round((part * 1_000_000) / whole);
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** A small whole number (1 to 12) as text writes it: 三. */
export function chineseNumeral(value: number): string {
  return numerals[value] ?? String(value);
}
