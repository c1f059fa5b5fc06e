import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { DueSignal, StatusBadge } from '#renderer/components/signal.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { daysBetween } from '#shared/kernel/local-date.ts';
import { editColumn } from './edit-column.tsx';
import type { Permit } from './project-types.ts';

/** Days before its end from which a certificate is called to mind: a renewal takes that long. */
const SOON_DAYS = 60;

type PermitsTableProps = {
  permits: readonly Permit[];
  onEdit: ((permit: Permit) => void) | undefined;
  onScans: (permit: Permit) => void;
};

/** The certificates of the project, what they cover and whether they hold today. */
export function PermitsTable({ permits, onEdit, onScans }: PermitsTableProps) {
  const { t } = useTranslation('projects');
  const { t: labels } = useTranslation('labels');
  const language = useLanguage();
  const columns = useMemo<Column<Permit>[]>(() => {
    const earlierText = (names: readonly string[]) =>
      names.length === 0 ? '' : t('permits.earlier', { names: joinWords(names, language) });
    return [
      { id: 'kind', header: t('permits.kind'), width: 206, value: ({ kind }) => labels(`permitKinds.${kind}`) },
      { id: 'number', header: t('permits.number'), width: 209, value: ({ number }) => number },
      {
        id: 'buildings',
        header: t('permits.covers'),
        width: 118,
        value: ({ buildings, earlier }) =>
          [joinWords(buildings, language), earlierText(earlier)].filter((part) => part !== '').join(' · '),
        cell: ({ buildings, earlier }) => (
          <>
            {joinWords(buildings, language)}
            {earlier.length > 0 && <small> {earlierText(earlier)}</small>}
          </>
        ),
      },
      { id: 'issuedOn', header: t('permits.issuedOn'), kind: 'date', width: 88, value: ({ issuedOn }) => issuedOn },
      {
        id: 'validTo',
        header: t('permits.validTo'),
        width: 88,
        value: ({ validTo }) => validTo ?? t('permits.noEnd'),
      },
      {
        id: 'state',
        header: t('permits.state'),
        width: 92,
        sortable: false,
        cell: (permit) => <Validity permit={permit} />,
      },
      {
        id: 'scans',
        header: t('permits.scans'),
        width: 72,
        value: ({ scans }) => scans,
        cell: (permit) => <Scans permit={permit} mayAttach={onEdit !== undefined} onScans={onScans} />,
      },
      ...editColumn({
        label: t('permits.edit'),
        labelOf: ({ number }: Permit) => t('permits.editLabel', { number }),
        onEdit,
      }),
    ];
  }, [t, labels, language, onEdit, onScans]);
  return (
    <DataTable
      label={t('permits.title')}
      columns={columns}
      rows={permits}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('permits.empty')} text={t('permits.emptyText')} />}
    />
  );
}

type ScansProps = { permit: Permit; mayAttach: boolean; onScans: (permit: Permit) => void };

function Scans({ permit, mayAttach, onScans }: ScansProps) {
  const { t } = useTranslation('projects');
  if (permit.scans === 0 && !mayAttach) return t('permits.scansNone');
  const text = permit.scans === 0 ? t('permits.scansAdd') : t('permits.scanned', { count: permit.scans });
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={t('permits.scansLabel', { text, number: permit.number })}
      onClick={() => onScans(permit)}
    >
      {text}
    </Button>
  );
}

function Validity({ permit: { issuedOn, validTo } }: { permit: Permit }) {
  const { t } = useTranslation('projects');
  const today = useToday();
  if (issuedOn > today) return <StatusBadge tone="amber">{t('permits.future')}</StatusBadge>;
  if (validTo !== null && validTo < today) return <StatusBadge tone="seal">{t('permits.expired')}</StatusBadge>;
  if (validTo !== null && daysBetween(today, validTo) <= SOON_DAYS)
    return <DueSignal dueOn={validTo} soonDays={SOON_DAYS} />;
  return <StatusBadge tone="ok">{t('permits.valid')}</StatusBadge>;
}
