import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingTests } from '#scripts/testing/named-tests.ts';

/** The sections of ASVS 5.0.0: how many requirements of level 1 and 2 each has; where levels are mixed, by number. */
const sections: Readonly<Record<string, { readonly one?: readonly number[]; readonly two?: readonly number[] }>> = {
  '1.1': { two: [1, 2] },
  '1.2': { one: [1, 2, 3, 4, 5], two: [6, 7, 8, 9] },
  '1.3': { one: [1, 2], two: [3, 4, 5, 6, 7, 8, 9, 10, 11] },
  '1.4': { two: [1, 2, 3] },
  '1.5': { one: [1], two: [2] },
  '2.1': { one: [1], two: [2, 3] },
  '2.2': { one: [1, 2], two: [3] },
  '2.3': { one: [1], two: [2, 3, 4] },
  '2.4': { two: [1] },
  '3.2': { one: [1, 2] },
  '3.3': { one: [1], two: [2, 3, 4] },
  '3.4': { one: [1, 2], two: [3, 4, 5, 6] },
  '3.5': { one: [1, 2, 3], two: [4, 5] },
  '3.7': { two: [1, 2] },
  '4.1': { one: [1], two: [2, 3] },
  '4.2': { two: [1] },
  '4.3': { two: [1, 2] },
  '4.4': { one: [1], two: [2, 3, 4] },
  '5.1': { two: [1] },
  '5.2': { one: [1, 2], two: [3] },
  '5.3': { one: [1, 2] },
  '5.4': { two: [1, 2, 3] },
  '6.1': { one: [1], two: [2, 3] },
  '6.2': { one: [1, 2, 3, 4, 5, 6, 7, 8], two: [9, 10, 11, 12] },
  '6.3': { one: [1, 2], two: [3, 4] },
  '6.4': { one: [1, 2], two: [3, 4] },
  '6.5': { two: [1, 2, 3, 4, 5] },
  '6.6': { two: [1, 2, 3] },
  '6.8': { two: [1, 2, 3, 4] },
  '7.1': { two: [1, 2, 3] },
  '7.2': { one: [1, 2, 3, 4] },
  '7.3': { two: [1, 2] },
  '7.4': { one: [1, 2], two: [3, 4, 5] },
  '7.5': { two: [1, 2] },
  '7.6': { two: [1, 2] },
  '8.1': { one: [1], two: [2] },
  '8.2': { one: [1, 2], two: [3] },
  '8.3': { one: [1] },
  '8.4': { two: [1] },
  '9.1': { one: [1, 2, 3] },
  '9.2': { one: [1], two: [2, 3, 4] },
  '10.1': { two: [1, 2] },
  '10.2': { two: [1, 2] },
  '10.3': { two: [1, 2, 3, 4] },
  '10.4': { one: [1, 2, 3, 4, 5], two: [6, 7, 8, 9, 10, 11] },
  '10.5': { two: [1, 2, 3, 4, 5] },
  '10.6': { two: [1, 2] },
  '10.7': { two: [1, 2, 3] },
  '11.1': { two: [1, 2] },
  '11.2': { two: [1, 2, 3] },
  '11.3': { one: [1, 2], two: [3] },
  '11.4': { one: [1], two: [2, 3, 4] },
  '11.5': { two: [1] },
  '11.6': { two: [1] },
  '12.1': { one: [1], two: [2, 3] },
  '12.2': { one: [1, 2] },
  '12.3': { two: [1, 2, 3, 4] },
  '13.1': { two: [1] },
  '13.2': { two: [1, 2, 3, 4, 5] },
  '13.3': { two: [1, 2] },
  '13.4': { one: [1], two: [2, 3, 4, 5] },
  '14.1': { two: [1, 2] },
  '14.2': { one: [1], two: [2, 3, 4] },
  '14.3': { one: [1], two: [2, 3] },
  '15.1': { one: [1], two: [2, 3] },
  '15.2': { one: [1], two: [2, 3] },
  '15.3': { one: [1], two: [2, 3, 4, 5, 6, 7] },
  '16.1': { two: [1] },
  '16.2': { two: [1, 2, 3, 4, 5] },
  '16.3': { two: [1, 2, 3, 4] },
  '16.4': { two: [1, 2, 3] },
  '16.5': { two: [1, 2, 3] },
  '17.1': { two: [1] },
  '17.2': { two: [1, 2, 3, 4] },
  '17.3': { two: [1, 2] },
};

const numbersOf = (level: 'one' | 'two') =>
  Object.entries(sections).flatMap(([section, numbers]) => (numbers[level] ?? []).map((each) => `${section}.${each}`));

describe('The page that goes through ASVS 5.0', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/ASVS.md'), 'utf8');
  const rows = page.split('\n').flatMap((line) => {
    const [, numbers = '', , , how = ''] = line.split('|').map((cell) => cell.trim());
    return /^\d+\.\d+\.\d+/.test(numbers) ? numbers.split(', ').map((number) => ({ number, how })) : [];
  });

  it('has all seventy requirements of level 1 and all 183 of level 2, each once', () => {
    expect([numbersOf('one').length, numbersOf('two').length]).toEqual([70, 183]);
    const wanted = [...numbersOf('one'), ...numbersOf('two')];
    expect(rows.map(({ number }) => number).toSorted()).toEqual(wanted.toSorted());
  });

  it('says of each by which test, on which page, or for which reason', () => {
    const said = /`[^`]+`|^Not applicable: \S|By design: \S|\*\*(?:Not met|In part)\.\*\* \S|the table of \w+ below/;
    expect(rows.filter(({ how }) => !said.test(how))).toEqual([]);
  });
});

describe('A page that names tests', () => {
  const files: Readonly<Record<string, string>> = {
    'tests/unit/a.test.ts': "it('is sold once, whoever comes', () => {})",
  };
  const missing = (page: string) => missingTests(page, (name) => files[name]);

  it('may name a file, or a sentence from its beginning', () => {
    expect(missing('see `unit/a.test.ts` and `unit/a.test.ts › is sold once`')).toEqual([]);
  });

  it('is told of a file and of a sentence that do not exist', () => {
    expect(missing('| 1 | `unit/b.test.ts › is sold once`; `unit/a.test.ts › is sold twice` |')).toEqual([
      'there is no tests/unit/b.test.ts',
      'tests/unit/a.test.ts has no “is sold twice”',
    ]);
  });
});
