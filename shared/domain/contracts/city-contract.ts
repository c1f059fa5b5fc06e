import { type Area, areaToDecimal } from '#shared/kernel/area.ts';
import type { ErrorParams } from '#shared/kernel/errors.ts';
import { type Fen, formatYuan } from '#shared/kernel/money.ts';

/** A page of the city's contract as its text was read, without blanks. */
type ReadPage = { readonly page: number; readonly bare: string };

/** What the city's contract must say as ours does (decision 14). */
export type CityFacts = {
  readonly price: Fen;
  readonly builtArea: Area | null;
  readonly buyers: readonly string[];
  /** The building as our records call it, and the room in it. */
  readonly building: string;
  readonly roomNo: string;
  /** The home as the office calls it, for the sentence. */
  readonly unit: string;
};

/** A page of a contract has more signs than this; a scan has none. */
const FEWEST_SIGNS = 100;

/** True where the pages are text that can be compared; a scan is pictures. */
export function hasText(pages: readonly ReadPage[]): boolean {
  return pages.reduce((sum, { bare }) => sum + bare.length, 0) >= FEWEST_SIGNS;
}

/** What of our contract the city's does not say, each under the name of its parameter; empty where it says all. */
export function cityDifferences(pages: readonly ReadPage[], facts: CityFacts): ErrorParams {
  const text = pages.map(({ bare }) => bare).join('');
  const { price, builtArea, buyers, unit } = facts;
  const absent = buyers.filter((name) => !text.includes(bareOf(name)));
  return {
    ...(saysNumber(text, formatYuan(price)) ? {} : { priceFen: price }),
    ...(builtArea === null || saysNumber(text, areaToDecimal(builtArea)) ? {} : { builtArea }),
    ...(absent.length === 0 ? {} : { buyers: absent.join('、') }),
    ...(saysHome(text, facts) ? {} : { unit }),
  };
}

function bareOf(text: string): string {
  return text.replace(/\s/gu, '');
}

/** A number by itself, with or without separators and needless zeros: 1489660.92 is not in 11489660.92. */
function saysNumber(text: string, written: string): boolean {
  const [whole = '', fraction = ''] = written.replaceAll(',', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',?');
  const short = fraction.replace(/0+$/u, '');
  const tail = short === '' ? '(?:\\.0{1,2})?' : `\\.${short}0{0,${2 - short.length}}`;
  return new RegExp(`(?<![\\d.,])${grouped}${tail}(?![\\d]|[.,]\\d)`, 'u').test(text);
}

/** The room by itself, and the building by its name or by its number before any of the words for a building. */
function saysHome(text: string, { building, roomNo }: CityFacts): boolean {
  const room = new RegExp(`(?<![\\dA-Za-z])${escaped(bareOf(roomNo))}(?![\\dA-Za-z])`, 'u');
  const [number] = /\d+/u.exec(building) ?? [];
  const house =
    text.includes(bareOf(building)) ||
    (number !== undefined && new RegExp(`(?<!\\d)${number}(?:号楼|[栋幢座#])`, 'u').test(text));
  return room.test(text) && house;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
