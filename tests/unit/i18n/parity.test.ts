import { describe, expect, it } from 'vitest';
import { chinese, english, languageOf } from '#shared/i18n/index.ts';

function leaves(table: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(table)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(here, value);
    else if (typeof value === 'object' && value !== null) for (const [k, v] of leaves(value, here)) found.set(k, v);
  }
  return found;
}

const parameters = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((hit) => hit[1] ?? '').sort();
const zh = leaves(chinese);
const en = leaves(english);
const singularOf = (key: string): string => key.replace(/_one$/, '_other');

describe('Both languages are complete', () => {
  it('has an English sentence for every Chinese one and none besides', () => {
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
    expect([...en.keys()].filter((key) => !zh.has(singularOf(key)))).toEqual([]);
  });

  it('mentions the same facts in both languages', () => {
    const different = [...en].filter(
      ([key, text]) => parameters(text).join() !== parameters(zh.get(singularOf(key)) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('leaves no sentence empty and none with spaces around it', () => {
    const bad = [...zh, ...en].filter(([, text]) => text === '' || text !== text.trim());
    expect(bad.map(([key]) => key)).toEqual([]);
  });

  it('writes Chinese with Chinese punctuation and English without Chinese characters where words are meant', () => {
    const zhBad = [...zh].filter(([, text]) => /[\u4e00-\u9fff][,;:?!]/.test(text));
    expect(zhBad.map(([key]) => key)).toEqual([]);
    const enBad = [...en].filter(([, text]) => /[\u3000-\u303f\uff00-\uffef]/.test(text));
    expect(enBad.map(([key]) => key)).toEqual([]);
  });

  it('takes any Chinese system for Chinese and every other one for English', () => {
    expect(['zh-CN', 'zh', 'zh-Hans-CN', 'ZH-tw'].map(languageOf)).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN']);
    expect(['en-GB', 'de', 'zhx', ''].map(languageOf)).toEqual(['en', 'en', 'en', 'en']);
  });
});
