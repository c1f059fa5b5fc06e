import { grouped } from '#shared/kernel/grouped.ts';
import { placeKey } from '../places.ts';
import type { KnownAccount, KnownHome, OfficeFacts } from './project-plan.ts';
import type { CustomerRecord, HomePlace } from './records.ts';

/** What a word of a list stands for: one thing, none that is known, or several. */
export type Found<T> = { readonly one: T } | { readonly none: true } | { readonly several: true };

function found<T>(all: readonly T[]): Found<T> {
  const [one, another] = all;
  if (one === undefined) return { none: true };
  return another === undefined ? { one } : { several: true };
}

function byKeys<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const keyed = items.flatMap((item) => [...new Set(keysOf(item))].map((key) => ({ key, item })));
  const groups = grouped(keyed, ({ key }) => key);
  return new Map([...groups].map(([key, own]) => [key, own.map(({ item }) => item)]));
}

function nameKey(name: string): string {
  return name.replaceAll(/[\s·.•]/gu, '').toLowerCase();
}

function homeKeys({ building, entrance, floor, roomNo }: HomePlace & { readonly floor: number | null }): string {
  return placeKey({ building, entrance, floor: floor ?? 0, roomNo });
}

/**
 * Finds homes by what a list says of them: by building, entrance, floor and room. A list without entrances or floors is
 * as good, where only one home can be meant.
 */
export function homeFinder(homes: readonly KnownHome[]): (place: HomePlace) => Found<KnownHome> {
  const rooms = (home: KnownHome): string[] => {
    const long = String(home.floor) + home.roomNo.padStart(2, '0');
    // Room 02 on the 31st floor is 3102 in most lists.
    return home.roomNo.length <= 2 ? [home.roomNo, long] : [home.roomNo];
  };
  const known = byKeys(homes, (home) =>
    rooms(home).flatMap((roomNo) =>
      [home.entrance, ''].flatMap((entrance) =>
        [home.floor, null].map((floor) =>
          JSON.stringify([homeKeys({ ...home, entrance, floor, roomNo }), floor === null]),
        ),
      ),
    ),
  );
  return (place) => found(known.get(JSON.stringify([homeKeys(place), place.floor === null])) ?? []);
}

/** Finds people of the office by name; one who is there before those who have left. */
export function accountFinder(accounts: readonly KnownAccount[]): (name: string) => Found<KnownAccount> {
  const byName = byKeys(accounts, ({ name }) => [nameKey(name)]);
  return (name) => {
    const all = byName.get(nameKey(name)) ?? [];
    const active = all.filter((one) => one.active);
    return found(active.length > 0 ? active : all);
  };
}

/** Finds customers of the lists by what a buyer is called there: number, phone, identity number or name. */
export function customerFinder(customers: readonly CustomerRecord[]): (word: string) => Found<number> {
  const indexes = customers.map((_record, index) => index);
  const by = (keyOf: (record: CustomerRecord) => string | null | undefined) =>
    byKeys(indexes, (index) => {
      const record = customers[index];
      const key = record === undefined ? null : keyOf(record);
      return key === null || key === undefined || key === '' ? [] : [key.toLowerCase()];
    });
  const tries = [
    by(({ code }) => code),
    by(({ phone }) => phone),
    by(({ identity }) => identity?.number),
    by(({ name }) => nameKey(name)),
  ];
  return (word) => {
    for (const [at, known] of tries.entries()) {
      const all = known.get(at === tries.length - 1 ? nameKey(word) : word.replaceAll(/\s/g, '').toLowerCase());
      if (all !== undefined) return found(all);
    }
    return { none: true };
  };
}

/** Homes that can be taken over: nobody has dealt with them in this office. */
export function mayBeTakenOver({ state }: KnownHome): boolean {
  return state === 'unreleased' || state === 'available' || state === 'notForSale';
}

/** True for a number that the office has given to another paper of the kind. */
export function isTaken(facts: OfficeFacts, kind: keyof OfficeFacts['numbers'], number: string): boolean {
  return number !== '' && facts.numbers[kind].has(number);
}
