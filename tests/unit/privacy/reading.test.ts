import { describe, expect, it } from 'vitest';
import { exceeded, isSameSearch, readingOf } from '#shared/domain/privacy/reading.ts';

const none = { reveals: 0, files: 0, searches: 0, rows: 0 };
const limits = {
  day: { reveals: 30, files: 150, searches: 300, rows: 1500 },
  tenMinutes: { reveals: 10, files: 40, searches: 60, rows: 600 },
};

describe('What of reading is counted', () => {
  it.each([
    ['a file that is opened', 'customers.detail', { customerId: 3 }, {}, 1, 0, null],
    ['the rows of a list', 'customers.list', { text: '' }, { rows: [{ id: 1 }, { id: 2 }] }, 0, 2, null],
    ['rows and a search', 'contracts.list', { text: '王' }, { rows: [{ id: 1 }] }, 0, 1, '王'],
    ['a search without a list', 'search.find', { text: ' whj ' }, [], 0, 0, 'whj'],
  ])('is %s', (_what, path, input, output, files, rows, search) => {
    const reading = readingOf(path, input, output);
    expect([reading?.files.length, reading?.rows.length, reading?.search]).toEqual([files, rows, search]);
  });

  it('is nothing that shows no person', () => {
    expect(readingOf('units.board', {}, { rows: [{ id: 1 }] })).toBeUndefined();
  });

  it('never takes a contract for a customer of the same number', () => {
    const customer = readingOf('customers.detail', { customerId: 7 }, {})?.files;
    expect(readingOf('contracts.detail', { contractId: 7 }, {})?.files).not.toEqual(customer);
  });

  it('is one search while it is still being typed, whichever way', () => {
    expect(isSameSearch('王海', '王')).toBe(true);
    expect(isSameSearch('138', '13800138000')).toBe(true);
    expect(isSameSearch('王海', '李')).toBe(false);
  });

  it('is told only above a limit, by window and measure', () => {
    expect(exceeded({ day: { ...none, reveals: 30 }, tenMinutes: { ...none, reveals: 10 } }, limits)).toEqual([]);
    expect(exceeded({ day: { ...none, reveals: 31 }, tenMinutes: { ...none, files: 41 } }, limits)).toEqual([
      { measure: 'reveals', window: 'day', count: 31, limit: 30 },
      { measure: 'files', window: 'tenMinutes', count: 41, limit: 40 },
    ]);
  });
});
