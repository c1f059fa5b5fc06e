/** Prints that this window began: their outcome is asked where they were begun, not as something left over. */
const begun = new Set<number>();

/** Notes that this window hands a print to a printer. */
export function beginPrint(printId: number): void {
  begun.add(printId);
}

/** True for a print that this window began. */
export function begunHere(printId: number): boolean {
  return begun.has(printId);
}
