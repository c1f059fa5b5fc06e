import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPasswords } from '#shared/domain/accounts/common-passwords.ts';
import { ONCE_CODE_LENGTH, onceCodeFrom, parseOnceCode, shownOnceCode } from '#shared/domain/accounts/once-code.ts';
import { passwordRefusal } from '#shared/domain/accounts/passwords.ts';

const zhao = { loginName: 'zhao.min', words: ['赵敏', '江岸云境营销中心', '渝澄江岸置业有限公司', '江岸云境'] };
const codeOf = (password: string) => passwordRefusal(password, zhao)?.code;

describe('A password', () => {
  it('is taken for its length: no odd characters are asked for, and 64 and more are welcome', () => {
    for (const password of ['a long sentence', 'correct horse 7', '今天下午三点去江边走走', 'x7'.repeat(40) + 'kwv'])
      expect(codeOf(password)).toBe(undefined);
    expect(codeOf('kw7 vx2')).toBe('PASSWORD_WEAK');
    expect(codeOf('Zhao.Min')).toBe('PASSWORD_WEAK');
  });

  it('is refused when everybody has it', () => {
    for (const password of [
      '12345678',
      'Password1',
      'iloveyou',
      'woaini1314',
      '5201314520',
      'qwertyuiop',
      'aaaaaaaaaa',
    ])
      expect([password, codeOf(password)]).toEqual([password, 'PASSWORD_COMMON']);
    expect(codeOf('1212121212')).toBe('PASSWORD_COMMON');
  });

  it('is refused when it is made of names of the office and digits', () => {
    for (const password of [
      'zhao.min2026',
      '江岸云境2026',
      '赵敏19900101',
      'zhiye@2026',
      '江岸云境营销中心',
      'Mima-20260301',
    ])
      expect([password, codeOf(password)]).toEqual([password, 'PASSWORD_KNOWN_WORDS']);
    expect(codeOf('zhiye purple otter')).toBe(undefined);
    // Digits alone are long enough to be something.
    expect(codeOf('48151623420')).toBe(undefined);
  });

  it('is compared with at least three thousand of the most common ones', () => {
    expect(commonPasswords.size).toBeGreaterThan(3_000);
    for (const password of commonPasswords) expect(password.length).toBeGreaterThanOrEqual(8);
  });
});

describe('A one-time code', () => {
  it('is found again however it was typed', () => {
    const bytes = fc.uint8Array({ minLength: ONCE_CODE_LENGTH, maxLength: ONCE_CODE_LENGTH });
    fc.assert(
      fc.property(bytes, fc.boolean(), (random, small) => {
        const code = onceCodeFrom(random);
        const typed = small ? shownOnceCode(code).toLowerCase() : ` ${code.slice(0, 3)} ${code.slice(3)} `;
        expect(parseOnceCode(typed)).toBe(code);
      }),
    );
    expect(parseOnceCode('a long sentence')).toBe(undefined);
  });
});
