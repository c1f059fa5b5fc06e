import { z } from 'zod';
import { type Fen, fen, mulDivHalfUp } from './money.ts';

declare const areaBrand: unique symbol;

/** An area in hundredths of a square metre: 98.73 m² is 9873. */
export type Area = number & { readonly [areaBrand]: true };

/** Largest area of one unit: 100 000 m². */
export const MAX_AREA = 10_000_000;

function isArea(value: number): value is Area {
  return Number.isSafeInteger(value);
}

/** Takes a whole number of hundredths of m² as an area. Throws a RangeError on fractions. */
export function area(value: number): Area {
  const whole = value === 0 ? 0 : value;
  if (!isArea(whole)) throw new RangeError(`Not a whole number of 0.01 m²: ${value}`);
  return whole;
}

/** An area at a border of the program: 0 to {@link MAX_AREA} hundredths of m². */
export const areaSchema = z.int().min(0).max(MAX_AREA).transform(area).pipe(z.custom<Area>());

/** Areas of many units at a border: 0 and more. */
export const totalAreaSchema = z.int().min(0).transform(area).pipe(z.custom<Area>());

/** Sum of areas in hundredths of m². */
export function sumArea(areas: Iterable<Area>): Area {
  let total = 0;
  for (const one of areas) total += one;
  return area(total);
}

/** Total price of an area at a price per m², rounded half up to the fen. */
export function priceOfArea(pricePerSquareMetre: Fen, size: Area): Fen {
  return fen(mulDivHalfUp(pricePerSquareMetre, size, 100));
}

/** Price per m² of a total, rounded half up to the fen; undefined for an area of zero. */
export function unitPriceOf(total: Fen, size: Area): Fen | undefined {
  return size > 0 ? fen(mulDivHalfUp(total, 100, size)) : undefined;
}

/** Square metres with two decimals, such as `98.73`. */
export function areaToDecimal(size: Area): string {
  const magnitude = Math.abs(size);
  const text = `${Math.trunc(magnitude / 100)}.${String(magnitude % 100).padStart(2, '0')}`;
  return size < 0 ? `-${text}` : text;
}
