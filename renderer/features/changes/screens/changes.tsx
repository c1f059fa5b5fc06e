import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterChips, FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { SavedViews } from '#renderer/components/saved-views.tsx';
import { ScopeSwitch } from '#renderer/components/scope-switch.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { useLongRows } from '#renderer/components/use-long-rows.ts';
import { DateTimeText } from '#renderer/components/values.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import { useSearchText } from '#renderer/lib/search-text.ts';
import { changeColumns } from '#shared/api/changes.ts';
import { changeKinds, changeStates } from '#shared/domain/changes/kinds.ts';
import { type ChangeRow, changeTones } from '../change-words.ts';

const addressSchema = z.object({
  scope: z.enum(['mine', 'all']).optional(),
  state: z.enum(changeStates).optional(),
  kind: z.enum(changeKinds).optional(),
  text: z.string().max(60).optional(),
});

/** Every change of a deal that a person may see. */
export function ChangesScreen() {
  const { t } = useTranslation('changes');
  const { t: common } = useTranslation('common');
  const navigate = useNavigate();
  const [{ scope, state, kind, text = '' }, change] = useAddressState(addressSchema);
  const [typed, setTyped] = useSearchText(text, (kept) => change({ text: kept || undefined }, { replace: true }));
  const session = useQuery(ask.session.current({}));
  const seesAll = session.data?.state === 'open' && session.data.person.scopes.subscriptions !== 'own';
  const shownScope = seesAll ? (scope ?? 'all') : 'mine';
  const {
    first: list,
    rows,
    long,
  } = useLongRows('changes', changeColumns, (part) =>
    ask.changes.list({ scope: shownScope, state: state ?? null, kind: kind ?? null, text, ...part }),
  );
  const columns = useColumns();
  const counts = list.data?.counts ?? {};
  const states = changeStates.filter((one) => (counts[one] ?? 0) > 0 || one === state);
  const filtered = state !== undefined || kind !== undefined || text !== '';
  return (
    <Page header={<PageHeader title={t('title')} sub={t('sub')} />}>
      <DataTable
        id="changes"
        label={t('title')}
        columns={columns}
        rows={rows}
        long={long}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/contracts/changes/${id}` as string })}
        error={list.error}
        onRetry={() => void list.refetch()}
        filters={
          <FilterRow>
            {seesAll && <ScopeSwitch value={shownScope} onChange={(next) => change({ scope: next })} />}
            <SearchField label={t('search')} value={typed} onChange={setTyped} width={240} />
            <FilterChips
              label={t('stateFilter')}
              chips={states.map((one) => ({ key: one, label: t(`states.${one}`), count: counts[one] ?? 0 }))}
              active={state === undefined ? [] : [state]}
              onToggle={(key) => change({ state: key === state ? undefined : key })}
            />
            <Select
              size="xs"
              aria-label={t('kindFilter')}
              placeholder={t('kindFilter')}
              data={changeKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
              value={kind ?? null}
              clearable
              w={150}
              onChange={(chosen) => change({ kind: changeKinds.find((one) => one === chosen) })}
            />
            <SavedViews
              id="changes"
              address={{ scope, state, kind, text }}
              onChoose={(chosen, options) => change(addressSchema.safeParse(chosen).data ?? {}, options)}
            />
          </FilterRow>
        }
        summary={list.data && t('rows', { count: list.data.total })}
        exports={{
          list: 'changes',
          title: t('exportTitle'),
          scope: shownScope,
          filter: { state, kind },
          searched: text !== '',
        }}
        empty={
          filtered ? (
            <EmptyState
              title={common('emptyFiltered')}
              action={
                <Button
                  variant="default"
                  onClick={() => change({ state: undefined, kind: undefined, text: undefined })}
                >
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
    </Page>
  );
}

function useColumns(): readonly Column<ChangeRow>[] {
  const { t } = useTranslation('changes');
  const { t: labels } = useTranslation('labels');
  return useMemo(
    () => [
      { id: 'number', header: t('number'), width: 124, value: ({ number }) => number, fixed: true },
      { id: 'kind', header: t('kind'), width: 148, value: ({ kind }) => t(`kinds.${kind}`) },
      { id: 'reason', header: t('reason'), width: 168, value: ({ reason }) => reason },
      { id: 'deal', header: t('deal'), width: 124, value: ({ deal }) => deal },
      { id: 'unit', header: t('unit'), width: 104, value: ({ unit }) => unit },
      { id: 'buyers', header: t('buyers'), kind: 'person', width: 140, value: ({ buyers }) => buyers },
      {
        id: 'state',
        header: t('state'),
        width: 190,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state, requiredPost }) => (
          <>
            <StatusBadge tone={changeTones[state]}>{t(`states.${state}`)}</StatusBadge>
            {requiredPost !== null && ` ${t('waitsFor', { post: labels(`posts.${requiredPost}`) })}`}
          </>
        ),
      },
      { id: 'requester', header: t('requester'), kind: 'person', width: 96, value: (row) => row.requestedBy.name },
      {
        id: 'requestedAt',
        header: t('requestedAt'),
        kind: 'date',
        width: 132,
        value: ({ requestedAt }) => requestedAt,
        cell: ({ requestedAt }) => <DateTimeText at={requestedAt} short />,
      },
    ],
    [t, labels],
  );
}
