/** States of a terminal (终端状态). A revoked one never comes back: the same PC is paired anew. */
export const terminalStates = ['active', 'revoked'] as const;
/** State of a terminal. */
export type TerminalState = (typeof terminalStates)[number];

/** A session at a terminal ends after this long, whatever is done in it (custom: no working day is longer). */
export const SESSION_MS = 12 * 3_600_000;

/** The windows of the PC that has the office are at this place. */
export const HOST_PLACE = 'pc';

/** The place of a terminal: what the knowledge of PINs and the counting of wrong passwords go by, not its name. */
export function placeOf(terminalId: number): string {
  return `terminal:${terminalId}`;
}

/** The terminal of a place; null for the host's own windows. */
export function terminalAt(place: string): number | null {
  const id = /^terminal:(\d+)$/.exec(place)?.[1];
  return id === undefined ? null : Number(id);
}
