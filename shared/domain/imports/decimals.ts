import { type Area, area, MAX_AREA } from '#shared/kernel/area.ts';
import { foldWidth } from '#shared/kernel/full-width.ts';
import { type Fen, fen } from '#shared/kernel/money.ts';

/** Largest amount of one unit: ten billion yuan, in fen. */
const MAX_AMOUNT = 1_000_000_000_000;

/** A number as written: whole digits with a decimal point moved by `scale` places. */
export type Decimal = { readonly digits: bigint; readonly scale: number };

/** Units and signs that stand around a number in a cell. */
const prefix = /^(?:人民币|¥|￥|rmb|cny)/iu;
const suffix = /(?:元\/(?:㎡|m²|m2|平方米|平米)|元整?|㎡|m²|m2|平方米|平米|平)$/iu;

/**
 * A number as price lists write it: `￥6,556,415`, `６，５５６，４１５`, `655.6415万`, `52229.87元/㎡`, `'125.53`,
 * `(3.45)` for a negative one. Undefined for anything else, words and scientific notation among them.
 */
export function readDecimal(text: string): Decimal | undefined {
  let rest = foldWidth(text).replaceAll(/\s/g, '').replace(/^'/, '').replace(prefix, '').replace(suffix, '');
  const negative = /^\(.*\)$/.test(rest) || rest.startsWith('-');
  rest = rest
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^-/, '')
    .replace(prefix, '');
  const inTenThousands = rest.endsWith('万');
  if (inTenThousands) rest = rest.slice(0, -1);
  // Thousands are separated by groups of three, or not at all.
  if (/^\d{1,3}(?:[,'，]\d{3})+(?:\.\d*)?$/.test(rest)) rest = rest.replaceAll(/[,'，]/g, '');
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d*))?$/.exec(rest) ?? /^()\.(\d+)$/.exec(rest) ?? [];
  if (whole === '' && fraction === '') return undefined;
  if (whole.length > 15 || fraction.length > 15) return undefined;
  const digits = BigInt(`${negative ? '-' : ''}${whole}${fraction}`) * (inTenThousands ? 10_000n : 1n);
  return { digits, scale: fraction.length };
}

/** A decimal in whole parts of `parts` to the unit, rounded half up (away from zero). */
function inParts({ digits, scale }: Decimal, parts: bigint): bigint {
  const divisor = 10n ** BigInt(scale);
  const scaled = digits * parts;
  const half = divisor / 2n;
  return scaled >= 0n ? (scaled + half) / divisor : -((-scaled + half) / divisor);
}

/** An amount in yuan (times `times`) as fen; undefined for what is no amount of a unit's price. */
export function readAmount(text: string, times: 1 | 10_000 = 1): Fen | undefined {
  const decimal = readDecimal(text);
  if (decimal === undefined) return undefined;
  const amount = inParts(decimal, 100n * BigInt(times));
  return amount > 0n && amount <= BigInt(MAX_AMOUNT) ? fen(Number(amount)) : undefined;
}

/** An amount in a cell under a heading of a scale. A cell may carry its own 万; the heading's then is not taken twice. */
export function readAmountCell(text: string, scale: 1 | 10_000): Fen | undefined {
  return readAmount(text, /万\s*元?$/u.test(text) ? 1 : scale);
}

/** An area in m² as hundredths; undefined for what is no area above zero. */
export function readArea(text: string): Area | undefined {
  const decimal = readDecimal(text);
  if (decimal === undefined) return undefined;
  const size = inParts(decimal, 100n);
  return size > 0n && size <= BigInt(MAX_AREA) ? area(Number(size)) : undefined;
}
