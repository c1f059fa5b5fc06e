import { describe, expect, it } from 'vitest';
import { liesAt, typedPlace } from '#shared/domain/units/typed-place.ts';

const at = (text: string, label: string): boolean => {
  const place = typedPlace(text);
  return place !== undefined && liesAt(label, place);
};

describe('A home by its building and room', () => {
  it.each([
    '3-1802',
    '3栋1802',
    '3 1802',
    '3幢 1802',
    '3#1802',
    '3号楼1802室',
    '3#楼1802',
    '３栋１８０２',
    '3栋180',
    '3栋1单元1802',
    '3-1-1802',
  ])('is found by %s', (text) => {
    expect(at(text, '3-1-1802')).toBe(true);
  });

  it.each(['3-1802', '3栋1802'])('is found by %s where it has no entrance', (text) => {
    expect(at(text, '3-1802')).toBe(true);
  });

  it('is found in every entrance that has the room, and in the one that is said', () => {
    expect(at('3-1802', '3-2-1802')).toBe(true);
    expect(at('3-2-1802', '3-1-1802')).toBe(false);
    expect(at('3栋2单元1802', '3-1-1802')).toBe(false);
  });

  it('is of that building and room, and of no other', () => {
    for (const label of ['13-1-1802', '5-3-1802', '3-1-1803', '5-1-1802'])
      expect(at('3-1802', label), label).toBe(false);
    expect(at('3-1802', '御景3-1-1802')).toBe(true);
    expect(at('a座1802', 'A-1802')).toBe(true);
    expect(at('5-P10', '5-1-P10')).toBe(true);
  });

  it.each(['', '1802', '欧阳倩', '欧阳 1', '3-1', '13800001234', 'oyq', 'HT-2026-0301-9'])(
    'is not meant by %j',
    (text) => {
      expect(typedPlace(text)).toBeUndefined();
    },
  );
});
