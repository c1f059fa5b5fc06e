import { ONE_PPM } from '#shared/kernel/money.ts';

/** Reads a typed percentage such as `33.3334` or `50%`, at most four decimals, as ppm; undefined for anything else. */
export function readPercent(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '');
  if (plain === '') return null;
  if (!/^\d{1,3}(\.\d{0,4})?$/.test(plain)) return undefined;
  const ppm = Math.round(Number(plain) * 10_000);
  return ppm >= 1 && ppm <= ONE_PPM ? ppm : undefined;
}

/** A rate in ppm as it is typed: `33.3334`. */
export function writePercent(ppm: number): string {
  return String(ppm / 10_000);
}
