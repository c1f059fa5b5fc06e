import type { Refusal } from '#shared/kernel/errors.ts';

/**
 * Why a host does not speak with a terminal of another version of their language, naming the side to be updated; null
 * where both are the same (decision 27 of the design: exactly the same until there is a second release). What is no
 * version counts as the oldest.
 */
export function protocolRefusal(terminal: number, host: number): Refusal | null {
  if (terminal === host) return null;
  return {
    code: terminal > host ? 'PROTOCOL_HOST_OLDER' : 'PROTOCOL_TERMINAL_OLDER',
    params: { host, terminal: Number.isInteger(terminal) ? terminal : 0 },
  };
}
