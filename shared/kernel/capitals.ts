import nzh from 'nzh/cn';
import { type Fen, fenToDecimal } from './money.ts';

/** Below 1 万亿 yuan; above it the ways of writing differ and no office needs one. */
const MAX_CAPITALS_FEN = 99_999_999_999_999;

/** Between a section that ends in zero and a thousand: the rule allows both forms, papers need one. */
const openZero = /([拾佰仟][万亿])(?=[壹贰叁肆伍陆柒捌玖]仟)/g;

/**
 * An amount in capitals as papers carry it, without the prefix 人民币: `壹拾伍元整`, `壹万元零伍分`.
 * Rule: PBoC 正确填写票据和结算凭证的基本规定. 整 closes whole yuan and is left out after 角 and 分; the 零 that the
 * rule leaves open is written after a 万 or 亿 whose last digit is 0 (`壹佰万零伍仟元整`) and left out before 角.
 * Throws a RangeError from 1 万亿 yuan on.
 */
export function capitalsOf(amount: Fen): string {
  if (Math.abs(amount) > MAX_CAPITALS_FEN) throw new RangeError(`Too large for capitals: ${amount}`);
  // nzh drops 整 when it is fed trailing zero decimals.
  const decimal = fenToDecimal(amount).replace(/(?:\.00|(\.\d)0)$/, '$1');
  return nzh.toMoney(decimal, { outSymbol: false }).replace(openZero, '$1零');
}
