import { Button } from '@mantine/core';
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
import { PaperBatchButton } from '#renderer/components/paper-batch.tsx';
import { SavedViews } from '#renderer/components/saved-views.tsx';
import { ScopeSwitch } from '#renderer/components/scope-switch.tsx';
import { DueSignal } from '#renderer/components/signal.tsx';
import { useLongRows } from '#renderer/components/use-long-rows.ts';
import { useTicked } from '#renderer/components/use-ticked.ts';
import { Money } from '#renderer/components/values.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import { useSearchText } from '#renderer/lib/search-text.ts';
import { subscriptionColumns } from '#shared/api/subscription-views.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { SubscriptionBadge, useSubscriptionState } from '../components/subscription-state.tsx';
import styles from './subscriptions.module.css';

type Row = z.output<typeof subscriptions.list.output>['rows'][number];

const addressSchema = z.object({
  scope: z.enum(['mine', 'all']).optional(),
  state: z.enum(subscriptionStates).optional(),
  text: z.string().max(60).optional(),
});

/** Subscriptions whose day to sign still counts. */
const openStates: readonly Row['state'][] = ['draft', 'inReview', 'approved', 'depositComplete'];

/** Every subscription that a person may see, with its sums. */
export function SubscriptionsScreen() {
  const { t } = useTranslation('subscriptions');
  const { t: common } = useTranslation('common');
  const navigate = useNavigate();
  const [{ scope, state, text = '' }, change] = useAddressState(addressSchema);
  const [typed, setTyped] = useSearchText(text, (kept) => change({ text: kept || undefined }, { replace: true }));
  const session = useQuery(ask.session.current({}));
  const permissions = session.data?.state === 'open' ? session.data.person.permissions : [];
  const seesAll = session.data?.state === 'open' && session.data.person.scopes.subscriptions !== 'own';
  const shownScope = seesAll ? (scope ?? 'all') : 'mine';
  const {
    first: list,
    rows,
    long,
  } = useLongRows('subscriptions', subscriptionColumns, (part) =>
    ask.subscriptions.list({ scope: shownScope, state: state ?? null, text, ...part }),
  );
  const [ticked, onCheck] = useTicked(rows, long);
  const columns = useColumns(list.data?.sums);
  const filtered = state !== undefined || text !== '';
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          actions={
            <>
              <PaperBatchButton noun="subscriptions" ticked={ticked} />
              {permissions.includes('subscriptions.write') && (
                <Button variant="default" onClick={() => void navigate({ to: '/sales/board' as string })}>
                  {t('toBoard')}
                </Button>
              )}
            </>
          }
        />
      }
    >
      <DataTable
        id="subscriptions"
        label={t('title')}
        columns={columns}
        rows={rows}
        long={long}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/contracts/subscriptions/${id}` as string })}
        checkedKeys={ticked.map(({ id }) => id)}
        onCheck={onCheck}
        error={list.error}
        onRetry={() => void list.refetch()}
        filters={
          <FilterRow>
            {seesAll && <ScopeSwitch value={shownScope} onChange={(next) => change({ scope: next })} />}
            <SearchField label={t('search')} value={typed} onChange={setTyped} width={200} />
            <StateChips counts={list.data?.counts ?? {}} state={state} onState={(next) => change({ state: next })} />
            <SavedViews
              id="subscriptions"
              address={{ scope, state, text }}
              onChoose={(chosen, options) => change(addressSchema.safeParse(chosen).data ?? {}, options)}
            />
          </FilterRow>
        }
        summary={
          ticked.length > 0
            ? t('checked', {
                count: ticked.length,
                priceFen: sumFen(ticked.map(({ price }) => price)),
                receivedFen: sumFen(ticked.map(({ depositReceived }) => depositReceived)),
              })
            : list.data &&
              t(list.data.ended > 0 ? 'rowsEnded' : 'rows', { count: list.data.total, ended: list.data.ended })
        }
        exports={{
          list: 'subscriptions',
          title: t('exportTitle'),
          scope: shownScope,
          filter: { state },
          searched: text !== '',
        }}
        empty={
          filtered ? (
            <EmptyState
              title={common('emptyFiltered')}
              action={
                <Button variant="default" onClick={() => change({ state: undefined, text: undefined })}>
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

type StateChipsProps = {
  counts: Partial<Record<Row['state'], number>>;
  state: Row['state'] | undefined;
  onState: (state: Row['state'] | undefined) => void;
};

/** The states that occur, with their counts; the pressed one is kept. */
function StateChips({ counts, state, onState }: StateChipsProps) {
  const { t } = useTranslation('subscriptions');
  const nameOf = useSubscriptionState();
  const chips = subscriptionStates
    .map((one) => ({ key: one, label: nameOf(one), count: counts[one] ?? 0 }))
    .filter(({ key, count }) => count > 0 || key === state);
  return (
    <FilterChips
      label={t('stateFilter')}
      chips={chips}
      active={state === undefined ? [] : [state]}
      onToggle={(key) => onState(key === state ? undefined : key)}
    />
  );
}

type Sums = z.output<typeof subscriptions.list.output>['sums'];

function useColumns(sums: Sums | undefined): readonly Column<Row>[] {
  const { t } = useTranslation('subscriptions');
  const nameOf = useSubscriptionState();
  return useMemo(
    () => [
      { id: 'number', header: t('number'), width: 124, value: ({ number }) => number, fixed: true, foot: t('sum') },
      { id: 'unit', header: t('unit'), width: 104, value: ({ unit }) => unit },
      { id: 'buyers', header: t('buyers'), kind: 'person', width: 120, value: ({ buyers }) => buyers },
      {
        id: 'state',
        header: t('state'),
        width: 142,
        value: ({ state }) => nameOf(state),
        cell: ({ state }) => <SubscriptionBadge state={state} />,
      },
      {
        id: 'consultant',
        header: t('consultant'),
        kind: 'person',
        width: 92,
        value: ({ consultant }) => consultant.name,
      },
      {
        id: 'subscribedOn',
        header: t('subscribedOn'),
        kind: 'date',
        width: 98,
        value: ({ subscribedOn }) => subscribedOn,
      },
      {
        id: 'signBy',
        header: t('signBy'),
        kind: 'date',
        width: 164,
        value: ({ signBy }) => signBy,
        cell: ({ signBy, state }) => (
          <span className={styles.due}>
            {signBy}
            {openStates.includes(state) && <DueSignal dueOn={signBy} soonDays={2} />}
          </span>
        ),
      },
      {
        id: 'price',
        header: t('price'),
        kind: 'money',
        width: 136,
        value: ({ price }) => price,
        foot: <Money value={sums?.price ?? null} />,
      },
      {
        id: 'depositDue',
        header: t('depositDue'),
        kind: 'money',
        width: 120,
        value: ({ depositDue }) => depositDue,
        foot: <Money value={sums?.depositDue ?? null} />,
      },
      {
        id: 'depositReceived',
        header: t('depositReceived'),
        kind: 'money',
        width: 138,
        value: ({ depositReceived }) => depositReceived,
        foot: <Money value={sums?.depositReceived ?? null} />,
      },
    ],
    [t, nameOf, sums],
  );
}
