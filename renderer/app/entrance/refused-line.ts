import type { ErrorCode } from '#shared/kernel/errors.ts';

/** What a host's refusal asks of the person: `wait` passes by itself. */
export type RefusedLine = 'unpaired' | 'impostor' | 'superseded' | 'version' | 'other' | 'wait';

/** Sorts the refusals of a line by what is to be done. */
export function refusedLine(code: ErrorCode): RefusedLine {
  switch (code) {
    case 'TERMINAL_REVOKED':
    case 'TERMINAL_UNKNOWN':
    case 'OFFICE_MOVED':
      return 'unpaired';
    case 'HOST_IMPOSTOR':
      return 'impostor';
    case 'HOST_SUPERSEDED':
      return 'superseded';
    case 'PROTOCOL_HOST_OLDER':
    case 'PROTOCOL_TERMINAL_OLDER':
      return 'version';
    case 'TOO_MANY_REQUESTS':
    case 'HOST_UNREACHABLE':
      return 'wait';
    default:
      return 'other';
  }
}
