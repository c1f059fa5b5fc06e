import type { SortingState } from '@tanstack/react-table';
import { useState } from 'react';
import { preferences, type TableLayout, usePreferences } from '../lib/preferences.ts';

/** A table's layout and the way to change it. */
export type TableLayoutState = { layout: TableLayout; change: (part: Partial<TableLayout>) => void };

/**
 * The layout of a table: remembered for the person when the table has an `id`, else kept while the screen is open.
 * `initial` holds until the person has chosen for themselves.
 */
export function useTableLayout(
  id: string | undefined,
  initial: { hidden: string[]; sorting: SortingState; dense: boolean },
): TableLayoutState {
  const { tables } = usePreferences();
  const [local, setLocal] = useState<TableLayout>(initial);
  if (id === undefined) return { layout: local, change: (part) => setLocal((old) => ({ ...old, ...part })) };
  const layout = tables[id] ?? initial;
  return {
    layout,
    change: (part) => preferences.change({ tables: { ...preferences.get().tables, [id]: { ...layout, ...part } } }),
  };
}
