import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRecoveryCode,
  isSameRecoveryCode,
  parseRecoveryCode,
  recoverySecret,
} from '#electron/device/recovery-code.ts';

const secrets = fc.uint8Array({ minLength: 18, maxLength: 18 }).map((bytes) => recoverySecret(() => bytes));
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the recovery code of an office', () => {
  it('is seven groups of five that read back to the same secret', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const code = formatRecoveryCode(secret);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){6}$/);
        expect(parseRecoveryCode(code)).toEqual({ ok: true, secret });
      }),
    );
  });

  it('is accepted in the ways people type it: small letters, spaces, O for 0, I and L for 1, full width', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const code = formatRecoveryCode(secret);
        const typed = ` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' — ')} `;
        expect(isSameRecoveryCode(typed, secret)).toBe(true);
        const wide = code.replaceAll(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        expect(isSameRecoveryCode(wide, secret)).toBe(true);
      }),
    );
  });

  it('says in which group one wrong character stands', () => {
    fc.assert(
      fc.property(secrets, fc.nat(34), fc.integer({ min: 1, max: 31 }), (secret, at, shift) => {
        const plain = [...formatRecoveryCode(secret).replaceAll('-', '')];
        plain[at] = alphabet[(alphabet.indexOf(plain[at] ?? '') + shift) % 32] ?? '';
        expect(parseRecoveryCode(plain.join(''))).toEqual({
          ok: false,
          problem: { kind: 'checksum', group: Math.floor(at / 5) + 1 },
        });
      }),
    );
  });

  it('finds two neighbours of a group that were swapped, and two groups that were', () => {
    fc.assert(
      fc.property(secrets, fc.nat(6), fc.nat(3), fc.nat(6), (secret, group, at, other) => {
        const groups = formatRecoveryCode(secret).split('-');
        const chars = [...(groups[group] ?? '')];
        const [a = '', b = ''] = chars.slice(at, at + 2);
        if (a !== b) {
          const swapped = groups.with(
            group,
            chars
              .with(at, b)
              .with(at + 1, a)
              .join(''),
          );
          expect(parseRecoveryCode(swapped.join('-'))).toMatchObject({ problem: { group: group + 1 } });
        }
        if (group !== other) {
          const moved = groups.with(group, groups[other] ?? '').with(other, groups[group] ?? '');
          expect(parseRecoveryCode(moved.join('-'))).toMatchObject({ problem: { kind: 'checksum' } });
        }
      }),
    );
  });

  it('refuses what is too short and what holds a character it never has', () => {
    const code = formatRecoveryCode(new Uint8Array(18));
    expect(parseRecoveryCode(code.slice(0, -1))).toEqual({
      ok: false,
      problem: { kind: 'length', expected: 35, found: 34 },
    });
    expect(parseRecoveryCode(`U${code.slice(1)}`)).toEqual({ ok: false, problem: { kind: 'character', group: 1 } });
  });

  it('is not the same as the code of another office', () => {
    const other = recoverySecret(() => new Uint8Array(18).fill(7));
    expect(isSameRecoveryCode(formatRecoveryCode(new Uint8Array(18)), other)).toBe(false);
  });
});
