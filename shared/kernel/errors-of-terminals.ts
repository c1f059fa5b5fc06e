import type { ErrorFamily } from './errors.ts';

/** Refusals on the way between the host of an office and its terminals. */
export const terminalErrorCodes = {
  /** The link broke while an act was under way, and whether it was done cannot be asked any more without a log-in. */
  OUTCOME_UNKNOWN: 'unreachable',
  HOST_IMPOSTOR: 'unreachable',
  /** The office was last served by another PC: whoever means this one to be its host says so. */
  HOST_ELSEWHERE: 'refused',
  /** The office was taken over by another PC, which this terminal follows. */
  HOST_SUPERSEDED: 'unreachable',
  /** Another PC took this PC's office over: nothing is done here any more. */
  OFFICE_SUPERSEDED: 'refused',
  HOST_PORT_TAKEN: 'device',
  PROTOCOL_HOST_OLDER: 'refused',
  PROTOCOL_TERMINAL_OLDER: 'refused',
  TERMINAL_UNKNOWN: 'unauthenticated',
  TERMINAL_REVOKED: 'unauthenticated',
  TERMINAL_LIMITED: 'forbidden',
  TERMINAL_NAME_TAKEN: 'duplicate',
  PAIRING_CODE_WRONG: 'refused',
  PAIRING_CLOSED: 'refused',
  TOO_MANY_REQUESTS: 'refused',
  SESSION_ENDED_BY: 'unauthenticated',
  OFFICE_MOVED: 'refused',
} as const satisfies Record<string, ErrorFamily>;
