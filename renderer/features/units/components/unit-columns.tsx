import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/components/data-table-model.ts';
import { UnitStateBadge } from '#renderer/components/unit-state.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { unitPriceOf } from '#shared/kernel/area.ts';
import { dayOf, daysBetween } from '#shared/kernel/local-date.ts';
import type { UnitRow } from '../board/unit-filter.ts';

/** The columns of the list of units. */
export function useUnitColumns(): readonly Column<UnitRow>[] {
  const { t } = useTranslation('units');
  const { t: labels } = useTranslation('labels');
  const { t: states } = useTranslation('unitStates');
  const today = useToday();
  return useMemo<Column<UnitRow>[]>(
    () => [
      { id: 'unit', header: t('list.unit'), width: 102, fixed: true, value: ({ label }) => label },
      {
        id: 'state',
        header: t('list.state'),
        width: 124,
        value: ({ state }) => states(`name.${state}`),
        cell: ({ state }) => <UnitStateBadge state={state} />,
      },
      {
        id: 'encumbrance',
        header: t('drawer.encumbrance'),
        width: 110,
        value: ({ encumbrance }) => (encumbrance === 'none' ? '' : t(`encumbrance.${encumbrance}`)),
      },
      { id: 'building', header: t('list.building'), width: 90, hidden: true, value: ({ building }) => building },
      { id: 'phase', header: t('list.phase'), width: 80, hidden: true, value: ({ phase }) => phase },
      { id: 'floor', header: t('list.floor'), kind: 'number', width: 64, hidden: true, value: ({ floor }) => floor },
      { id: 'use', header: t('list.use'), width: 80, hidden: true, value: ({ use }) => labels(`unitUses.${use}`) },
      {
        id: 'offSale',
        header: t('offSaleUse'),
        width: 90,
        hidden: true,
        value: ({ offSaleUse }) => (offSaleUse === null ? null : t(`offSaleUses.${offSaleUse}`)),
      },
      { id: 'houseType', header: t('list.houseType'), width: 126, value: ({ houseType }) => houseType },
      { id: 'orientation', header: t('list.orientation'), width: 70, value: ({ orientation }) => orientation },
      { id: 'built', header: t('list.built'), kind: 'area', width: 96, value: ({ builtArea }) => builtArea },
      { id: 'inner', header: t('list.inner'), kind: 'area', width: 96, value: ({ innerArea }) => innerArea },
      {
        id: 'unitPrice',
        header: t('list.unitPrice'),
        kind: 'money',
        width: 128,
        value: ({ listPrice, innerArea, builtArea }) =>
          listPrice === null ? null : unitPriceOf(listPrice, innerArea ?? builtArea),
      },
      { id: 'total', header: t('list.total'), kind: 'money', width: 130, value: ({ listPrice }) => listPrice },
      { id: 'who', header: t('list.who'), kind: 'person', width: 102, value: ({ by }) => by },
      {
        id: 'until',
        header: t('list.until'),
        kind: 'date',
        width: 98,
        value: ({ until }) => (until === null ? null : dayOf(until)),
      },
      {
        id: 'days',
        header: t('list.days'),
        kind: 'number',
        width: 64,
        value: ({ since }) => Math.max(0, daysBetween(dayOf(since), today)),
      },
    ],
    [t, labels, states, today],
  );
}
