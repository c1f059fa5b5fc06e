import type { TableLayout } from './preferences.ts';

/** The filter of a list as its address has it; a field that is left out is undefined. */
export type ViewAddress = Readonly<Record<string, string | undefined>>;

/** What a view keeps: filter and order. */
export type KeptView = {
  readonly filter: Readonly<Record<string, string>>;
  readonly sorting: TableLayout['sorting'];
};

/** The field of an address that holds what was searched for: usually a person, so no view keeps it. */
const SEARCHED = 'text';

/** What of a filter a view keeps: the fields that say something, without what was searched for. */
export function keptAddress(address: ViewAddress): Record<string, string> {
  return Object.fromEntries(
    Object.entries(address).flatMap(([name, value]) =>
      value === undefined || value === '' || name === SEARCHED ? [] : [[name, value]],
    ),
  );
}

/** True while somebody searches: no view has that. */
export function isSearching(address: ViewAddress): boolean {
  return (address[SEARCHED] ?? '') !== '';
}

/** True when a list stands as a view has it. */
export function standsAs(view: KeptView, address: ViewAddress, sorting: TableLayout['sorting']): boolean {
  const kept = keptAddress(address);
  const names = new Set([...Object.keys(kept), ...Object.keys(view.filter)]);
  return (
    !isSearching(address) &&
    [...names].every((name) => kept[name] === view.filter[name]) &&
    sorting.length === view.sorting.length &&
    sorting.every(({ id, desc }, index) => view.sorting[index]?.id === id && view.sorting[index]?.desc === desc)
  );
}

/** The address that shows a view: its fields, and none of those that the list has besides. */
export function addressOf(view: KeptView, address: ViewAddress): Record<string, string | undefined> {
  const none = Object.fromEntries(Object.keys(address).map((name) => [name, undefined]));
  return { ...none, ...view.filter };
}
