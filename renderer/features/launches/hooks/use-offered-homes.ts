import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { type LiveChange, useEachChange } from '#renderer/lib/live.ts';
import { ask } from '#renderer/lib/office.ts';
import type { units } from '#shared/api/units.ts';

/** The board as the office tells it. */
export type OfferedBoard = z.output<typeof units.board.output>;
/** A home as the board shows it. */
export type OfferedHome = OfferedBoard['units'][number];

/** The numbers of those among some units that a change touched; undefined when anything may have changed. */
function touchedAmong(change: LiveChange, offered: ReadonlySet<number>): readonly number[] | undefined {
  if (change.touched.includes('*')) return undefined;
  const ids = change.touched.map((one) => /^units:(\d+)$/.exec(one)?.[1]);
  return ids.flatMap((id) => (id !== undefined && offered.has(Number(id)) ? [Number(id)] : []));
}

/**
 * The homes of a launch as they stand: asked for once, then only those that change. On a launch day something changes each
 * second, and a thousand homes are not asked for again each time.
 */
export function useOfferedHomes(unitIds: readonly number[]) {
  const offered = useMemo(() => new Set(unitIds), [unitIds]);
  // What changed lies beside the answer, so that must not outlive the screen.
  const query = useQuery({ ...ask.units.board({}), gcTime: 0, staleTime: 0 });
  const [changed, setChanged] = useState<ReadonlyMap<number, OfferedHome>>(new Map());
  const answer = useRef<OfferedBoard | undefined>(undefined);
  if (query.data !== undefined && query.data !== answer.current) {
    answer.current = query.data;
    if (changed.size > 0) setChanged(new Map());
  }
  useEachChange((change) => {
    const touched = touchedAmong(change, offered);
    if (touched === undefined) return void query.refetch();
    if (touched.length === 0) return;
    void ask.units
      .cells({ unitIds: [...touched] })
      .queryFn({ signal: new AbortController().signal })
      .then((cells) => setChanged((before) => new Map([...before, ...cells.map((cell) => [cell.id, cell] as const)])))
      .catch(() => query.refetch());
  });
  const homes = useMemo(
    () => (query.data?.units ?? []).filter(({ id }) => offered.has(id)).map((home) => changed.get(home.id) ?? home),
    [query.data, offered, changed],
  );
  return { query, homes, buildings: query.data?.buildings ?? [] };
}
