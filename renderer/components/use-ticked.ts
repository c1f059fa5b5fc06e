import { useState } from 'react';
import type { LongRows, RowKey } from './data-table-model.ts';

/**
 * The ticked rows of a long list, kept as they were when they were ticked: what has scrolled out of sight still counts
 * in the sums. Rows that are in sight are as they are now.
 */
export function useTicked<Row extends { readonly id: number }>(
  rows: readonly Row[] | undefined,
  long: LongRows<Row> | undefined,
): [readonly Row[], (keys: RowKey[]) => void] {
  const [ticked, setTicked] = useState<readonly Row[]>([]);
  const inSight = (): Map<RowKey, Row> => {
    const found = new Map<RowKey, Row>((rows ?? []).map((row) => [row.id, row]));
    for (let index = 0; index < (long?.total ?? 0); index += 1) {
      const row = long?.at(index);
      if (row !== undefined) found.set(row.id, row);
    }
    return found;
  };
  const fresh = ticked.length === 0 ? new Map<RowKey, Row>() : inSight();
  return [
    ticked.map((row) => fresh.get(row.id) ?? row),
    (keys) => {
      const known = inSight();
      setTicked(keys.flatMap((key) => known.get(key) ?? ticked.find(({ id }) => id === key) ?? []));
    },
  ];
}
