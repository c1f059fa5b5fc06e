import { describe, expect, it } from 'vitest';
import { codeAsTyped } from '#renderer/app/entrance/pairing-code.ts';
import { refusedLine } from '#renderer/app/entrance/refused-line.ts';

/** Types sign by sign, as a field gives them. */
function type(text: string, begin = ''): string {
  return [...text].reduce((shown, sign) => codeAsTyped(shown + sign, shown), begin);
}

describe('The field of a pairing code', () => {
  it('shows it as the host does, while it is typed in any case and width', () => {
    expect(type('k7q')).toBe('K7Q');
    expect(type('k7qf')).toBe('K7QF-');
    expect(type('k7qf2m9d')).toBe('K7QF-2M9D');
    expect(type('ｋ７ｑｆ-２ｍ９ｄ')).toBe('K7QF-2M9D');
    expect(type('k7qf-2m9dxx')).toBe('K7QF-2M9D');
  });

  it('takes a pasted code, and lets one go back over the dash', () => {
    expect(codeAsTyped(' k7qf 2m9d\n', '')).toBe('K7QF-2M9D');
    expect(codeAsTyped('K7QF', 'K7QF-')).toBe('K7Q');
    expect(codeAsTyped('K7QF-', 'K7QF-2')).toBe('K7QF-');
  });
});

describe('A host that refuses a terminal', () => {
  it('asks for a new pairing, for an update, or for nothing at all', () => {
    expect(refusedLine('TERMINAL_REVOKED')).toBe('unpaired');
    expect(refusedLine('OFFICE_MOVED')).toBe('unpaired');
    expect(refusedLine('HOST_IMPOSTOR')).toBe('impostor');
    expect(refusedLine('PROTOCOL_HOST_OLDER')).toBe('version');
    expect(refusedLine('TOO_MANY_REQUESTS')).toBe('wait');
    expect(refusedLine('INTERNAL')).toBe('other');
  });
});
