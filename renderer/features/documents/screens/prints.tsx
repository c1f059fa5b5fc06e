import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterChips, FilterRow } from '#renderer/components/filters.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import type { prints as printsApi } from '#shared/api/prints.ts';
import { useReprintWords } from '../components/earlier-copies.tsx';
import { PrintActs, useCopiesText } from '../components/print-acts.tsx';
import { printTones, useFailureText } from '../components/print-history.tsx';

type Job = z.output<(typeof printsApi)['list']['output']>['jobs'][number];

const scopes = ['open', 'all'] as const;
const addressSchema = z.object({ scope: z.enum(scopes).optional() });
const MOST_SHOWN = 500;

/** The print jobs of the office: what waits, what must be looked at, what failed, and what came out before. */
export function PrintsScreen() {
  const { t } = useTranslation('prints');
  const navigate = useNavigate();
  const [{ scope = 'open' }, change] = useAddressState(addressSchema);
  const list = useQuery(ask.prints.list({ scope, limit: MOST_SHOWN }));
  const columns = useColumns();
  const jobs = list.data?.jobs;
  return (
    <Page header={<PageHeader title={t('title')} sub={t('sub')} />}>
      <DataTable
        id="prints"
        label={t('title')}
        columns={columns}
        rows={jobs}
        rowKey={({ id }) => id}
        onOpen={({ documentId }) => void navigate({ to: `/contracts/documents/${documentId}` as string })}
        error={list.error}
        onRetry={() => void list.refetch()}
        filters={
          <FilterRow>
            <FilterChips
              label={t('scope')}
              chips={scopes.map((one) => ({ key: one, label: t(`scopes.${one}`) }))}
              active={[scope]}
              onToggle={(key) => change({ scope: key === 'all' ? 'all' : undefined })}
            />
          </FilterRow>
        }
        summary={
          jobs && (
            <>
              {t('rows', { count: jobs.length })}
              {list.data?.more === true && ` · ${t('more', { count: MOST_SHOWN })}`}
            </>
          )
        }
        exports={{
          list: 'prints',
          title: t('title'),
          scope: 'all',
          filter: { open: scope === 'open' },
          searched: false,
          paper: { title: t('title'), countBy: 'state' },
        }}
        empty={
          scope === 'open' ? (
            <EmptyState title={t('empty')} text={t('emptyText')} />
          ) : (
            <EmptyState title={t('emptyAll')} />
          )
        }
        fill
      />
    </Page>
  );
}

function useColumns(): readonly Column<Job>[] {
  const { t } = useTranslation('prints');
  const { t: documents } = useTranslation('documents');
  const copiesText = useCopiesText();
  const failureText = useFailureText();
  const reprintWords = useReprintWords();
  return useMemo(() => {
    const outcome = (job: Job) =>
      [
        ...(job.failure === '' ? [] : [failureText(job, job.printer)]),
        ...reprintWords(job.said),
        ...job.spoiled.map(({ copy, reason }) => t('spoiledLine', { copy, reason })),
        ...(job.confirmedBy === '' ? [] : [t('confirmedBy', { name: job.confirmedBy })]),
      ].join('；');
    return [
      { id: 'number', header: t('number'), width: 148, value: ({ number }) => number, fixed: true },
      { id: 'paper', header: t('paper'), width: 190, value: ({ kind }) => documents(`kinds.${kind}`) },
      {
        id: 'copies',
        header: t('copiesColumn'),
        width: 120,
        value: (job) => (job.reprint ? `${copiesText(job)} ${t('reprint')}` : copiesText(job)),
      },
      {
        id: 'state',
        header: t('state'),
        width: 104,
        value: ({ state }) => documents(`printStates.${state}`),
        cell: ({ state }) => <StatusBadge tone={printTones[state]}>{documents(`printStates.${state}`)}</StatusBadge>,
      },
      {
        id: 'acts',
        header: t('acts'),
        width: 238,
        cell: (job) => <PrintActs job={job} />,
      },
      { id: 'operator', header: t('who'), kind: 'person', width: 84, value: ({ operator }) => operator },
      { id: 'printer', header: t('printer'), width: 130, value: ({ printer }) => printer },
      { id: 'terminal', header: t('where'), width: 110, hidden: true, value: ({ terminal }) => terminal },
      {
        id: 'ordered',
        header: t('ordered'),
        kind: 'datetime',
        width: 124,
        value: ({ queuedAt }) => queuedAt,
        cell: ({ queuedAt }) => <DateTimeText at={queuedAt} short />,
      },
      { id: 'outcome', header: t('outcome'), value: outcome },
    ];
  }, [t, documents, copiesText, failureText, reprintWords]);
}
