import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterChips, FilterRow } from '#renderer/components/filters.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { Signal, StatusBadge } from '#renderer/components/signal.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import { numberSeries, numberStates, type PooledNumber } from '#shared/domain/documents/numbers.ts';

const addressSchema = z.object({
  series: z.enum(numberSeries).optional(),
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  state: z.enum(numberStates).optional(),
});

const tones = { standing: 'ok', ended: 'plain', before: 'plain', missing: 'seal' } as const;

/** The numbers of a year (号池): how far each series is, and what became of every number, so that no gap is without a word. */
export function NumbersScreen() {
  const { t } = useTranslation('prints');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const [{ series, year = Number(today.slice(0, 4)), state }, change] = useAddressState(addressSchema);
  const pool = useQuery(ask.prints.series({ year }));
  const shown = series ?? pool.data?.series[0]?.series;
  const numbers = useQuery({
    ...ask.prints.numbers({ series: shown ?? 'HT', year }),
    enabled: shown !== undefined,
  });
  const columns = useColumns();
  const facts = pool.data?.series.find((one) => one.series === shown);
  const paperOf = (of: typeof facts & {}) => ({
    title: t('numbers.paperTitle', { series: t(`numbers.names.${of.series}`), year: String(year) }),
    countBy: 'state',
  });
  const rows = shown === undefined && pool.isSuccess ? [] : numbers.data;
  const years = [...new Set([...(pool.data?.years ?? []), year])].sort((one, other) => other - one);
  return (
    <Page
      header={
        <PageHeader title={t('numbers.title')} state={facts && <Standing facts={facts} />} sub={t('numbers.sub')} />
      }
    >
      <DataTable
        id="paperNumbers"
        label={t('numbers.title')}
        columns={columns}
        rows={rows?.filter((one) => state === undefined || one.state === state)}
        rowKey={({ number }) => number}
        error={pool.error ?? numbers.error}
        onRetry={() => void Promise.all([pool.refetch(), numbers.refetch()])}
        filters={
          <FilterRow>
            <Select
              size="xs"
              aria-label={t('numbers.year')}
              data={years.map(String)}
              value={String(year)}
              w={90}
              allowDeselect={false}
              onChange={(chosen) => change({ year: chosen === null ? undefined : Number(chosen) })}
            />
            <FilterChips
              label={t('numbers.series')}
              chips={(pool.data?.series ?? []).map((one) => ({
                key: one.series,
                label: t(`numbers.names.${one.series}`),
                count: one.last,
              }))}
              active={shown === undefined ? [] : [shown]}
              onToggle={(key) => change({ series: numberSeries.find((one) => one === key) })}
            />
            <Select
              size="xs"
              aria-label={t('state')}
              placeholder={t('state')}
              data={numberStates.map((one) => ({
                value: one,
                label: facts === undefined ? t(`numbers.states.${one}`) : `${t(`numbers.states.${one}`)} ${facts[one]}`,
              }))}
              value={state ?? null}
              clearable
              w={150}
              onChange={(chosen) => change({ state: numberStates.find((one) => one === chosen) })}
            />
          </FilterRow>
        }
        exports={{
          list: 'paperNumbers',
          title: t('numbers.title'),
          scope: 'all',
          filter: { ...(shown === undefined ? {} : { series: shown }), year },
          searched: false,
          ...(facts && { paper: paperOf(facts) }),
        }}
        empty={
          state === undefined ? (
            <EmptyState title={t('numbers.empty')} />
          ) : (
            <EmptyState title={common('emptyFiltered')} />
          )
        }
        fill
      />
    </Page>
  );
}

/** The next number of a series, and whether one is missing that nobody explains. */
function Standing({ facts }: { readonly facts: { readonly next: string; readonly missing: number } }) {
  const { t } = useTranslation('prints');
  const { next, missing } = facts;
  return (
    <Signal tone={missing > 0 ? 'seal' : 'ok'}>
      {missing > 0 ? t('numbers.factsMissing', { next, count: missing }) : t('numbers.facts', { next })}
    </Signal>
  );
}

function useColumns(): readonly Column<PooledNumber>[] {
  const { t } = useTranslation('prints');
  return useMemo(
    () => [
      { id: 'number', header: t('number'), width: 180, value: ({ number }) => number, fixed: true },
      {
        id: 'state',
        header: t('state'),
        width: 180,
        value: ({ state }) => t(`numbers.states.${state}`),
        cell: ({ state }) => <StatusBadge tone={tones[state]}>{t(`numbers.states.${state}`)}</StatusBadge>,
      },
      { id: 'reason', header: t('numbers.reason'), value: ({ reason }) => reason },
    ],
    [t],
  );
}
