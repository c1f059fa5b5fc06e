import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Section } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { privacy } from '#shared/api/privacy.ts';
import styles from './privacy.module.css';

type Row = z.output<typeof privacy.mine.output>['counts'][number];

/** What the reader has read of customers today, against the limits above which others are told. */
export function OwnReading() {
  const { t } = useTranslation('privacy');
  const mine = useQuery({ ...ask.privacy.mine({}), refetchInterval: 30_000 });
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: 'window', header: t('mine.when'), width: 140, value: ({ window }) => t(`windows.${window}`) },
      { id: 'what', header: t('mine.what'), width: 260, value: ({ measure }) => t(`reading.${measure}`), fixed: true },
      { id: 'count', header: t('mine.count'), kind: 'number', width: 90, value: ({ count }) => count },
      { id: 'limit', header: t('mine.limit'), kind: 'number', width: 90, value: ({ limit }) => limit },
      {
        id: 'above',
        header: '',
        width: 120,
        value: ({ count, limit }) => (count > limit ? t('mine.above') : ''),
        cell: ({ count, limit }) => count > limit && <StatusBadge tone="seal">{t('mine.above')}</StatusBadge>,
      },
    ],
    [t],
  );
  return (
    <Section title={t('mine.title')} flush>
      <p className={styles.lead}>{t('mine.text')}</p>
      <DataTable
        id="ownReading"
        label={t('mine.title')}
        columns={columns}
        rows={mine.data?.counts}
        rowKey={({ measure, window }) => `${measure} ${window}`}
        error={mine.error}
        onRetry={() => void mine.refetch()}
        empty={t('mine.none')}
        dense
      />
    </Section>
  );
}
