import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { DateInput } from '#renderer/components/date-input.tsx';
import { FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import { addDays, localDateSchema } from '#shared/kernel/local-date.ts';
import { type SealUse, SealVoid, useSealWords } from '../components/seal-uses.tsx';

const addressSchema = z.object({
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  text: z.string().max(60).optional(),
});

/** The span that is shown unless another is chosen, in days. */
const USUAL_DAYS = 31;

/** The register of seals (用印登记): which copies bear which seal, what for, by whom; searched, exported and printed. */
export function SealsScreen() {
  const { t } = useTranslation('prints');
  const { t: common } = useTranslation('common');
  const navigate = useNavigate();
  const today = useToday();
  const [{ from = addDays(today, 1 - USUAL_DAYS), to = today, text = '' }, change] = useAddressState(addressSchema);
  const list = useQuery(ask.seals.list({ from, to }));
  const columns = useColumns();
  const wanted = text.trim().toLowerCase();
  const rows = list.data?.filter((row) =>
    columns.some(({ value }) =>
      String(value?.(row) ?? '')
        .toLowerCase()
        .includes(wanted),
    ),
  );
  return (
    <Page header={<PageHeader title={t('seals.title')} sub={t('seals.sub')} />}>
      <DataTable
        id="sealUses"
        label={t('seals.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ documentId }) => void navigate({ to: `/contracts/documents/${documentId}` as string })}
        error={list.error}
        onRetry={() => void list.refetch()}
        filters={
          <FilterRow>
            <SearchField
              label={t('seals.search')}
              value={text}
              onChange={(typed) => change({ text: typed || undefined }, { replace: true })}
              width={240}
            />
            <DateInput
              size="xs"
              label={undefined}
              aria-label={t('seals.from')}
              value={from}
              to={to}
              onChange={(day) => change({ from: day ?? undefined })}
            />
            <DateInput
              size="xs"
              label={undefined}
              aria-label={t('seals.to')}
              value={to}
              from={from}
              onChange={(day) => change({ to: day ?? undefined })}
            />
          </FilterRow>
        }
        summary={rows && t('seals.rows', { count: rows.length })}
        exports={{
          list: 'sealUses',
          title: t('seals.title'),
          scope: 'all',
          filter: { from, to },
          searched: text !== '',
          paper: { title: t('seals.paperTitle', { from, to }), countBy: 'seal' },
        }}
        empty={
          text === '' ? (
            <EmptyState title={t('seals.empty')} text={t('seals.emptyText')} />
          ) : (
            <EmptyState title={common('emptyFiltered')} />
          )
        }
        fill
      />
    </Page>
  );
}

function useColumns(): readonly Column<SealUse>[] {
  const { t } = useTranslation('prints');
  const { t: documents } = useTranslation('documents');
  const words = useSealWords();
  return useMemo(
    () => [
      {
        id: 'sealedOn',
        header: t('seals.on'),
        kind: 'date',
        width: 108,
        value: ({ sealedOn }) => sealedOn,
        fixed: true,
      },
      { id: 'number', header: t('number'), width: 148, value: ({ number }) => number },
      { id: 'paper', header: t('paper'), width: 190, value: ({ kind }) => documents(`kinds.${kind}`) },
      { id: 'seal', header: t('seals.seal'), width: 130, value: ({ seal }) => documents(`seals.${seal}`) },
      { id: 'copies', header: t('copiesColumn'), width: 110, value: words.copies },
      { id: 'purpose', header: t('seals.purpose'), value: ({ purpose }) => purpose },
      { id: 'keeper', header: t('seals.keeper'), kind: 'person', width: 84, value: ({ keeper }) => keeper },
      { id: 'broughtBy', header: t('seals.broughtBy'), kind: 'person', width: 84, value: ({ broughtBy }) => broughtBy },
      { id: 'state', header: t('seals.note'), width: 140, value: words.note },
      { id: 'acts', header: '', width: 84, cell: (row) => <SealVoid use={row} /> },
    ],
    [t, documents, words],
  );
}
