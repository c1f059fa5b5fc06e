import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  ageOn,
  checkDocumentNumber,
  checkIdentityNumber,
  type IdentityKind,
  identityKinds,
  maskIdentityNumber,
} from '#shared/kernel/identity-number.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

const today = localDate('2026-11-23');
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check digit by the weight table printed in the standard. */
function withCheckDigit(first17: string): string {
  const sum = weights.reduce((before, weight, at) => before + weight * Number(first17.charAt(at)), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
}

const numbers = fc
  .record({
    area: fc.constantFrom('110105', '500103', '310101', '820000', '659004'),
    birth: fc.integer({ min: 0, max: 46_000 }).map((count) => addDays(localDate('1900-01-01'), count)),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, birth, order }) => ({
    birth,
    order,
    number: withCheckDigit(area + birth.replaceAll('-', '') + String(order).padStart(3, '0')),
  }));

describe("Citizens' identity numbers", () => {
  it('accepts the numbers printed in the standard', () => {
    expect(checkIdentityNumber('11010519491231002X', today)).toEqual({
      normal: '11010519491231002X',
      ok: true,
      birthOn: '1949-12-31',
      sex: 'female',
      warnings: [],
    });
    expect(checkIdentityNumber('440524188001010014')).toMatchObject({ ok: true, birthOn: '1880-01-01', sex: 'male' });
  });

  it('brings small x, full-width digits and blanks to one form', () => {
    expect(checkIdentityNumber(' １１０１０５ 19491231 002ｘ ')).toMatchObject({
      ok: true,
      normal: '11010519491231002X',
    });
  });

  it('takes the apostrophe of a text cell off', () => {
    expect(checkIdentityNumber("'11010519491231002X").normal).toBe('11010519491231002X');
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['110105194912310020', 'checkDigit'],
    ['110105192302290018', 'birthday'],
    ['110105194904310002', 'birthday'],
    ['110105209901010012', 'bornInFuture'],
    ['11010519491231002XX', 'form'],
    ['1.10105E+17', 'form'],
    ['护照E12345678', 'form'],
  ])('finds in %j the problem %s', (text, problem) => {
    expect(checkIdentityNumber(text, today)).toMatchObject({ ok: false, problem });
  });

  it('only warns of an area the standard does not list', () => {
    expect(checkIdentityNumber('990105194912310023')).toMatchObject({ ok: true, warnings: ['unknownArea'] });
    expect(checkIdentityNumber('820000191202299635').warnings).toEqual([]);
    expect(checkIdentityNumber(withCheckDigit('83000019900101001')).warnings).toEqual([]);
  });

  it('raises a number of fifteen digits to eighteen', () => {
    expect(checkIdentityNumber('130503670401001')).toMatchObject({
      ok: true,
      normal: '130503196704010016',
      birthOn: '1967-04-01',
      warnings: ['fifteenDigits'],
    });
  });

  it('reads birthday and sex from any number, and finds any single wrong digit and any two swapped', () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), ({ number, birth, order }, at, add) => {
        const sex = order % 2 === 1 ? 'male' : 'female';
        expect(checkIdentityNumber(number)).toMatchObject({ ok: true, birthOn: birth, sex });
        const wrong = (Number(number.charAt(at)) + add) % 10;
        expect(checkIdentityNumber(number.slice(0, at) + wrong + number.slice(at + 1)).ok).toBe(false);
        const [one, two] = [number.charAt(at), number.charAt(at + 1)];
        const swapped = number.slice(0, at) + two + one + number.slice(at + 2);
        expect(checkIdentityNumber(swapped).ok).toBe(one === two);
      }),
      { numRuns: 500 },
    );
  });
});

describe('Other documents', () => {
  it.each<[IdentityKind, string, boolean, readonly string[]]>([
    ['passport', 'e12345678', true, []],
    ['passport', 'EA1234567', true, []],
    ['passport', '护照', false, []],
    ['passport', 'ABCDEFGHIJKL', true, ['unusualForm']],
    ['hkMacauPass', 'H12345678', true, []],
    ['hkMacauPass', 'M1234567800', true, []],
    ['hkMacauPass', 'K1234567', true, ['unusualForm']],
    ['taiwanPass', '12345678', true, []],
    ['taiwanPass', '1234567890B', true, []],
    ['foreignResident', withCheckDigit('91112419900101001'), true, []],
    ['foreignResident', '911124199001010010', false, []],
    ['foreignResident', 'USA110080010100', true, []],
    ['foreignResident', '11010519491231002X', false, []],
    ['businessLicence', '91350100M000100Y43', true, []],
    ['businessLicence', '91350100m000100y43', true, []],
    ['businessLicence', '91350100M000100Y44', false, []],
    ['businessLicence', '91350100M0001O0Y43', false, []],
    ['businessLicence', '110000000000001', true, ['oldLicence']],
    ['officerCard', '军字第2001988号', true, []],
    ['officerCard', '南20019888', true, ['unusualForm']],
    ['officerCard', '？', false, []],
    ['other', '户口簿 012', true, []],
    ['other', ' ', false, []],
  ])('checks %s %s', (kind, text, ok, warnings) => {
    const check = checkDocumentNumber(kind, text, today);
    expect(check.ok).toBe(ok);
    expect(check.warnings).toEqual(warnings);
  });

  it.each(identityKinds)('calls an empty %s empty', (kind) => {
    expect(checkDocumentNumber(kind, ' ')).toMatchObject({ ok: false, problem: 'empty' });
  });

  it.each([
    ['11010519491231002x', '110***********002X'],
    ['E12345678', 'E1*****78'],
    ['AB123', '****3'],
    ['', ''],
  ])('masks %s as %s', (text, masked) => {
    expect(maskIdentityNumber(text)).toBe(masked);
  });

  it('never shows the birthday in a masked number', () => {
    fc.assert(
      fc.property(numbers, ({ number }) => {
        expect(maskIdentityNumber(number).slice(3, 14)).toBe('*'.repeat(11));
      }),
    );
  });

  it('makes a buyer of age on the eighteenth birthday', () => {
    expect(ageOn(localDate('2008-11-24'), today)).toBe(17);
    expect(ageOn(localDate('2008-11-23'), today)).toBe(18);
    expect(ageOn(localDate('2008-02-29'), localDate('2026-02-28'))).toBe(17);
  });
});

const vectors = sharedDataFile('vectors/id_numbers.json');
const vectorsSchema = z.object({
  cases: z.array(
    z.object({
      input: z.string(),
      valid: z.boolean(),
      why: z.string(),
      birth: z.string().optional(),
      sex: z.string().optional(),
    }),
  ),
});

describe.skipIf(vectors === undefined)('Identity numbers of the shared data', () => {
  const cases = vectors === undefined ? [] : vectorsSchema.parse(JSON.parse(readFileSync(vectors, 'utf8'))).cases;

  it.each(cases)('judges $input: $why', ({ input, valid, birth, sex }) => {
    const check = checkIdentityNumber(input, today);
    // An unknown area is no reason to turn a buyer away, so it warns where the vector refuses.
    expect(check.ok && !check.warnings.includes('unknownArea')).toBe(valid);
    if (birth !== undefined) expect(check.birthOn).toBe(birth);
    if (sex !== undefined) expect(check.sex).toBe(sex === '男' ? 'male' : 'female');
  });
});
