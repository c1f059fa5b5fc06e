import { useTranslation } from 'react-i18next';
import { exportTable } from '#renderer/components/data-table-model.ts';
import { useTableExport } from '#renderer/components/table-export.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { usePerson } from '#renderer/lib/person.ts';
import { exportRefusal } from '#shared/domain/exports/lists.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { BoardStore } from '../board/store.ts';
import { filterUnits, unitRows } from '../board/unit-filter.ts';
import { useUnitColumns } from '../components/unit-columns.tsx';

type Exported = {
  readonly store: BoardStore;
  /** Undefined for the whole project. */
  readonly buildingId: number | undefined;
  readonly states: readonly UnitCommercialState[];
  readonly phase: string | undefined;
};

/** Takes the homes on the board along as an Excel file, with its filter, on record; undefined for who may not. */
export function useExportBoard({ store, buildingId, states, phase }: Exported): (() => void) | undefined {
  const { t } = useTranslation('units');
  const person = usePerson();
  const today = useToday();
  const columns = useUnitColumns();
  const save = useTableExport({
    list: 'units',
    title: t('list.fileName', { project: store.projectName(), day: today }),
    filter: { building: buildingId, states, phase },
  });
  if (exportRefusal('units', 'all', person.may) !== undefined) return undefined;
  return () => {
    const rows = unitRows(store.cells(), store.buildings());
    const shown = filterUnits(rows, { text: '', building: buildingId, states, phase });
    void save(exportTable(columns, shown, ({ id }) => id));
  };
}
