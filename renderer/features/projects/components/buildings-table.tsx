import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { DateText } from '#renderer/components/values.tsx';
import { editColumn } from './edit-column.tsx';
import type { Building, Project } from './project-types.ts';

type BuildingsTableProps = {
  project: Project;
  selected: Building | undefined;
  onSelect: (building: Building) => void;
  /** undefined for those who may only look. */
  onEdit: ((building: Building) => void) | undefined;
  mayImport: boolean;
};

/** Every building with the facts on which its release depends, and whether it can be released. */
export function BuildingsTable({ project, selected, onSelect, onEdit, mayImport }: BuildingsTableProps) {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const columns = useColumns(project, onEdit);
  return (
    <DataTable
      id="buildings"
      label={t('buildings.title')}
      columns={columns}
      rows={project.buildings}
      rowKey={({ id }) => id}
      selectedKey={selected?.id}
      onSelect={onSelect}
      {...(onEdit === undefined ? {} : { onOpen: onEdit })}
      empty={
        <EmptyState
          title={t('buildings.empty')}
          text={t('buildings.emptyText')}
          action={
            mayImport && (
              <Button onClick={() => void navigate({ to: '/sales/import' as string })}>{t('buildings.import')}</Button>
            )
          }
        />
      }
    />
  );
}

function useColumns(
  { permits }: Project,
  onEdit: ((building: Building) => void) | undefined,
): readonly Column<Building>[] {
  const { t } = useTranslation('projects');
  return useMemo(() => {
    const numberOf = ({ permitId }: Building) => permits.find(({ id }) => id === permitId)?.number;
    return [
      { id: 'name', header: t('buildings.name'), width: 92, value: ({ name }) => name, fixed: true },
      {
        id: 'permit',
        header: t('buildings.permit'),
        width: 184,
        value: numberOf,
        cell: (building) => numberOf(building) ?? <StatusBadge tone="plain">{t('buildings.noPermit')}</StatusBadge>,
      },
      {
        id: 'published',
        header: t('buildings.published'),
        width: 100,
        value: ({ pricesPublishedOn }) => pricesPublishedOn,
        cell: ({ pricesPublishedOn }) =>
          pricesPublishedOn === null ? (
            <StatusBadge tone="plain">{t('buildings.notPublished')}</StatusBadge>
          ) : (
            <DateText day={pricesPublishedOn} />
          ),
      },
      {
        id: 'mortgage',
        header: t('buildings.mortgage'),
        width: 96,
        value: ({ mortgaged }) => t(mortgaged ? 'buildings.mortgaged' : 'buildings.notMortgaged'),
      },
      {
        id: 'delivery',
        header: t('buildings.delivery'),
        kind: 'date',
        width: 100,
        value: ({ deliveryOn }) => deliveryOn,
      },
      { id: 'units', header: t('buildings.units'), kind: 'number', width: 56, value: ({ units }) => units },
      {
        id: 'unreleased',
        header: t('buildings.unreleased'),
        kind: 'number',
        width: 82,
        value: ({ unreleased }) => unreleased,
      },
      {
        id: 'release',
        header: t('buildings.release'),
        width: 158,
        value: ({ obstacles }) => obstacles.length,
        cell: (building) => <Release building={building} />,
      },
      ...editColumn({
        label: t('buildings.edit'),
        labelOf: ({ name }: Building) => t('buildings.editLabel', { name }),
        onEdit,
      }),
    ];
  }, [t, permits, onEdit]);
}

function Release({ building: { obstacles, unreleased } }: { building: Building }) {
  const { t } = useTranslation('projects');
  if (unreleased === 0) return <StatusBadge tone="plain">{t('buildings.allReleased')}</StatusBadge>;
  if (obstacles.length === 0) return <StatusBadge tone="ok">{t('buildings.ready')}</StatusBadge>;
  return <StatusBadge tone="seal">{t('buildings.obstacles', { count: obstacles.length })}</StatusBadge>;
}
