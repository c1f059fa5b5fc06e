import { describe, expect, it } from 'vitest';
import { emptyDraft, floorsOf, newRoom, patternOf, wordsOf } from '#renderer/features/generate/pattern-draft.ts';
import { area } from '#shared/kernel/area.ts';

const typed = {
  ...emptyDraft(),
  buildings: '7栋，8栋',
  fromFloor: '－1',
  toFloor: '１５',
  skipped: '13',
  named: '14=13A',
};

describe('A pattern of homes while it is typed', () => {
  it('reads floors and names in whatever signs they are typed', () => {
    expect(wordsOf('7栋、8栋, 9栋')).toEqual(['7栋', '8栋', '9栋']);
    expect(floorsOf(typed)).toEqual({
      fromFloor: -1,
      toFloor: 15,
      skipped: [13],
      named: [{ floor: 14, name: '13A' }],
    });
    expect(floorsOf({ ...typed, named: '14' })).toBeUndefined();
    expect(floorsOf({ ...typed, toFloor: '-5' })).toBeUndefined();
    expect(floorsOf({ ...typed, skipped: '十三' })).toBeUndefined();
  });

  it('is a pattern only when every room has its number and its area, and shares out what is common', () => {
    expect(patternOf(typed)).toBeUndefined();
    const room = { ...newRoom([]), builtArea: area(10_000), innerArea: area(8000) };
    const whole = { ...typed, entrances: [{ key: 1, name: '1单元', rooms: [room] }] };
    expect(patternOf(whole)?.entrances[0]?.columns).toMatchObject([{ room: '01', sharedArea: 2000 }]);
    const half = { ...whole, entrances: [{ key: 1, name: '1单元', rooms: [room, newRoom([room])] }] };
    expect(patternOf(half)).toBeUndefined();
  });
});
