import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterChips } from '#renderer/components/filters.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { Signal, StatusBadge } from '#renderer/components/signal.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useNow } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import { APPROVAL_ROWS } from '#shared/api/approvals.ts';
import { type Approval, approvalTones, useAskText, useWaiting } from '../approval-words.ts';
import styles from './approvals.module.css';

const scopes = ['forMe', 'mine', 'all'] as const;
const addressSchema = z.object({
  scope: z.enum(scopes).optional(),
  pending: z.boolean().default(true),
});

/** Requests to a second person: those that wait for me, my own, and all that I may see. */
export function ApprovalsScreen() {
  const { t } = useTranslation('approvals');
  const [{ scope: chosen, pending }, change] = useAddressState(addressSchema);
  const session = useQuery(ask.session.current({}));
  const person = session.data?.state === 'open' ? session.data.person : undefined;
  const decides = person?.permissions.includes('approvals.decide') ?? false;
  const scope = chosen ?? (decides ? 'forMe' : 'mine');
  const list = useQuery({
    ...ask.approvals.list({ scope, state: pending ? 'pending' : null }),
    enabled: person !== undefined,
  });
  const navigate = useNavigate();
  const columns = useColumns();
  return (
    <Page header={<PageHeader title={t('title')} sub={t('sub')} />}>
      <DataTable
        id="approvals"
        label={t('title')}
        columns={columns}
        rows={list.data}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/today/approvals/${id}` as string })}
        error={list.error}
        onRetry={() => void list.refetch()}
        initialSorting={[{ id: 'due', desc: false }]}
        filters={
          <div className={styles.filters}>
            <FilterChips
              label={t('scopeLabel')}
              chips={scopes
                .filter((one) => one !== 'forMe' || decides)
                .map((one) => ({
                  key: one,
                  label: t(`scopes.${one}`),
                  ...(one === scope && list.data !== undefined ? { count: list.data.length } : {}),
                }))}
              active={[scope]}
              onToggle={(next) => change({ scope: next })}
            />
            <FilterChips
              chips={[{ key: 'pending', label: t('onlyPending') }]}
              active={pending ? ['pending'] : []}
              onToggle={() => change({ pending: !pending })}
            />
          </div>
        }
        summary={list.data?.length === APPROVAL_ROWS ? t('stops', { count: APPROVAL_ROWS }) : undefined}
        empty={<NoRequests scope={scope} />}
        fill
      />
    </Page>
  );
}

function NoRequests({ scope }: { scope: (typeof scopes)[number] }) {
  const { t } = useTranslation('approvals');
  if (scope === 'forMe') return <EmptyState title={t('emptyForMe')} text={t('emptyForMeText')} />;
  if (scope === 'mine') return <EmptyState title={t('emptyMine')} text={t('emptyMineText')} />;
  return <EmptyState title={t('emptyAll')} />;
}

function useColumns(): Column<Approval>[] {
  const { t } = useTranslation('approvals');
  const { t: labels } = useTranslation('labels');
  const askText = useAskText();
  const waiting = useWaiting();
  const now = useNow(30_000);
  return useMemo<Column<Approval>[]>(
    () => [
      {
        id: 'kind',
        header: t('kind'),
        fixed: true,
        width: 150,
        value: ({ kind }) => t(`kinds.${kind}`),
        cell: ({ id, kind }) => (
          <Link to={`/today/approvals/${id}` as string} tabIndex={-1}>
            {t(`kinds.${kind}`)}
          </Link>
        ),
      },
      { id: 'number', header: t('number'), width: 130, value: ({ title }) => title },
      { id: 'unit', header: t('unit'), width: 124, value: ({ unit }) => unit ?? '–' },
      { id: 'customer', header: t('customer'), kind: 'person', width: 148, value: ({ customer }) => customer },
      {
        id: 'asked',
        header: t('asked'),
        width: 148,
        value: ({ amount }) => amount,
        cell: (row) => askText(row) || (typeof row.facts['belowListPpm'] === 'number' ? askText(priceOf(row)) : '–'),
      },
      {
        id: 'requester',
        header: t('requester'),
        kind: 'person',
        width: 110,
        value: ({ requestedBy }) => requestedBy.name,
      },
      {
        id: 'requestedAt',
        header: t('requestedAt'),
        kind: 'datetime',
        width: 140,
        value: ({ requestedAt }) => requestedAt,
      },
      {
        id: 'requiredPost',
        header: t('requiredPost'),
        width: 120,
        value: ({ requiredPost }) => labels(`posts.${requiredPost}`),
      },
      {
        id: 'due',
        header: t('due'),
        width: 120,
        value: ({ expiresAt }) => expiresAt,
        cell: ({ state, expiresAt }) => {
          if (state !== 'pending') return '–';
          const { tone, left, until } = waiting(expiresAt, now);
          return (
            <span title={until}>
              <Signal tone={tone} solid={tone === 'seal'}>
                {left}
              </Signal>
            </span>
          );
        },
      },
      {
        id: 'state',
        header: t('state'),
        width: 100,
        value: ({ state }) => labels(`approvalStates.${state}`),
        cell: ({ state }) => <StatusBadge tone={approvalTones[state]}>{labels(`approvalStates.${state}`)}</StatusBadge>,
      },
    ],
    [t, labels, askText, waiting, now],
  );
}

/** A review has no measure of its own; what it is about has a price. */
function priceOf({ facts }: Approval): Pick<Approval, 'measure' | 'amount'> {
  return { measure: 'ppmBelowList', amount: Number(facts['belowListPpm']) };
}
