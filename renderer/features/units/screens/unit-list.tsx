import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { RowKey } from '#renderer/components/data-table-model.ts';
import { FilterRow, FilterSelect, SearchField } from '#renderer/components/filters.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatCount } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useSearchText } from '#renderer/lib/search-text.ts';
import { worthText } from '#renderer/lib/worth.ts';
import { offSaleUses } from '#shared/domain/units/off-sale.ts';
import { unitCommercialStates } from '#shared/domain/units/states.ts';
import { sumArea } from '#shared/kernel/area.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { phasesOf } from '../board/phases.ts';
import type { BoardStore } from '../board/store.ts';
import { filterUnits, type UnitRow, unitRows, usesOffSale } from '../board/unit-filter.ts';
import styles from '../components/board.module.css';
import { NoUnits } from '../components/no-units.tsx';
import { StateLegend } from '../components/state-legend.tsx';
import { useUnitColumns } from '../components/unit-columns.tsx';
import { UnitDrawer } from '../components/unit-drawer.tsx';
import { useBoard, useBoardVersion } from '../hooks/use-board.ts';
import { useBoardSub } from '../hooks/use-board-sub.ts';

/** What the address of the list says. */
const listAddress = z.object({
  text: z.coerce.string().default('').catch(''),
  building: z.int().optional().catch(undefined),
  states: z.array(z.enum(unitCommercialStates)).default([]).catch([]),
  phase: z.string().optional().catch(undefined),
  offSale: z.enum(offSaleUses).optional().catch(undefined),
  unit: z.int().optional().catch(undefined),
});

/** Every unit as a row: to search, sort, add up and take along as a file. */
export function UnitListScreen() {
  const { store, query } = useBoard();
  return (
    <Loaded query={query} skeletonRows={16} whole>
      {() => <UnitList store={store} />}
    </Loaded>
  );
}

function UnitList({ store }: { store: BoardStore }) {
  const { t } = useTranslation('units');
  const person = usePerson();
  const navigate = useNavigate();
  const today = useToday();
  const language = useLanguage();
  const [address, change] = useAddressState(listAddress);
  const version = useBoardVersion(store, 400);
  const sub = useBoardSub(store, undefined);
  const columns = useUnitColumns();
  const [checked, setChecked] = useState<RowKey[]>([]);
  const [typed, setTyped] = useSearchText(address.text, (kept) =>
    change({ text: kept || undefined }, { replace: true }),
  );
  const text = useDeferredValue(typed);
  const all = useMemo(() => {
    // The version says that the store's cells are others than before.
    return version < 0 ? [] : unitRows(store.cells(), store.buildings());
  }, [store, version]);
  const { building, states, phase, offSale } = address;
  const rows = filterUnits(all, { text, building, states, phase, offSale });
  const phases = phasesOf(store.buildings());
  const uses = usesOffSale(all, offSale);
  const chosen = rows.filter(({ id }) => checked.includes(id));
  const opened = address.unit === undefined ? undefined : store.cell(address.unit);
  const summaryOf = (key: 'sum' | 'sumChosen', some: readonly UnitRow[]) =>
    t(`list.${key}`, {
      units: t('board.units', { count: some.length }),
      area: formatCount(Math.round(sumArea(some.map(({ builtArea }) => builtArea)) / 100)),
      amount: worthText(sumFen(some.flatMap(({ listPrice }) => listPrice ?? [])), language),
    });
  const search = (
    <FilterRow>
      <SearchField label={t('list.search')} value={typed} onChange={setTyped} width={240} />
      {phases.length > 1 && (
        <FilterSelect
          label={t('list.phase')}
          all={t('list.allPhases')}
          options={phases.map((value) => ({ value, label: value }))}
          value={phase}
          onChange={(next) => change({ phase: next, building: undefined })}
          width={120}
        />
      )}
      <FilterSelect
        label={t('list.building')}
        all={t('list.allBuildings')}
        options={store
          .buildings()
          .filter((one) => phase === undefined || one.phase === phase)
          .map(({ id, name }) => ({ value: String(id), label: name }))}
        value={building === undefined ? undefined : String(building)}
        onChange={(id) => change({ building: id === undefined ? undefined : Number(id) })}
        width={130}
      />
      {uses.length > 0 && (
        <FilterSelect
          label={t('offSaleUse')}
          all={t('list.anyUseOffSale')}
          options={uses.map((value) => ({ value, label: t(`offSaleUses.${value}`) }))}
          value={offSale}
          onChange={(next) => change({ offSale: next })}
          width={130}
        />
      )}
    </FilterRow>
  );
  return (
    <Page
      header={
        <PageHeader
          title={t('list.title')}
          sub={sub}
          actions={
            <SegmentedControl
              aria-label={t('view.label')}
              data={(['building', 'overview', 'list'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
              value="list"
              onChange={(view) => void navigate({ to: '/sales/board' as string, search: { view, states, phase } })}
            />
          }
        />
      }
    >
      <div className={styles.page}>
        <div className={styles.column}>
          <StateLegend
            store={store}
            buildingId={building}
            filter={states}
            onFilter={(states) => change({ states: states.length === 0 ? undefined : [...states] })}
          />
          <DataTable
            id="units"
            label={t('list.label')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            selectedKey={opened?.id}
            onOpen={({ id }) => change({ unit: id })}
            checkedKeys={checked}
            onCheck={setChecked}
            filters={search}
            summary={chosen.length > 0 ? summaryOf('sumChosen', chosen) : summaryOf('sum', rows)}
            exports={{
              list: 'units',
              title: t('list.fileName', { project: store.projectName(), day: today }),
              filter: { building, states, phase, offSale },
              searched: text !== '',
              paper: { title: t('list.paperTitle', { project: store.projectName() }), countBy: 'state' },
            }}
            empty={
              all.length === 0 ? (
                <NoUnits mayImport={person.may('units.import')} />
              ) : (
                <EmptyState title={t('list.nothing')} />
              )
            }
            fill
          />
        </div>
        {opened && (
          <UnitDrawer
            key={opened.id}
            unitId={opened.id}
            topFloor={store.layout(opened.buildingId).top}
            onClose={() => change({ unit: undefined })}
          />
        )}
      </div>
    </Page>
  );
}
