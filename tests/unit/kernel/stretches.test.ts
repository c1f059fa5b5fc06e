import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretches } from '#shared/kernel/stretches.ts';

const of = (before: string, after: string) => stretches([...before], [...after], (a, b) => a === b);
const said = (before: string, after: string) =>
  of(before, after).map(({ change, items }) => `${change} ${items.join('')}`);

describe('Two lists beside each other', () => {
  it('show what is gone before what came in its place, and what is the same in one piece', () => {
    expect(said('应于三十日内办理备案', '应于十日内办理登记')).toEqual([
      'same 应于',
      'removed 三',
      'same 十日内办理',
      'removed 备案',
      'added 登记',
    ]);
    expect(said('', '新增')).toEqual(['added 新增']);
    expect(said('删去', '')).toEqual(['removed 删去']);
    expect(of('', '')).toEqual([]);
  });

  it('lose nothing: without the additions it is the earlier list, without the removals the later one', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 12 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const side = (gone: string) =>
          of(before, after)
            .filter(({ change }) => change !== gone)
            .flatMap(({ items }) => items)
            .join('');
        expect([side('added'), side('removed')]).toEqual([before, after]);
      }),
    );
  });
});
