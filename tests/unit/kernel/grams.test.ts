import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf, gramsOfQuery, type Searchable } from '#shared/kernel/grams.ts';

/** What the search table does: every term of the query met by one term of the record. */
function finds(query: string, record: Searchable): boolean {
  const terms = gramsOf(record);
  const asked = gramsOfQuery(query);
  return (
    asked.length > 0 &&
    asked.every(({ term, match }) => terms.some((one) => (match === 'exact' ? one === term : one.startsWith(term))))
  );
}

const customer: Searchable = { names: ['单雄信'], phones: ['13800001234', '023-63005678'] };

describe('Finding a customer', () => {
  it.each([
    '单',
    '雄信',
    '单雄信',
    's',
    'sx',
    'sxx',
    'dxx',
    'xx',
    'shan',
    'shanxiong',
    'danxiong',
    'xiongx',
    'SXX',
    'ｓｘｘ',
    '单 1234',
    '138',
    '1380',
    '138-0000',
    '138 0000 1234',
    '+86 13800001234',
    '13800001234',
    '1234',
    '5678',
    '63005678',
    '023-63005678',
    '023',
  ])('finds 单雄信 by %j', (query) => {
    expect(finds(query, customer)).toBe(true);
  });

  it.each(['', ' ', '·', '雄单', '张', 'zw', '1', '13', '0001', '139', '单 9999', '信单雄'])(
    'does not find 单雄信 by %j',
    (query) => {
      expect(finds(query, customer)).toBe(false);
    },
  );

  it.each(['lv', 'lu', 'lyu', 'lvna', 'luna', 'lü', 'ln', 'LüNa'])('finds 吕娜 by %s', (query) => {
    expect(finds(query, { names: ['吕娜'] })).toBe(true);
  });

  it('finds a foreign name by any of its words', () => {
    const record = { names: ['Smith John'] };
    expect(finds('john', record)).toBe(true);
    expect(finds('JOHN SMI', record)).toBe(true);
    expect(finds('mith', record)).toBe(false);
  });

  it('finds a name by each of its parts', () => {
    const name = fc.array(fc.constantFrom(...Array.from('张王李单曾明华建国𬸦娜吕解区')), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (signs, from, length) => {
        const start = from % signs.length;
        const part = signs.slice(start, start + 1 + (length % (signs.length - start))).join('');
        expect(finds(part, { names: [signs.join('')] })).toBe(true);
      }),
    );
  });

  it('finds a phone by each of its beginnings from three digits, and by its end', () => {
    const mobile = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String);
    fc.assert(
      fc.property(mobile, fc.integer({ min: 3, max: 11 }), (phone, length) => {
        expect(finds(phone.slice(0, length), { phones: [phone] })).toBe(true);
        expect(finds(phone.slice(-4), { phones: [phone] })).toBe(true);
      }),
    );
  });
});

describe('Finding a room or a paper', () => {
  it.each(['3-1-1802', '3-1', '1-1802', '1802', '180', '311802', '３－１－１８０２', '3/1/1802'])(
    'finds room 3-1-1802 by %s',
    (query) => {
      expect(finds(query, { codes: ['3-1-1802'] })).toBe(true);
    },
  );

  it.each(['HT-2026-0301', 'ht-2026', '2026-0301', '0301', 'ht20260301', 'ht'])('finds HT-2026-0301 by %s', (query) => {
    expect(finds(query, { codes: ['HT-2026-0301'] })).toBe(true);
  });

  it('finds a Chinese room label by its numbers and words', () => {
    const record = { codes: ['3栋1单元1802室'] };
    for (const query of ['3栋1802', '1802', '3栋', '单元', '3栋1单元1802室']) expect(finds(query, record)).toBe(true);
    expect(finds('4栋', record)).toBe(false);
  });

  it('stores few terms for a customer', () => {
    expect(gramsOf({ names: ['王小明'], phones: ['13800001234'] }).length).toBeLessThanOrEqual(16);
  });
});
