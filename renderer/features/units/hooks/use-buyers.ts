import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import type { CellFigure } from '../board/cell-text.ts';

/** Whether the person may have the names of buyers on the board at all. */
export function useMaySeeBuyers(): boolean {
  const { may } = usePerson();
  return may('subscriptions.read') && may('customers.read');
}

/** Names of the buyers of a building by unit, asked for only while the cells show them: looking at them is on record. */
export function useBuyers(
  figure: CellFigure,
  buildingId: number,
  at: number | undefined,
): ReadonlyMap<number, string> | undefined {
  const may = useMaySeeBuyers();
  const { data } = useQuery({
    ...ask.units.buyers({ buildingId, at: at ?? null }),
    enabled: may && figure === 'buyer' && buildingId > 0,
  });
  return useMemo(
    () => (data === undefined ? undefined : new Map(data.rows.map(({ unitId, names }) => [unitId, names.join('、')]))),
    [data],
  );
}
