import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Section } from '#renderer/components/page.tsx';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import type { privacy } from '#shared/api/privacy.ts';

type Row = z.output<typeof privacy.kept.output>[number];

/** Whose data are only kept, and of whom nothing is deleted: by the number of the file alone. */
export function KeptSection() {
  const { t } = useTranslation('privacy');
  const navigate = useNavigate();
  const person = usePerson();
  const kept = useQuery(ask.privacy.kept({}));
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: 'file', header: t('due.file'), width: 110, value: ({ file }) => file, fixed: true },
      {
        id: 'why',
        header: t('kept.why'),
        width: 300,
        value: ({ restriction, holdReason }) =>
          [restriction === null ? '' : t(`restrictions.${restriction}`), holdReason]
            .filter((one) => one !== '')
            .join(' · '),
      },
      { id: 'since', header: t('kept.since'), kind: 'datetime', width: 150, value: ({ restrictedAt }) => restrictedAt },
      { id: 'class', header: t('due.class'), width: 140, value: (row) => t(`classes.${row.class}`) },
      { id: 'due', header: t('due.until'), kind: 'date', width: 120, value: ({ dueOn }) => dueOn },
      { id: 'papers', header: t('due.papers'), kind: 'date', width: 120, value: ({ papersUntil }) => papersUntil },
    ],
    [t],
  );
  return (
    <Section title={t('kept.title')} count={kept.data?.length} flush>
      <DataTable
        id="keptCustomers"
        label={t('kept.title')}
        columns={columns}
        rows={kept.data}
        rowKey={({ id }) => id}
        error={kept.error}
        onRetry={() => void kept.refetch()}
        {...(person.may('privacy.manage')
          ? { onOpen: ({ id }: Row) => void navigate({ to: `/reception/customers/${id}` as string }) }
          : {})}
        empty={<EmptyState title={t('kept.none')} />}
        dense
      />
    </Section>
  );
}
