import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Attachments } from '#renderer/components/attachments.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { formatArea } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import type { Area } from '#shared/kernel/area.ts';
import { AreaDifferences } from '../components/area-differences.tsx';
import { type HouseType, HouseTypeDrawer } from '../components/house-type-drawer.tsx';

const views = ['types', 'areas'] as const;
const addressSchema = z.object({ view: z.enum(views).optional().catch(undefined) });

type Task =
  | { readonly kind: 'edit'; readonly type: HouseType | undefined }
  | { readonly kind: 'plans'; readonly type: HouseType };

/** House types, and the areas that were measured of homes: rooms, ranges of areas, highlights and plan pictures, and how many homes are of each. */
export function HouseTypesScreen() {
  const { t } = useTranslation('inventory');
  const person = usePerson();
  const list = useQuery(ask.houseTypes.list({}));
  const [address, change] = useAddressState(addressSchema);
  const view = address.view ?? 'types';
  const [task, setTask] = useState<Task>();
  const mayWrite = person.may('units.write');
  const columns = useColumns(mayWrite, setTask);
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setTask({ kind: 'edit', type: undefined })}>
      {t('types.add')}
    </Button>
  );
  return (
    <Page
      header={
        <PageHeader
          title={t('types.title')}
          sub={list.data === undefined ? '' : t('types.sub', { count: list.data.length })}
          actions={
            <>
              <SegmentedControl
                size="xs"
                aria-label={t('types.title')}
                data={views.map((value) => ({ value, label: t(`${value}.title`) }))}
                value={view}
                onChange={(next) => change({ view: next === 'areas' ? 'areas' : undefined })}
              />
              {view === 'types' && add}
            </>
          }
        />
      }
    >
      {view === 'areas' ? (
        <AreaDifferences />
      ) : (
        <DataTable
          id="houseTypes"
          label={t('types.title')}
          columns={columns}
          rows={list.data}
          rowKey={({ id }) => id}
          error={list.error}
          onRetry={() => void list.refetch()}
          {...(mayWrite ? { onOpen: (type: HouseType) => setTask({ kind: 'edit', type }) } : {})}
          empty={<EmptyState title={t('types.empty')} text={t('types.emptyText')} action={add} />}
          fill
        />
      )}
      {task?.kind === 'edit' && <HouseTypeDrawer type={task.type} onClose={() => setTask(undefined)} />}
      {task?.kind === 'plans' && (
        <SideDrawer
          opened
          onClose={() => setTask(undefined)}
          label={t('types.plansOf', { name: task.type.name })}
          title={t('types.plans')}
          sub={task.type.name}
          width={640}
        >
          <PanelBlock>
            <Attachments noun="houseTypes" subjectId={task.type.id} kind="plan" />
          </PanelBlock>
        </SideDrawer>
      )}
    </Page>
  );
}

function rangeOf(from: Area | null, to: Area | null): string {
  const ends = [from, to].flatMap((end) => (end === null ? [] : [formatArea(end)]));
  return [...new Set(ends)].join('–');
}

function useColumns(mayWrite: boolean, onTask: (task: Task) => void): readonly Column<HouseType>[] {
  const { t } = useTranslation('inventory');
  const { t: labels } = useTranslation('labels');
  return useMemo<readonly Column<HouseType>[]>(
    () => [
      { id: 'name', header: t('types.name'), width: 148, fixed: true, value: ({ name }) => name },
      { id: 'use', header: t('types.use'), width: 80, value: ({ use }) => labels(`unitUses.${use}`) },
      { id: 'rooms', header: t('types.rooms'), width: 120, value: ({ rooms }) => rooms },
      {
        id: 'built',
        header: t('types.built'),
        width: 126,
        value: ({ builtFromArea, builtToArea }) => rangeOf(builtFromArea, builtToArea),
      },
      {
        id: 'inner',
        header: t('types.inner'),
        width: 126,
        value: ({ innerFromArea, innerToArea }) => rangeOf(innerFromArea, innerToArea),
      },
      { id: 'orientation', header: t('types.orientation'), width: 90, value: ({ orientation }) => orientation },
      { id: 'highlights', header: t('types.highlights'), value: ({ highlights }) => highlights },
      { id: 'units', header: t('types.units'), kind: 'number', width: 70, value: ({ units }) => units },
      { id: 'available', header: t('types.available'), kind: 'number', width: 80, value: ({ available }) => available },
      {
        id: 'plans',
        header: t('types.plans'),
        width: 96,
        value: ({ plans }) => plans,
        cell: (type) => {
          const text = type.plans > 0 ? t('types.planned', { count: type.plans }) : t('types.plansAdd');
          return type.plans === 0 && !mayWrite ? (
            t('types.plansNone')
          ) : (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('types.plansLabel', { text, name: type.name })}
              onClick={() => onTask({ kind: 'plans', type })}
            >
              {text}
            </Button>
          );
        },
      },
      ...(mayWrite
        ? [
            {
              id: 'edit',
              header: '',
              width: 84,
              sortable: false,
              cell: (type: HouseType) => (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('types.editLabel', { name: type.name })}
                  onClick={() => onTask({ kind: 'edit', type })}
                >
                  {t('types.edit')}
                </Button>
              ),
            },
          ]
        : []),
    ],
    [t, labels, mayWrite, onTask],
  );
}
