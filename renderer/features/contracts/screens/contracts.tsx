import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { PaperBatchButton } from '#renderer/components/paper-batch.tsx';
import { SavedViews } from '#renderer/components/saved-views.tsx';
import { ScopeSwitch } from '#renderer/components/scope-switch.tsx';
import { useLongRows } from '#renderer/components/use-long-rows.ts';
import { useTicked } from '#renderer/components/use-ticked.ts';
import { ViewFilters } from '#renderer/components/view-filters.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import { useSearchText } from '#renderer/lib/search-text.ts';
import { contractColumns } from '#shared/api/contracts.ts';
import { contractViews } from '#shared/domain/contracts/views.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { useContractColumns } from '../hooks/use-contract-columns.tsx';

const addressSchema = z.object({
  scope: z.enum(['mine', 'all']).optional(),
  view: z.enum(contractViews).optional(),
  text: z.string().max(60).optional(),
});

/** What contracts wait for is shown even where nothing waits. */
const unendedViews = contractViews.filter((view) => view !== 'ended');

/** Every contract that a person may see, by what it waits for, with its sums. */
export function ContractsScreen() {
  const { t } = useTranslation('contracts');
  const { t: common } = useTranslation('common');
  const navigate = useNavigate();
  const [{ scope, view = 'all', text = '' }, change] = useAddressState(addressSchema);
  const [typed, setTyped] = useSearchText(text, (kept) => change({ text: kept || undefined }, { replace: true }));
  const session = useQuery(ask.session.current({}));
  const seesAll = session.data?.state === 'open' && session.data.person.scopes.contracts !== 'own';
  const shownScope = seesAll ? (scope ?? 'all') : 'mine';
  const {
    first: list,
    rows,
    long,
  } = useLongRows('contracts', contractColumns, (part) =>
    ask.contracts.list({ scope: shownScope, states: null, text, view, ...part }),
  );
  const [ticked, onCheck] = useTicked(rows, long);
  const columns = useContractColumns(list.data?.sums);
  return (
    <Page
      header={
        <PageHeader title={t('title')} sub={t('sub')} actions={<PaperBatchButton noun="contracts" ticked={ticked} />} />
      }
    >
      <DataTable
        id="contracts"
        label={t('title')}
        columns={columns}
        rows={rows}
        long={long}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/contracts/contracts/${id}` as string })}
        checkedKeys={ticked.map(({ id }) => id)}
        onCheck={onCheck}
        error={list.error}
        onRetry={() => void list.refetch()}
        filters={
          <ViewFilters
            search={t('search')}
            typed={typed}
            onType={setTyped}
            label={t('views.label')}
            nameOf={(one) => t(`views.${one}`)}
            views={contractViews}
            view={view}
            counts={list.data?.counts}
            onView={(next) => change({ view: next === 'all' ? undefined : next })}
            always={unendedViews}
            before={seesAll && <ScopeSwitch value={shownScope} onChange={(next) => change({ scope: next })} />}
          >
            <SavedViews
              id="contracts"
              address={{ scope, view: view === 'all' ? undefined : view, text }}
              onChoose={(chosen, options) => change(addressSchema.safeParse(chosen).data ?? {}, options)}
            />
          </ViewFilters>
        }
        summary={
          ticked.length > 0
            ? t('checked', {
                count: ticked.length,
                priceFen: sumFen(ticked.map(({ price }) => price)),
                receivedFen: sumFen(ticked.map(({ received }) => received)),
              })
            : list.data &&
              t(list.data.ended > 0 ? 'rowsEnded' : 'rows', { count: list.data.total, ended: list.data.ended })
        }
        exports={{
          list: 'contracts',
          title: t('exportTitle'),
          scope: shownScope,
          filter: { view },
          searched: text !== '',
        }}
        empty={
          view !== 'all' || text !== '' ? (
            <EmptyState
              title={common('emptyFiltered')}
              action={
                <Button variant="default" onClick={() => change({ view: undefined, text: undefined })}>
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
