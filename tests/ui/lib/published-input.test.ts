import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseMoney } from '#renderer/lib/parse-amount.ts';
import { readAmount } from '#shared/domain/imports/decimals.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { fenToDecimal } from '#shared/kernel/money.ts';
import { dayText } from '#shared/kernel/typed-day.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

const casesSchema = z.array(z.object({ input: z.string(), value: z.string() }));

function casesOf(name: string): z.infer<typeof casesSchema> {
  const file = sharedDataFile(name);
  return file === undefined ? [] : casesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Amounts as `3.45`; undefined where the text is refused. */
function typed(text: string): string | undefined {
  const read = parseMoney(text);
  return 'problem' in read || read.value === null ? undefined : fenToDecimal(read.value);
}
function listed(text: string): string | undefined {
  const read = readAmount(text);
  return read === undefined ? undefined : fenToDecimal(read);
}

const withDecimals = (text: string) => (text.includes('.') ? text : `${text}.00`);
/** What the vectors allow: the value itself, a refusal, or whichever of several they name. */
function allowed(value: string, got: string | undefined): boolean {
  const numbers = [...value.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => withDecimals(number));
  if (/^-?[\d.]+$/.test(value)) return got === numbers[0];
  if (value.includes('never')) return got !== numbers.at(-1);
  return got === undefined || (value.includes(' or ') && got === numbers[0]);
}

const amounts = casesOf('vectors/amount_parse.json');
describe.skipIf(amounts.length === 0)('Amounts of the shared data', () => {
  it.each(amounts)('$input is read as $value, typed or in a list', ({ input, value }) => {
    // A person who types a sum means it; in a list it is a formula that nobody checked.
    if (!input.startsWith('='))
      expect([input, typed(input), allowed(value, typed(input))]).toEqual([input, typed(input), true]);
    // A list of prices holds no amount below zero.
    const inList = listed(input);
    const asked = value.startsWith('-') ? inList === undefined : allowed(value, inList);
    expect([input, inList, asked]).toEqual([input, inList, true]);
  });
});

const days = casesOf('vectors/date_parse.json');
describe.skipIf(days.length === 0)('Days of the shared data', () => {
  it.each(days)('$input is read as $value', ({ input, value }) => {
    const text = dayText(input, '2026-11-23');
    const got = text !== undefined && isLocalDate(text) ? text : 'reject';
    if (isLocalDate(value) || value === 'reject') expect(got).toBe(value);
    else expect([value.slice(0, 10), 'reject']).toContain(got);
  });
});

describe('Amounts and days as tables give them', () => {
  it.each([
    ["3'456.78", '3456.78'],
    ['(3.45)', '-3.45'],
    ['１２３ 万', '1230000.00'],
    ['１００％', undefined],
    ['=(1+2)*100%', '3.00'],
    ['()', undefined],
    ['(1)(2)', undefined],
  ])('%s', (text, value) => {
    expect(typed(text)).toBe(value);
  });

  it('leave the time of day out and blanks unread', () => {
    const read = (text: string) => dayText(text, '2026-11-23');
    expect([' 2020 / 12 / 24', '2026-03-05 09:30', '2026-03-05T09:30:00', '3/5/2026', '60'].map(read)).toEqual([
      '2020-12-24',
      '2026-03-05',
      '2026-03-05',
      undefined,
      undefined,
    ]);
  });
});
