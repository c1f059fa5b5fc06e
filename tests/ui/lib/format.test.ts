import { describe, expect, it } from 'vitest';
import {
  collator,
  dueSign,
  formatDayTitle,
  formatMoney,
  formatParameter,
  formatPercent,
  formatPhone,
  formatRemaining,
  formatTenThousands,
  moneyParts,
  relativeDays,
} from '#renderer/lib/format.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';

const today = localDate('2026-11-23');
const day = localDate;

describe('Figures on the screens', () => {
  it('writes an amount with separators, two decimals and a true minus', () => {
    expect(formatMoney(fen(207_113_122))).toBe('2,071,131.22');
    expect(formatMoney(fen(-500))).toBe('−5.00');
    expect(moneyParts(fen(-9_999_999_999))).toEqual({ sign: '−', whole: '99,999,999', cents: '99' });
    expect(formatTenThousands(fen(211_339_920))).toBe('211.3');
  });

  it('writes a rate with only the decimals it needs', () => {
    expect([45_000, 20_000, 68_500, 100, -12_345].map((ppm) => formatPercent(ppm))).toEqual([
      '4.5 %',
      '2 %',
      '6.85 %',
      '0.01 %',
      '−1.2345 %',
    ]);
    expect(formatPercent(20_000, 2)).toBe('2.00 %');
  });

  it('says a day as people say it from today', () => {
    const said = ['2026-11-23', '2026-11-24', '2026-11-22', '2026-11-27', '2026-11-20'].map(day);
    expect(said.map((one) => relativeDays(one, today, 'zh-CN'))).toEqual(['今天', '明天', '昨天', '4 天后', '3 天前']);
    expect(said.map((one) => relativeDays(one, today, 'en'))).toEqual([
      'today',
      'tomorrow',
      'yesterday',
      'in 4 days',
      '3 days ago',
    ]);
    expect(formatDayTitle(today, 'zh-CN')).toBe('11 月 23 日 星期一');
    expect(formatDayTitle(today, 'en')).toBe('Monday, 23 November');
  });

  it('turns a deadline amber within a week and red once it has passed', () => {
    expect(dueSign(day('2026-11-20'), today, 'zh-CN')).toEqual({ tone: 'seal', text: '逾 3 天' });
    expect(dueSign(day('2026-11-23'), today, 'zh-CN')).toEqual({ tone: 'amber', text: '今天' });
    expect(dueSign(day('2026-11-24'), today, 'en')).toEqual({ tone: 'amber', text: '1 day left' });
    expect(dueSign(day('2026-12-01'), today, 'en')).toEqual({ tone: 'plain', text: '8 days left' });
    expect(dueSign(day('2026-11-28'), today, 'en', 3).tone).toBe('plain');
  });

  it('counts a begun second of a lock as a second and never goes below nothing', () => {
    expect([272_000, 271_001, 999, 0, -5, 3_730_000].map(formatRemaining)).toEqual([
      '4:32',
      '4:32',
      '0:01',
      '0:00',
      '0:00',
      '1:02:10',
    ]);
  });

  it('groups a mobile number and leaves a masked one alone', () => {
    expect(['13823606021', '138****6021', '02367890123'].map(formatPhone)).toEqual([
      '138 2360 6021',
      '138****6021',
      '02367890123',
    ]);
  });

  it('orders names by pinyin and buildings by their number', () => {
    const order = collator('zh-CN');
    expect(['张伟', '安宁', '李雪', '王海涛'].toSorted(order.compare)).toEqual(['安宁', '李雪', '王海涛', '张伟']);
    expect(['10栋', '2栋', '1栋'].toSorted(order.compare)).toEqual(['1栋', '2栋', '10栋']);
  });

  it('writes a parameter by the unit its name ends in', () => {
    const write = (name: string, value: unknown) => formatParameter(name, value, 'zh-CN');
    expect(write('amountFen', 2_000_000)).toBe('20,000.00');
    expect(write('dueOn', '2026-11-27')).toBe('2026-11-27');
    expect(write('expiresAt', instantOf(today, 642))).toBe('2026-11-23 10:42');
    expect(write('ratePpm', 45_000)).toBe('4.5 %');
    expect(write('innerArea', 9873)).toBe('98.73 m²');
    expect(write('count', 12_345)).toBe('12,345');
    expect(write('lackingFiles', 'proxy 1,identity 2')).toBe('授权委托书 1 份、身份证明 2 份');
    expect(write('unitName', '3-1-1802')).toBe('3-1-1802');
    expect(write('anything', null)).toBe('无');
  });

  it('does not take a word that merely ends in the same letters for a unit', () => {
    expect(formatParameter('often', 1200, 'en')).toBe('1,200');
    expect(formatParameter('format', 1200, 'en')).toBe('1,200');
    expect(formatParameter('person', '2026-11-27', 'en')).toBe('2026-11-27');
  });
});
