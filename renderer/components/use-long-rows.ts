import { notifications } from '@mantine/notifications';
import { keepPreviousData, type UseQueryResult, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LIST_ROWS } from '#shared/api/common.ts';
import { refusalOf } from '../lib/error-sentence.ts';
import { useErrorSentence } from '../lib/i18n.ts';
import type { Question } from '../lib/office.ts';
import type { LongRows } from './data-table-model.ts';
import { useTableLayout } from './use-table-layout.ts';

/** Rows that are asked for at once. */
export const PAGE_ROWS = 200;

/** Part of a long list in an order, as the office is asked for it. */
export type ListPart<Column extends string> = {
  readonly sort: { by: Column; desc: boolean }[];
  readonly offset: number;
  readonly limit: number;
};

type Answer<Row = unknown> = { readonly total: number; readonly rows: readonly Row[] };

/** Pages that some rows lie on. */
export function pagesOf(first: number, last: number, total: number): number[] {
  if (total === 0 || last < first) return [];
  const from = Math.floor(Math.max(0, first) / PAGE_ROWS);
  const to = Math.floor(Math.min(last, total - 1) / PAGE_ROWS);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Every row of a list, part after part; a list that grows shorter meanwhile ends where it ends. */
export async function readAll<Row>(read: (offset: number) => Promise<Answer<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const part = await read(rows.length);
    rows.push(...part.rows);
    if (part.rows.length === 0 || rows.length >= part.total) return rows;
  }
}

/** Reads a list whole for its export: undefined after saying why it could not be read. */
export function useWholeList(): <Row>(read: () => Promise<readonly Row[]>) => Promise<readonly Row[] | undefined> {
  const sentence = useErrorSentence();
  return async (read) => {
    try {
      return await read();
    } catch (error) {
      notifications.show({ color: 'seal', message: sentence(refusalOf(error)), autoClose: false });
      return undefined;
    }
  };
}

/**
 * A list of the office page by page, in the order that the person has given the table `id`. `first` is the answer with
 * the counts and sums; `long` is for the table. Orders by columns that the office does not know are left out.
 */
export function useLongRows<Found extends Answer, Column extends string>(
  id: string,
  columns: readonly Column[],
  ask: (part: ListPart<Column>) => Question<Found>,
): {
  first: UseQueryResult<Found>;
  rows: readonly Found['rows'][number][] | undefined;
  long: LongRows<Found['rows'][number]> | undefined;
} {
  type Row = Found['rows'][number];
  const client = useQueryClient();
  const whole = useWholeList();
  const { layout } = useTableLayout(id, { hidden: [], sorting: [], dense: false });
  const sort = layout.sorting
    .flatMap(({ id: wanted, desc }) => columns.flatMap((by) => (by === wanted ? { by, desc } : [])))
    .slice(0, 3);
  const pageAt = (page: number) => ask({ sort, offset: page * PAGE_ROWS, limit: PAGE_ROWS });
  const [drawn, setDrawn] = useState({ first: 0, last: 0 });
  const first = useQuery({ ...pageAt(0), placeholderData: keepPreviousData });
  const total = first.data?.total ?? 0;
  const pages = pagesOf(drawn.first, drawn.last, total).filter((page) => page > 0);
  const others = useQueries({ queries: pages.map(pageAt) });
  const found = new Map<number, readonly Row[]>([
    [0, first.data?.rows ?? []],
    ...pages.map((page, index) => [page, others[index]?.data?.rows ?? []] as const),
  ]);
  const all = () => whole(() => readAll<Row>((offset) => client.fetchQuery(ask({ sort, offset, limit: LIST_ROWS }))));
  const long: LongRows<Row> = {
    total,
    at: (index) => found.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    onDrawn: (from, to) => {
      if (from !== drawn.first || to !== drawn.last) setDrawn({ first: from, last: to });
    },
    all,
  };
  return { first, rows: first.data?.rows, long: first.data === undefined ? undefined : long };
}
