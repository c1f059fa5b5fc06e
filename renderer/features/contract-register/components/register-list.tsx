import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterChips, FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { useLongRows } from '#renderer/components/use-long-rows.ts';
import { Money } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import { useSearchText } from '#renderer/lib/search-text.ts';
import { type contractRegister, registerColumns } from '#shared/api/contract-register.ts';
import type { RegisterGroup } from '#shared/domain/contract-register/kinds.ts';
import type { Fen } from '#shared/kernel/money.ts';
import styles from './register.module.css';
import { RegisterState, useRegisterStateWord } from './register-state.tsx';
import { RenewalSignal } from './renewal-signal.tsx';

type Row = z.output<typeof contractRegister.list.output>['rows'][number];

type RegisterListProps = {
  group: RegisterGroup;
  text: string;
  onChange: (next: { group?: RegisterGroup; text?: string | undefined }, options?: { replace?: boolean }) => void;
  onOpenAgreement: (agreementId: number) => void;
};

/** Every contract of the department that a person may see, as one book. */
export function RegisterList({ group, text, onChange, onOpenAgreement }: RegisterListProps) {
  const { t } = useTranslation('register');
  const { t: common } = useTranslation('common');
  const navigate = useNavigate();
  const [typed, setTyped] = useSearchText(text, (kept) => onChange({ text: kept || undefined }, { replace: true }));
  const {
    first: list,
    rows,
    long,
  } = useLongRows('contract-register', registerColumns, (part) => ask.contractRegister.list({ group, text, ...part }));
  const columns = useRegisterColumns(list.data?.amount);
  const seesPartners = list.data?.can['partners'] === true;
  return (
    <DataTable
      id="contract-register"
      label={t('title')}
      columns={columns}
      rows={rows}
      long={long}
      rowKey={({ key }) => key}
      onOpen={({ id, state }) =>
        state.noun === 'partnerAgreements'
          ? onOpenAgreement(id)
          : void navigate({ to: `/contracts/${state.noun}/${id}` as string })
      }
      error={list.error}
      onRetry={() => void list.refetch()}
      filters={
        <FilterRow>
          <SearchField label={t('search')} value={typed} onChange={setTyped} width={220} />
          {seesPartners && (
            <FilterChips
              label={t('groups.label')}
              chips={(['sale', 'partner'] as const).map((one) => ({
                key: one,
                label: t(`groups.${one}`),
                count: list.data?.counts[one] ?? 0,
              }))}
              active={group === 'all' ? [] : [group]}
              onToggle={(next) => onChange({ group: next === group ? 'all' : next })}
            />
          )}
        </FilterRow>
      }
      summary={list.data && t('rows', { count: list.data.total })}
      exports={{
        list: 'contractRegister',
        title: t('exportTitle'),
        scope: 'all',
        filter: { group },
        searched: text !== '',
      }}
      empty={
        group !== 'all' || text !== '' ? (
          <EmptyState
            title={common('emptyFiltered')}
            action={
              <Button variant="default" onClick={() => onChange({ group: 'all', text: undefined })}>
                {common('clearFilters')}
              </Button>
            }
          />
        ) : (
          <EmptyState title={t('empty')} text={t('emptyText')} />
        )
      }
      fill
    />
  );
}

function useRegisterColumns(amount: Fen | undefined): readonly Column<Row>[] {
  const { t } = useTranslation('register');
  const wordOf = useRegisterStateWord();
  return useMemo(
    (): readonly Column<Row>[] => [
      { id: 'number', header: t('number'), width: 122, value: ({ number }) => number, fixed: true, foot: t('sum') },
      { id: 'kind', header: t('kind'), width: 112, value: ({ kind }) => t(`kinds.${kind}`) },
      { id: 'party', header: t('party'), kind: 'person', value: ({ party }) => party },
      { id: 'about', header: t('about'), value: ({ about }) => about },
      {
        id: 'state',
        header: t('state'),
        width: 118,
        value: ({ state }) => wordOf(state),
        cell: ({ state }) => <RegisterState state={state} />,
      },
      { id: 'signedOn', header: t('signedOn'), kind: 'date', width: 92, value: ({ signedOn }) => signedOn },
      {
        id: 'until',
        header: t('until'),
        kind: 'date',
        width: 156,
        value: ({ until }) => until,
        cell: ({ until, daysLeft }) => (
          <span className={styles.until}>
            {until}
            {daysLeft !== null && <RenewalSignal daysLeft={daysLeft} />}
          </span>
        ),
      },
      {
        id: 'amount',
        header: t('amount'),
        kind: 'money',
        width: 124,
        value: ({ state, amount: own }) => (state.noun === 'agreements' ? null : own),
        foot: <Money value={amount ?? null} />,
      },
      {
        id: 'filingNumber',
        header: t('filingNumber'),
        width: 146,
        value: ({ filingNumber }) => filingNumber,
        sortable: false,
      },
      {
        id: 'copies',
        header: t('copies'),
        kind: 'number',
        width: 80,
        value: ({ copies }) => (copies === 0 ? null : copies),
        sortable: false,
      },
      { id: 'boxes', header: t('boxes'), width: 108, value: ({ boxes }) => boxes, sortable: false },
    ],
    [t, wordOf, amount],
  );
}
