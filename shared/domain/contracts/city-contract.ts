import { type Area, areaToDecimal } from '#shared/kernel/area.ts';
import type { ErrorParams } from '#shared/kernel/errors.ts';
import { checkDocumentNumber } from '#shared/kernel/identity-number.ts';
import { type Fen, formatYuan } from '#shared/kernel/money.ts';

/** A page of the city's contract as its text was read, without blanks. */
type ReadPage = { readonly page: number; readonly bare: string };

/** What the city's contract must say as ours does (decision 14). */
export type CityFacts = {
  readonly price: Fen;
  readonly builtArea: Area | null;
  readonly buyers: readonly { readonly name: string; readonly identityNumber: string }[];
  /** Numbers of people who act for the buyers: they may stand there beside the buyers' own. */
  readonly agentNumbers: readonly string[];
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
  const absent = namesOf(buyers.filter(({ name }) => !text.includes(bareOf(name))));
  const otherNumber = namesOf(othersByNumber(text, facts));
  return {
    ...(saysNumber(text, formatYuan(price)) ? {} : { priceFen: price }),
    ...(builtArea === null || saysNumber(text, areaToDecimal(builtArea)) ? {} : { builtArea }),
    ...(absent === '' ? {} : { buyers: absent }),
    ...(otherNumber === '' ? {} : { identities: otherNumber }),
    ...(saysHome(text, facts) ? {} : { unit }),
  };
}

function bareOf(text: string): string {
  return text.replace(/\s/gu, '');
}

function namesOf(buyers: CityFacts['buyers']): string {
  return buyers.map(({ name }) => name).join('、');
}

/** Signs that stand for a hidden digit. */
const HIDDEN = '*●•※×';
/** A run of signs that could be the number of a document, whole or masked. */
const numbers = new RegExp(`(?<![0-9A-Z${HIDDEN}])[0-9A-Z${HIDDEN}]{6,20}(?![0-9A-Z${HIDDEN}])`, 'gu');
const named = /(?:证件|身份证|护照|通行证|居留证)(?:号码|编号|号)?:?$/u;
/** Fewer visible signs than these tell nobody from another. */
const FEWEST_VISIBLE = 4;

/**
 * The buyers whose number the city's contract gives otherwise. Many cities mask numbers or leave them out: a masked one is
 * compared by what is visible, and where it gives no numbers of people, none is missed.
 */
function othersByNumber(written: string, { buyers, agentNumbers }: CityFacts): CityFacts['buyers'] {
  // Half-width, so that ＊ and ： are one sign with * and :.
  const text = written.normalize('NFKC').toUpperCase();
  const given = [...text.matchAll(numbers)].flatMap(([number], index, all) => {
    const before = text.slice(0, all[index]?.index ?? 0);
    return named.test(before) || isOfPerson(number) ? [number] : [];
  });
  const ofBuyers = given.filter((number) => !agentNumbers.some((agent) => agrees(number, agent)));
  if (ofBuyers.length === 0) return [];
  return buyers.filter(({ identityNumber }) => {
    const own = identityNumber.toUpperCase();
    return !text.includes(own) && !ofBuyers.some((number) => agrees(number, own));
  });
}

/** A number that is of a person wherever it stands: a masked one, or that of an identity card. */
function isOfPerson(number: string): boolean {
  const visible = [...number].filter((sign) => !HIDDEN.includes(sign)).length;
  if (visible < number.length) return visible >= FEWEST_VISIBLE;
  return number.length === 18 && checkDocumentNumber('identityCard', number).ok;
}

/** A written number, masked or not, against a whole one: every visible sign is the same. */
function agrees(written: string, whole: string): boolean {
  if (written.length !== whole.length) return false;
  return [...written].every((sign, at) => HIDDEN.includes(sign) || sign === whole[at]?.toUpperCase());
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
