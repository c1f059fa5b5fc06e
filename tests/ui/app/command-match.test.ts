import { describe, expect, it } from 'vitest';
import { meansCommand } from '#renderer/app/command-match.ts';

describe('A command of the palette', () => {
  it.each([
    ['销控 房源', '房源'],
    ['销控 房源', 'xiaokong'],
    ['销控 房源', 'fy'],
    ['销控 房源', 'xiao kong'],
    ['Administration Event log', 'EVENT'],
    ['锁屏', ''],
  ])('%s is meant by %j', (words, typed) => {
    expect(meansCommand(words, typed)).toBe(true);
  });

  it.each([
    ['销控 房源', '合同'],
    ['销控 房源', 'hetong'],
    ['Lock the screen', 'unlock'],
  ])('%s is not meant by %j', (words, typed) => {
    expect(meansCommand(words, typed)).toBe(false);
  });
});
