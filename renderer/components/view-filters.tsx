import type { ReactNode } from 'react';
import { FilterChips, FilterRow, SearchField } from './filters.tsx';

type ViewFiltersProps<View extends string> = {
  /** What can be searched for. */
  search: string;
  typed: string;
  onType: (text: string) => void;
  /** Name of the chips, and of each of them. */
  label: string;
  nameOf: (view: View) => ReactNode;
  /** The views in their order; `all`, the whole register, has no chip. */
  views: readonly (View | 'all')[];
  /** The one shown. */
  view: View | 'all';
  /** Records of each view; undefined until they are known. */
  counts: { readonly [key in View]?: number } | undefined;
  onView: (view: View | 'all') => void;
  /** Views that keep their chip when they are empty; the others are offered when they hold something. */
  always?: readonly View[];
  /** Before the search, such as whose records are listed. */
  before?: ReactNode;
  /** Behind the chips, such as the views that somebody kept. */
  children?: ReactNode;
};

/** What narrows a register: a search, and a chip with its count for each view. The chip of the view shown takes it back. */
export function ViewFilters<View extends string>(props: ViewFiltersProps<View>) {
  const { search, typed, onType, label, nameOf, views, view, counts, onView, always = [], before, children } = props;
  const countOf = (one: View) => counts?.[one] ?? 0;
  const isOffered = (one: View | 'all'): one is View =>
    one !== 'all' && (one === view || countOf(one) > 0 || always.includes(one));
  return (
    <FilterRow>
      {before}
      <SearchField label={search} value={typed} onChange={onType} width={220} />
      <FilterChips
        label={label}
        chips={views.filter(isOffered).map((one) => ({ key: one, label: nameOf(one), count: countOf(one) }))}
        active={view === 'all' ? [] : [view]}
        onToggle={(next) => onView(next === view ? 'all' : next)}
      />
      {children}
    </FilterRow>
  );
}
