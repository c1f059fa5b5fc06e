import { type Area, area, MAX_AREA } from '#shared/kernel/area.ts';
import { foldWidth } from '#shared/kernel/full-width.ts';
import { type Fen, fen, MAX_FEN } from '#shared/kernel/money.ts';

/** Why a typed amount is not one; keys of the forms' sentences. */
export type AmountProblem = 'moneyInvalid' | 'moneyTooFine' | 'moneyTooLarge';

/** Full-width digits and signs as half-width ones, without separators, blanks and currency signs. */
export function plainNumberText(text: string): string {
  return foldWidth(text)
    .replace(/[，,_'\s¥￥元]/g, '')
    .replace(/[×x]/gi, '*')
    .replace(/÷/g, '/')
    .replace(/[−–]/g, '-');
}

/** An exact decimal as a fraction of two whole numbers. */
type Ratio = { readonly top: bigint; readonly bottom: bigint };

function decimal(text: string): Ratio | undefined {
  const match = /^(\d{0,13})(?:\.(\d{0,8}))?(万|亿|w)?$/i.exec(text);
  if (!match || ((match[1] ?? '') === '' && (match[2] ?? '') === '')) return undefined;
  const scale = match[3] === undefined ? 1n : match[3] === '亿' ? 100_000_000n : 10_000n;
  const decimals = match[2] ?? '';
  return { top: BigInt(`${match[1] ?? ''}${decimals}`) * scale, bottom: 10n ** BigInt(decimals.length) };
}

/** Reads `+ - * / %` and brackets by recursive descent, exactly; undefined for anything else. */
function calculate(text: string): Ratio | undefined {
  let at = 0;
  const take = (signs: string): string | undefined => {
    const sign = text[at];
    if (sign === undefined || !signs.includes(sign)) return undefined;
    at += 1;
    return sign;
  };
  const atom = (): Ratio | undefined => {
    if (take('-') !== undefined) {
      const inner = atom();
      return inner && { top: -inner.top, bottom: inner.bottom };
    }
    if (take('(') !== undefined) {
      const inner = sum();
      return take(')') === undefined ? undefined : inner;
    }
    const digits = /^[\d.]+[万亿wW]?/.exec(text.slice(at))?.[0] ?? '';
    at += digits.length;
    const value = decimal(digits);
    if (value === undefined) return undefined;
    return take('%') === undefined ? value : { top: value.top, bottom: value.bottom * 100n };
  };
  const product = (): Ratio | undefined => {
    let left = atom();
    for (let sign = take('*/'); sign !== undefined; sign = take('*/')) {
      const right = atom();
      if (!left || !right || (sign === '/' && right.top === 0n)) return undefined;
      left =
        sign === '*'
          ? { top: left.top * right.top, bottom: left.bottom * right.bottom }
          : { top: left.top * right.bottom, bottom: left.bottom * right.top };
    }
    return left;
  };
  const sum = (): Ratio | undefined => {
    let left = product();
    for (let sign = take('+-'); sign !== undefined; sign = take('+-')) {
      const right = product();
      if (!left || !right) return undefined;
      const top = right.top * left.bottom;
      left = { top: left.top * right.bottom + (sign === '+' ? top : -top), bottom: left.bottom * right.bottom };
    }
    return left;
  };
  const result = text.length > 80 ? undefined : sum();
  return at === text.length ? result : undefined;
}

function hundredths(value: Ratio): { whole: bigint; exact: boolean } {
  const negative = value.top < 0n !== value.bottom < 0n;
  const top = (value.top < 0n ? -value.top : value.top) * 100n;
  const bottom = value.bottom < 0n ? -value.bottom : value.bottom;
  const whole = (top * 2n + bottom) / (bottom * 2n);
  return { whole: negative ? -whole : whole, exact: top % bottom === 0n };
}

/**
 * Reads a typed amount in yuan as fen: `20000`, `20,000.5`, `1.5万`, `(3.45)` for a negative one as bookkeepers write it,
 * full-width digits, and sums such as `=100*89.5`, which round half up to the fen. A plain number finer than a fen is a
 * mistake, not rounded; so is a percentage that is no part of a sum. Empty text is null.
 */
export function parseMoney(text: string): { value: Fen | null } | { problem: AmountProblem } {
  const plain = plainNumberText(text);
  if (plain === '') return { value: null };
  const sum = plain.startsWith('=');
  if (!sum && plain.includes('%')) return { problem: 'moneyInvalid' };
  const ratio = calculate(sum ? plain.slice(1) : plain.replace(/^\(([^()]+)\)$/, '-($1)'));
  if (!ratio) return { problem: 'moneyInvalid' };
  const { whole, exact } = hundredths(ratio);
  if (!exact && !sum) return { problem: 'moneyTooFine' };
  if (whole > BigInt(MAX_FEN) || whole < -BigInt(MAX_FEN)) return { problem: 'moneyTooLarge' };
  return { value: fen(Number(whole)) };
}

/** Reads a typed area in m² with at most two decimals. Empty text is null; undefined when it is no area. */
export function parseArea(text: string): Area | null | undefined {
  const plain = plainNumberText(text).replace(/(m²|m2|㎡|平方米|平)$/i, '');
  if (plain === '') return null;
  if (!/^\d{0,6}(\.\d{0,2})?$/.test(plain) || plain === '.') return undefined;
  const value = Math.round(Number(plain) * 100);
  return value <= MAX_AREA ? area(value) : undefined;
}
