import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { ViewFilters } from '#renderer/components/view-filters.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import { useSearchText } from '#renderer/lib/search-text.ts';
import { rulingViews } from '#shared/domain/rulings/rulings.ts';
import { RulingDrawer } from '../components/ruling-drawer.tsx';
import type { RulingRow } from '../ruling-types.ts';
import { useRulingText } from '../use-ruling-text.ts';

const addressSchema = z.object({
  view: z.enum(rulingViews).optional().catch(undefined),
  text: z.string().max(60).optional(),
  ruling: z.coerce.number().int().positive().optional().catch(undefined),
});

/** The register of rulings on customers (判客台账): who claimed whom, what was decided and by which rule. */
export function RulingsScreen() {
  const { t } = useTranslation('rulings');
  const { t: common } = useTranslation('common');
  const [{ view = 'all', text = '', ruling }, change] = useAddressState(addressSchema);
  const [typed, setTyped] = useSearchText(text, (kept) => change({ text: kept || undefined }, { replace: true }));
  const list = useQuery({ ...ask.rulings.list({ view, text }), placeholderData: keepPreviousData });
  const columns = useColumns();
  const rows = list.data?.rows;
  return (
    <Page header={<PageHeader title={t('title')} sub={t('sub')} />}>
      <DataTable
        id="rulings"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => change({ ruling: id })}
        error={list.error}
        onRetry={() => void list.refetch()}
        filters={
          <ViewFilters
            search={t('search')}
            typed={typed}
            onType={setTyped}
            label={t('views.label')}
            nameOf={(one) => t(`views.${one}`)}
            views={rulingViews}
            view={view}
            counts={list.data?.counts}
            onView={(next) => change({ view: next === 'all' ? undefined : next })}
          />
        }
        summary={rows && t('rows', { count: rows.length })}
        exports={{
          list: 'rulings',
          title: t('exportTitle'),
          filter: { view },
          searched: text !== '',
          paper: { title: t('exportTitle'), countBy: 'state' },
        }}
        empty={
          view !== 'all' || text !== '' ? (
            <EmptyState title={common('emptyFiltered')} />
          ) : (
            <EmptyState title={t('empty')} text={t('emptyText')} />
          )
        }
        fill
      />
      {ruling !== undefined && (
        <RulingDrawer key={ruling} rulingId={ruling} onClose={() => change({ ruling: undefined })} />
      )}
    </Page>
  );
}

const waits = (state: RulingRow['state']) => state === 'open' || state === 'appealed';

function useColumns(): readonly Column<RulingRow>[] {
  const { t } = useTranslation('rulings');
  const text = useRulingText();
  return useMemo<Column<RulingRow>[]>(
    () => [
      { id: 'number', header: t('number'), width: 122, fixed: true, value: ({ number }) => number },
      { id: 'openedAt', header: t('openedAt'), kind: 'datetime', width: 140, value: ({ openedAt }) => openedAt },
      { id: 'customer', header: t('customer'), kind: 'person', width: 90, value: ({ customer }) => customer },
      { id: 'reason', header: t('reason'), width: 156, value: ({ reason }) => t(`reasons.${reason}`) },
      {
        id: 'parties',
        header: t('parties'),
        value: ({ parties }) => parties.map(({ name }) => name).join('、'),
      },
      {
        id: 'proposal',
        header: t('proposal'),
        width: 120,
        value: ({ proposal, parties }) => text(proposal, parties),
      },
      {
        id: 'ruling',
        header: t('ruling'),
        width: 264,
        value: ({ ruling, parties }) => (ruling === null ? '' : text(ruling, parties)),
      },
      {
        id: 'state',
        header: t('state'),
        width: 96,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state, departed }) => (
          <Signal tone={waits(state) ? 'amber' : departed ? 'seal' : state === 'withdrawn' ? 'plain' : 'ok'}>
            {departed && !waits(state) ? t('departed') : t(`states.${state}`)}
          </Signal>
        ),
      },
      { id: 'decidedBy', header: t('decidedBy'), kind: 'person', width: 84, value: ({ decidedBy }) => decidedBy },
      { id: 'days', header: t('days'), kind: 'number', width: 60, value: ({ days }) => days },
      {
        id: 'decidedAt',
        header: t('decidedAt'),
        kind: 'datetime',
        width: 140,
        hidden: true,
        value: ({ decidedAt }) => decidedAt,
      },
      {
        id: 'openedBy',
        header: t('openedBy'),
        kind: 'person',
        width: 84,
        hidden: true,
        value: ({ openedBy }) => openedBy,
      },
      {
        id: 'appeal',
        header: t('appealBy'),
        kind: 'person',
        width: 84,
        hidden: true,
        value: ({ appeal }) => appeal?.by ?? '',
      },
      {
        id: 'first',
        header: t('appealFirst'),
        width: 160,
        hidden: true,
        value: ({ appeal, parties }) => (appeal?.first ? text(appeal.first.ruling, parties) : ''),
      },
      { id: 'grounds', header: t('grounds'), width: 180, hidden: true, value: ({ grounds }) => grounds },
    ],
    [t, text],
  );
}
