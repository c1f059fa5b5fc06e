import { useTranslation } from 'react-i18next';
import { type ExportRecord, useRecordedLeave } from '#renderer/components/recorded-file.ts';
import { formatArea, formatCount, formatDateTime, formatTenThousands } from '#renderer/lib/format.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { exportRefusal } from '#shared/domain/exports/lists.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { CellFigure } from '../board/cell-text.ts';
import { type LayoutTotal, totalsByLayout } from '../board/layout-totals.ts';
import { countOf, legend } from '../board/legend.ts';
import { type BoardSheet, printBoard } from '../board/print.ts';
import type { BoardStore } from '../board/store.ts';
import { useBuyers } from './use-buyers.ts';
import { useCellLook } from './use-cell-look.ts';

type Printed = {
  readonly store: BoardStore;
  /** Undefined for the whole project: a sheet for each building, and one that adds up. */
  readonly buildingId: number | undefined;
  readonly figure: CellFigure;
  readonly at: number | undefined;
  readonly states: readonly UnitCommercialState[];
  readonly sub: string;
};

/**
 * Prints a building or the project on A3 as one sees it: its figure, its filter, its minute, and what it comes to by
 * layout. It leaves the office, so it is on record first and says on every sheet under which number, by whom and when, and
 * that it is internal; undefined for who may not take it along.
 */
export function usePrintBoard({ store, buildingId, figure, at, states, sub }: Printed): (() => void) | undefined {
  const { t } = useTranslation('units');
  const { t: names } = useTranslation('unitStates');
  // Names of buyers are asked for by building: the whole project shows totals instead.
  const shown = figure === 'buyer' && buildingId === undefined ? 'total' : figure;
  const buyers = useBuyers(shown, buildingId ?? 0, at);
  const lookNow = useCellLook(shown, at, buyers);
  const person = usePerson();
  const leave = useRecordedLeave();
  const totalLine = (name: string, total: LayoutTotal): string[] => [
    name,
    ...[total.units, total.free, total.claimed, total.sold].map((count) => formatCount(count)),
    formatArea(total.area),
    formatTenThousands(total.value),
    formatTenThousands(total.soldValue),
  ];
  const totalLines = (of: number | undefined): string[][] => {
    const { layouts, all } = totalsByLayout(store.cells(of));
    return [
      (['layout', 'units', 'free', 'claimed', 'sold', 'area', 'value', 'soldValue'] as const).map((name) =>
        t(`totals.${name}`),
      ),
      ...layouts.map((total) => totalLine(total.name === '' ? t('totals.noLayout') : total.name, total)),
      totalLine(t('totals.all'), all),
    ];
  };
  const print = (record: ExportRecord): Promise<void> => {
    const look = lookNow();
    const sheetOf = (of: number | undefined, layout: BoardSheet['layout'], title: string): BoardSheet => {
      const counts = store.counts(of);
      return {
        store,
        layout,
        record: `${record.number} · ${person.name} · ${formatDateTime(record.at)}`,
        mark: t('totals.internal'),
        totals: totalLines(of),
        look,
        letterOf: (state) => names(`mark.${state}`),
        states,
        title,
        sub: `${of === undefined || buildingId !== undefined ? sub : ''} ${formatDateTime(look.now)} · ${t(`cellHint.${shown}`)}`,
        legend: legend.map((entry) => {
          const letters = entry.states.map((state) => names(`mark.${state}`)).join('/');
          const name = entry.key === 'offMarket' ? t('board.offMarket') : names(`name.${entry.key}`);
          return `${letters} ${name} ${formatCount(countOf(entry, counts))}`;
        }),
      };
    };
    const title = `${store.projectName()} ${t('title')}`;
    if (buildingId !== undefined) return printBoard([sheetOf(buildingId, store.layout(buildingId), title)]);
    const built = store.buildings().filter(({ id }) => store.cells(id).length > 0);
    return printBoard([
      ...built.map(({ id, name }) => sheetOf(id, store.layout(id), `${title} ${name}`)),
      sheetOf(undefined, undefined, `${title} ${t('totals.title')}`),
    ]);
  };
  if (exportRefusal('board', 'all', person.may) !== undefined) return undefined;
  return () => {
    const title = `${store.projectName()} ${t('title')}`;
    const ids = store.cells(buildingId).map(({ id }) => id);
    const filter = { buildingId, figure: shown, states, at };
    void leave({ list: 'board', form: 'paper', title, filter, columns: [], rows: ids.length, ids }, print);
  };
}
