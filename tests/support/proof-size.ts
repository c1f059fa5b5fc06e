/** How much a proof tries: little in `npm test`, whose time is measured, everything in `npm run prove` (decision 30). */
export function proofSize(small: number, full: number): number {
  return process.env['ZHIYE_PROOFS'] === 'full' ? full : small;
}
