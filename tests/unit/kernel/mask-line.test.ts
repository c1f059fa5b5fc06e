import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskLine } from '#shared/kernel/mask-line.ts';

describe('A line of the log', () => {
  it.each([
    ['call 13800001234 back', 'call <11 digits> back'],
    ['phone "138 0000 1234"', 'phone "<11 digits>"'],
    ['phone 138-0000-1234, again', 'phone <11 digits>, again'],
    ['phone 138.0000.1234', 'phone <11 digits>'],
    ['+86 138 0000 1234', '<13 digits>'],
    ['１３８００００１２３４', '<11 digits>'],
    ['138\u200b0000\u200b1234', '<11 digits>'],
    ['identity 500103199001011234', 'identity <18 digits>'],
    ['identity 50010319900101123X.', 'identity <18 digits>.'],
    ['50010319900101123xunknown', '<17 digits>xunknown'],
    ['identity 500103 19900101 1234', 'identity <18 digits>'],
    ['old identity 500103900101123', 'old identity <15 digits>'],
    ['account 6222 0211 1234 5678 901', 'account <19 digits>'],
    ['landline 023-67891234', 'landline <11 digits>'],
    ['landline (0572) 678912', 'landline (0572) 678912'],
    ['landline 010 6789123', 'landline <10 digits>'],
    ['a13800001234b', 'a<11 digits>b'],
  ])('%s becomes %s', (line, masked) => {
    expect(maskLine(line)).toBe(masked);
  });

  it.each([
    'slow procedure units.board 812 ms',
    'backup before-migration-13-20261126.db',
    'connected from 192.168.100.200:47800 at 2026-11-26 09:30:12.123',
    'Error: boom\n    at run (file:///opt/app/index.js:1234:56)\n    at next (index.js:40:5)',
    'contract HT-2026-0301 of 3-1-1802',
    'paper 1204 not sealed: PAPER_DIFFERS',
  ])('says as before: %s', (line) => {
    expect(maskLine(line)).toBe(line);
  });

  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((each) => each.join(''));
  /** Words around a number, as an error's text or a JSON has them. */
  const around = fc.string({ unit: 'grapheme', maxLength: 30 });
  const separated = (number: fc.Arbitrary<string>) =>
    fc
      .tuple(
        number,
        fc.array(fc.constantFrom('', '', '', ' ', '-', '\u200b', '\u2013', '\u00a0'), { minLength: 20, maxLength: 20 }),
      )
      .map(([text, between]) => [...text].map((digit, at) => `${at === 0 ? '' : between[at]}${digit}`).join(''));
  const bare = (text: string) => text.normalize('NFKC').replaceAll(/[\s\p{Cf}\p{Pd}]/gu, '');

  it('lets no mobile through, however it is written', () => {
    const mobile = separated(digits(9).map((rest) => `13${rest}`));
    fc.assert(
      fc.property(around, mobile, around, (before, number, after) => {
        expect(bare(maskLine(`${before}${number}${after}`))).not.toContain(bare(number));
      }),
    );
  });

  it('lets no identity number through, with digits or an X at its end', () => {
    const identity = fc
      .tuple(separated(digits(17)), fc.constantFrom('0', '5', 'X', 'x'))
      .map(([body, last]) => `${body}${last}`);
    fc.assert(
      fc.property(around, identity, around, (before, number, after) => {
        const left = bare(maskLine(`${before}${number}${after}`));
        expect(left).not.toContain(bare(number));
        expect(left).not.toContain(bare(number).slice(0, 17));
      }),
    );
  });

  it('lets no run of eleven or more digits through at all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('1', '5', '９', 'x', ' ', '-', '.', 'a', '：'), maxLength: 80 }),
        (line) => {
          expect(bare(maskLine(line))).not.toMatch(/[0-9]{11}/);
        },
      ),
    );
  });

  it('is masked once for all: masking again changes nothing', () => {
    fc.assert(
      fc.property(around, digits(18), around, (before, number, after) => {
        const once = maskLine(`${before} ${number} ${after}`);
        expect(maskLine(once)).toBe(once);
      }),
    );
  });
});
