import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney } from '#renderer/lib/format.ts';
import { parseArea, parseMoney } from '#renderer/lib/parse-amount.ts';
import { fen, MAX_FEN } from '#shared/kernel/money.ts';
import { dayText } from '#shared/kernel/typed-day.ts';

const value = (text: string): unknown => {
  const parsed = parseMoney(text);
  return 'problem' in parsed ? parsed.problem : parsed.value;
};

describe('Amounts as people type them', () => {
  it('takes separators, full-width digits, units and currency signs', () => {
    expect(['20000', '20,000.5', '２００００．５０', '¥20,000', '20000元', ' 20 000 '].map(value)).toEqual([
      2_000_000, 2_000_050, 2_000_050, 2_000_000, 2_000_000, 2_000_000,
    ]);
  });

  it('takes 万, w and 亿', () => {
    expect(['1.5万', '3w', '0.2亿', '205.38万'].map(value)).toEqual([1_500_000, 3_000_000, 2_000_000_000, 205_380_000]);
  });

  it('calculates what begins with an equals sign, exactly, rounding once to the fen', () => {
    expect(['=100*89.5', '=(1+2)*3', '=100-5%', '=10/3', '=71.84×21338', '=-5+8', '=0.1+0.2'].map(value)).toEqual([
      895_000, 900, 9_995, 333, 153_292_192, 300, 30,
    ]);
  });

  it('says what is wrong instead of guessing', () => {
    expect(['abc', '=1/0', '=(1', '1.2.3', '=', '1..2', '--', '.'].map(value)).toEqual(Array(8).fill('moneyInvalid'));
    expect(value('1.005')).toBe('moneyTooFine');
    expect(value('99999999999999')).toMatch(/moneyInvalid|moneyTooLarge/);
    expect(value('200亿')).toBe('moneyTooLarge');
    expect(value('')).toBeNull();
  });

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_FEN, max: MAX_FEN }), (amount) => {
        expect(value(formatMoney(fen(amount)))).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void [parseMoney(text), parseMoney(`=${text}`), parseArea(text)]));
  });

  it('reads areas with at most two decimals', () => {
    expect(['98.73', '98.7㎡', '９８', '98.73 m²', '', '98.731', '-5', '999999'].map(parseArea)).toEqual([
      9873,
      9870,
      9800,
      9873,
      null,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads a day in the ways it is written', () => {
    const read = (text: string) => dayText(text, '2026-11-23');
    expect(['2026-11-27', '20261127', '2026/1/3', '2026年11月3日', '11-27', '1.3', 'tomorrow'].map(read)).toEqual([
      '2026-11-27',
      '2026-11-27',
      '2026-01-03',
      '2026-11-03',
      '2026-11-27',
      '2026-01-03',
      undefined,
    ]);
  });
});
