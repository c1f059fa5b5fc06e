import { useTranslation } from 'react-i18next';
import { type ExportRecord, useRecordedLeave } from '#renderer/components/recorded-file.ts';
import { formatCount, formatDateTime } from '#renderer/lib/format.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { exportRefusal } from '#shared/domain/exports/lists.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { CellFigure } from '../board/cell-text.ts';
import { countOf, legend } from '../board/legend.ts';
import { printBoard } from '../board/print.ts';
import type { BoardStore } from '../board/store.ts';
import { useCellLook } from './use-cell-look.ts';

type Printed = {
  readonly store: BoardStore;
  readonly buildingId: number;
  readonly figure: CellFigure;
  readonly at: number | undefined;
  readonly states: readonly UnitCommercialState[];
  readonly sub: string;
};

/**
 * Prints a building on A3 as one sees it: its figure, its filter, its minute. It leaves the office, so it is on record first
 * and says on the sheet under which number, by whom and when; undefined for who may not take it along.
 */
export function usePrintBoard({ store, buildingId, figure, at, states, sub }: Printed): (() => void) | undefined {
  const { t } = useTranslation('units');
  const { t: names } = useTranslation('unitStates');
  const lookNow = useCellLook(figure, at);
  const person = usePerson();
  const leave = useRecordedLeave();
  const print = (record: ExportRecord): void => {
    const look = lookNow();
    const counts = store.counts(buildingId);
    printBoard({
      store,
      layout: store.layout(buildingId),
      record: `${record.number} · ${person.name} · ${formatDateTime(record.at)}`,
      look,
      letterOf: (state) => names(`mark.${state}`),
      states,
      title: `${store.projectName()} ${t('title')}`,
      sub: `${sub} · ${formatDateTime(look.now)} · ${t(`cellHint.${figure}`)}`,
      legend: legend.map((entry) => {
        const letters = entry.states.map((state) => names(`mark.${state}`)).join('/');
        const name = entry.key === 'offMarket' ? t('board.offMarket') : names(`name.${entry.key}`);
        return `${letters} ${name} ${formatCount(countOf(entry, counts))}`;
      }),
    });
  };
  if (exportRefusal('board', 'all', person.may) !== undefined) return undefined;
  return () => {
    const title = `${store.projectName()} ${t('title')}`;
    const ids = store.cells(buildingId).map(({ id }) => id);
    const filter = { buildingId, figure, states, at };
    void leave({ list: 'board', title, filter, columns: [], rows: ids.length, ids }, print);
  };
}
