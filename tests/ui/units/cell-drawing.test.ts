import { describe, expect, it } from 'vitest';
import { shortened } from '#renderer/features/units/board/cell-drawing.ts';

/** As wide as a Chinese face: a character is as wide as two figures. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign > '\u2e7f' ? 12 : 6;
  return width;
}

describe('The words of a cell', () => {
  it.each([
    ['1802', 24, '1802'],
    ['1802', 23, '18…'],
    ['欧阳静怡', 48, '欧阳静怡'],
    ['买买提·阿卜杜热合曼·艾克拜尔江', 60, '买买提·阿…'],
    ['样板间，开放参观', 5, ''],
    ['', 0, ''],
  ])('%s in %i points is %s', (text, room, shown) => {
    expect(shortened(text, room, widthOf)).toBe(shown);
  });

  it('never take more room than they have, and never break a rare character in two', () => {
    const rare = '𠮷𠮷𠮷';
    for (let room = 0; room < 60; room += 1) {
      const shown = shortened(rare, room, widthOf);
      expect(widthOf(shown)).toBeLessThanOrEqual(room);
      expect([...shown].every((sign) => sign === '𠮷' || sign === '…')).toBe(true);
    }
  });
});
