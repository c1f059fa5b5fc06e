import { appendFileSync } from 'node:fs';

/**
 * How much a proof tries: little in `npm test`, whose time is measured, everything in `npm run prove` (decision 30), which
 * may also be told how much (`--cuts 500`) where the proof names its option.
 */
export function proofSize(small: number, full: number, option?: string): number {
  const told = option === undefined ? undefined : process.env[`ZHIYE_PROOF_${option.toUpperCase()}`];
  if (told !== undefined) return Number(told);
  return process.env['ZHIYE_PROOFS'] === 'full' ? full : small;
}

/** Hands the figures of a proof to `npm run prove`, which prints them as its last line; nobody reads them in `npm test`. */
export function proofFigures(figures: Readonly<Record<string, number | string>>): void {
  const file = process.env['ZHIYE_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figures)}\n`);
}
