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

/**
 * The seed of a proof's chance: its own, or the one that `ZHIYE_SEED` names. It is printed, so that what was found once is
 * found again.
 */
export function proofSeed(usual: number): number {
  const told = process.env['ZHIYE_SEED'];
  return told === undefined ? usual : Number(told);
}

/** Hands the figures of a proof to `npm run prove`, which prints them as its last line; nobody reads them in `npm test`. */
export function proofFigures(figures: Readonly<Record<string, number | string>>): void {
  const file = process.env['ZHIYE_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figures)}\n`);
}

/**
 * Says in words that a proof, or a part of it, did not run on this machine, and tells `npm run prove`: what did not run is
 * not counted as passed (decision 30).
 */
export function notRun(what: string, needed: string): void {
  const words = `${what} did not run: ${needed} is not on this machine`;
  console.warn(words);
  const file = process.env['ZHIYE_FIGURES'];
  if (file !== undefined) appendFileSync(`${file}.not-run`, `${words}\n`);
}
