import { describe, expect, it } from 'vitest';
import { matchReading } from '#renderer/app/shell/matched-reading.tsx';

const marked = (syllables: string[], query: string) =>
  matchReading(syllables, query)?.map(([hit, rest]) => `${hit}|${rest}`);

describe('The palette shows why a name was found', () => {
  it('marks typed initials and full syllables inside the pinyin', () => {
    expect(marked(['wang', 'hai', 'tao'], 'wht')).toEqual(['w|ang', 'h|ai', 't|ao']);
    expect(marked(['wang', 'hai', 'tao'], 'wanght')).toEqual(['wang|', 'h|ai', 't|ao']);
    expect(marked(['wang', 'hai', 'tao'], 'w')).toEqual(['w|ang', '|hai', '|tao']);
    expect(marked(['xi', 'an'], 'xian')).toEqual(['xi|', 'an|']);
  });

  it('marks a given name that was typed without its surname', () => {
    expect(marked(['zhong', 'wan', 'hua'], 'wh')).toEqual(['|zhong', 'w|an', 'h|ua']);
    expect(marked(['wang', 'wang'], 'w')).toEqual(['w|ang', '|wang']);
  });

  it('marks nothing when the query reads another name', () => {
    expect(marked(['wang', 'hai', 'tao'], 'zs')).toBeUndefined();
    expect(marked(['wang'], 'wangh')).toBeUndefined();
  });
});
