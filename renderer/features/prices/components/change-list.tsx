import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Signal } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import { unitLabel } from '#shared/domain/units/label.ts';
import { subtractFen } from '#shared/kernel/money.ts';
import type { Batch, WhatIfAnswer, WhatIfRow } from '../batch-words.ts';

type Line = WhatIfRow & { readonly label: string };
type Pair = WhatIfRow['list'];

const moved = ({ before, after }: Pair) => (before === null || after === null ? null : subtractFen(after, before));

/** Every home that a batch changes, of all buildings, with what its prices were and what becomes of them. */
export function ChangeList({ batch, answer }: { batch: Batch; answer: WhatIfAnswer }) {
  const { t } = useTranslation('prices');
  const columns = useColumns(answer);
  const lines = useMemo(() => {
    const names = new Map(answer.buildings.map(({ id, name }) => [id, name]));
    return answer.rows
      .filter(({ outcome }) => outcome === 'changed')
      .map((row): Line => ({ ...row, label: unitLabel({ ...row, building: names.get(row.buildingId) ?? '' }) }));
  }, [answer]);
  return (
    <DataTable
      id="priceChanges"
      label={t('list.title')}
      columns={columns}
      rows={lines}
      rowKey={({ unitId }) => unitId}
      exports={{ list: 'priceChanges', title: `${batch.number} ${batch.name}`, filter: { batch: batch.number } }}
      fill
    />
  );
}

/** Columns of those prices that the batch moves: what stays as it is in all of its homes has none. */
function useColumns({ rows }: WhatIfAnswer): readonly Column<Line>[] {
  const { t } = useTranslation('prices');
  return useMemo<Column<Line>[]>(() => {
    const prices = [
      { id: 'filed', of: ({ filed }: WhatIfRow) => filed },
      { id: 'list', of: ({ list }: WhatIfRow) => list },
      { id: 'floor', of: ({ floorPrice }: WhatIfRow) => floorPrice },
    ] as const;
    const touched = prices.filter(({ of }) => rows.some((row) => of(row).before !== of(row).after));
    return [
      { id: 'home', header: t('list.home'), width: 110, fixed: true, value: ({ label }) => label },
      { id: 'houseType', header: t('list.houseType'), width: 130, value: ({ houseType }) => houseType },
      { id: 'size', header: t('list.size'), kind: 'area', width: 96, value: ({ size }) => size },
      ...touched.flatMap(({ id, of }): Column<Line>[] => {
        const kind = t(`kept.${id}`);
        return [
          {
            id: `${id}Before`,
            header: t('list.before', { kind }),
            kind: 'money',
            width: 150,
            value: (row) => of(row).before,
          },
          {
            id: `${id}After`,
            header: t('list.after', { kind }),
            kind: 'money',
            width: 150,
            value: (row) => of(row).after,
          },
          {
            id: `${id}Change`,
            header: t('list.change', { kind }),
            kind: 'money',
            width: 140,
            value: (row) => moved(of(row)),
            cell: (row) => <Money value={moved(of(row))} signed />,
          },
        ];
      }),
      {
        id: 'flags',
        header: t('list.flags'),
        width: 150,
        value: ({ flags }) => flags.map((flag) => t(`flags.${flag}`)).join('、'),
        cell: ({ flags }) =>
          flags.map((flag) => (
            <Signal key={flag} tone={flag === 'belowFloor' ? 'amber' : 'seal'}>
              {t(`flags.${flag}`)}
            </Signal>
          )),
      },
    ];
  }, [rows, t]);
}
