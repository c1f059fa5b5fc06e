import { describe, expect, it } from 'vitest';
import { excerptOf, indexOf, rankOf, wordsOf } from '#shared/domain/handbook/search.ts';

const metro = indexOf({ title: '地铁十号线', body: '步行七百米', more: '轨道集团网站' });

describe('A search of the handbook', () => {
  it('asks for all of its words, wherever they stand', () => {
    expect(rankOf(metro, wordsOf('地铁 七百米'))).toBeGreaterThan(0);
    expect(rankOf(metro, wordsOf('地铁、机场'))).toBe(0);
  });

  it('ranks the title before its reading, and its reading before the text', () => {
    const ranks = ['地铁', '十号', 'dtshx', '步行'].map((word) => rankOf(metro, wordsOf(word)));
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    expect(new Set(ranks).size).toBe(4);
  });

  it('does not take one letter for a reading', () => {
    expect(rankOf(metro, wordsOf('d'))).toBe(0);
  });

  it('shows the place that was found', () => {
    const body = `${'江景'.repeat(40)}地铁${'公园'.repeat(40)}`;
    const excerpt = excerptOf(body, ['地铁'], 40);
    expect(excerpt).toContain('地铁');
    expect(excerpt.startsWith('…') && excerpt.endsWith('…')).toBe(true);
    expect(excerptOf('短', ['地铁'], 40)).toBe('短');
  });
});
