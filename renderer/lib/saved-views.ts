import type { SavedView, TableLayout } from './preferences.ts';

/** The filter of a list as its address has it; a field that is left out is undefined. */
export type ViewAddress = Readonly<Record<string, string | undefined>>;

/** What of a filter is worth keeping: the fields that say something. */
export function keptAddress(address: ViewAddress): Record<string, string> {
  return Object.fromEntries(
    Object.entries(address).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
}

/** True when a list stands as a view has it. */
export function standsAs(view: SavedView, address: ViewAddress, sorting: TableLayout['sorting']): boolean {
  const kept = keptAddress(address);
  const names = new Set([...Object.keys(kept), ...Object.keys(view.address)]);
  return (
    [...names].every((name) => kept[name] === view.address[name]) &&
    sorting.length === view.sorting.length &&
    sorting.every(({ id, desc }, index) => view.sorting[index]?.id === id && view.sorting[index]?.desc === desc)
  );
}

/** The views with one more; one of the same name is replaced where it stands. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return views.some(({ name }) => name === view.name)
    ? views.map((one) => (one.name === view.name ? view : one))
    : [...views, view];
}

/** The address that shows a view: its fields, and none of those that the list has besides. */
export function addressOf(view: SavedView, address: ViewAddress): Record<string, string | undefined> {
  const none = Object.fromEntries(Object.keys(address).map((name) => [name, undefined]));
  return { ...none, ...view.address };
}
