import type { UnitUse } from '#shared/domain/units/states.ts';
import { foldWidth } from '#shared/kernel/full-width.ts';

const numerals = '零一二三四五六七八九';

/** A small number as written in words: 十二, 三十一, 二; undefined for anything else. */
function chineseNumber(text: string): number | undefined {
  const [, tens, units] = /^([二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(text) ?? [];
  if (/^(?:[二三四五六七八九])?十(?:[一二三四五六七八九])?$/u.test(text))
    return (tens === undefined ? 1 : numerals.indexOf(tens)) * 10 + (units === undefined ? 0 : numerals.indexOf(units));
  return text.length === 1 && numerals.includes(text) ? numerals.indexOf(text) : undefined;
}

/** The number of a floor: `31`, `31层`, `31.0`, `-1`, `B2`, `负一层`, `地下1层`, `十二层`; undefined where there is none. */
export function readFloor(text: string): number | undefined {
  const folded = foldWidth(text).replaceAll(/\s/g, '').replace(/^'/, '');
  const [, below, rest = ''] = /^(负|-|地下|b)?第?(.+?)(?:\.0+)?(?:层|楼|f)?$/iu.exec(folded) ?? [];
  const number = /^\d{1,3}$/.test(rest) ? Number(rest) : chineseNumber(rest);
  if (number === undefined) return undefined;
  return below === undefined || number === 0 ? number : -number;
}

/** The floor that a room number begins with, where it is written so: 1802 is on 18, 302 on 3. */
export function floorOfRoom(roomNo: string): number | undefined {
  const [, floor] = /^(\d{1,2})\d{2}$/.exec(roomNo) ?? [];
  return floor === undefined || Number(floor) === 0 ? undefined : Number(floor);
}

/** What is written on a floor's door: the number where the list gives one, else its words. */
export function floorNameOf(text: string, floor: number): string {
  const folded = foldWidth(text).replaceAll(/\s/g, '').replace(/^'/, '');
  return /^-?\d+(?:\.0+)?(?:层|楼|f)?$/iu.test(folded) ? String(floor) : folded;
}

/** A room's number as text, without 室 or 号 and without the `.0` that spreadsheets add; "01" stays "01". */
export function readRoom(text: string): string {
  return foldWidth(text)
    .replaceAll(/\s/g, '')
    .replace(/^'/, '')
    .replace(/(?:室|号房|号|房)$/u, '')
    .replace(/^(\d+)\.0+$/, '$1');
}

/** Words as written, without the blanks around them. */
export function readWords(text: string): string {
  return foldWidth(text).replace(/^'/, '');
}

/**
 * By what two rows, or a row and a stored unit, are the same unit: 3栋, 3幢 and 3#楼 are one building, 一单元 and 1单元
 * one entrance, 02 and 2 on one floor one room.
 */
export function placeKey(place: {
  readonly building: string;
  readonly entrance: string;
  readonly floor: number;
  readonly roomNo: string;
}): string {
  const bare = (text: string) => {
    const short = readWords(text)
      .replaceAll(/\s/g, '')
      .replace(/(?:#楼|号楼|#|栋|幢|座|楼|单元|门)$/u, '');
    return String(chineseNumber(short) ?? short).toLowerCase();
  };
  const room = readRoom(place.roomNo)
    .replace(/^0+(?=\d)/, '')
    .toLowerCase();
  return JSON.stringify([bare(place.building), bare(place.entrance), place.floor, room]);
}

const uses: readonly (readonly [RegExp, UnitUse])[] = [
  [/车位|车库|停车|泊位/u, 'parking'],
  [/储藏|储物|仓储|杂物/u, 'storage'],
  [/商铺|商业|店铺|商服|底商|门面/u, 'shop'],
];

/** What a unit is for, by the words of the list; a home where they name nothing else. */
export function readUse(text: string): UnitUse {
  return uses.find(([words]) => words.test(text))?.[1] ?? 'home';
}
