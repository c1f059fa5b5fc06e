import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { foldWidth } from '#shared/kernel/full-width.ts';
import { pinyinOf, sortKeyOf, syllablesOf } from '#shared/kernel/pinyin.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

describe('Readings of names', () => {
  it.each([
    ['张伟', 'zhangwei', 'zw'],
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['仇英', 'qiuying', 'qy'],
    ['曾国', 'zengguo', 'zg'],
    ['万俟卨', 'moqixie', 'mqx'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['吕娜', 'lvna', 'ln'],
    ['赵𬸦', 'zhaozhuo', 'zz'],
    ['古力娜扎尔·拜合提', 'gulinazhaerbaiheti', 'glnzebht'],
    ['Smith John', 'smithjohn', 'smithjohn'],
    ['', '', ''],
  ])('reads %s as %s, %s', (name, full, initials) => {
    expect(pinyinOf(name)).toEqual({ full, initials });
  });

  it('reads a surname only at the head of a person', () => {
    expect(pinyinOf('单位', 'thing').full).toBe('danwei');
    expect(syllablesOf('张单')).toEqual(['zhang', 'dan']);
    expect(pinyinOf('长沙壹号2期', 'thing')).toEqual({ full: 'changshayihao2qi', initials: 'csyh2q' });
  });

  it('sorts a register by reading and keeps each surname together', () => {
    const names = ['章子', '张伟', '单雄信', '张艾', '赵云', '章安', '阿明', '曾国'];
    const sorted = names.toSorted((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1));
    expect(sorted).toEqual(['阿明', '单雄信', '曾国', '张艾', '张伟', '章安', '章子', '赵云']);
  });
});

describe('Full-width text', () => {
  it.each([
    ['　ＡＢＣ　１２３　', 'ABC 123'],
    ['（０２３）', '(023)'],
    ['\ufeff张\u200b三\n李四', '张三 李四'],
    ['98㎡、三居', '98㎡、三居'],
  ])('brings %j to %j', (text, folded) => {
    expect(foldWidth(text)).toBe(folded);
    expect(foldWidth(foldWidth(text))).toBe(folded);
  });
});

const vectors = sharedDataFile('vectors/pinyin.json');
const nameSchema = z.object({
  text: z.string(),
  initials: z.string(),
  full: z.string(),
});
const vectorsSchema = z.object({ projects: z.array(nameSchema), persons: z.array(nameSchema) });

/** The vectors keep the brackets of the name and write ü. */
const bare = (reading: string) =>
  reading
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[^a-z0-9]/g, '');

describe.skipIf(vectors === undefined)('Readings of the shared data', () => {
  const data = vectors === undefined ? undefined : vectorsSchema.parse(JSON.parse(readFileSync(vectors, 'utf8')));

  it.each(data?.persons ?? [])('reads the person $text', ({ text, full, initials }) => {
    expect(pinyinOf(text)).toEqual({ full: bare(full), initials: bare(initials) });
  });

  it.each(data?.projects ?? [])('reads the project $text', ({ text, full, initials }) => {
    expect(pinyinOf(text, 'thing')).toEqual({ full: bare(full), initials: bare(initials) });
  });
});
