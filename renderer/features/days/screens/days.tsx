import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { Signal, StatusBadge } from '#renderer/components/signal.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { days } from '#shared/api/days.ts';
import { inGroups } from '#shared/domain/events/heads.ts';
import { CheckDrawer } from '../components/check-drawer.tsx';
import { ClosedPanel, NextPanel } from '../components/day-panel.tsx';

type Listed = z.output<typeof days.list.output>;
/** A day that was closed. */
export type ClosedDay = Listed['days'][number];
/** The day that waits to be closed. */
export type NextDay = NonNullable<Listed['next']>;

/** The days that were closed, the one that waits, and the comparison with a paper. */
export function DaysScreen() {
  const { t } = useTranslation('days');
  const today = useToday();
  const person = usePerson();
  const list = useQuery(ask.days.list({}));
  const columns = useColumns();
  const [selected, setSelected] = useState<number>();
  const [checking, setChecking] = useState(false);
  const next = list.data?.next ?? undefined;
  const chosen = list.data?.days.find(({ id }) => id === selected);
  const close = useCommand(act.days.close, {
    onDone: ({ dayId, number }, { day }) => {
      setSelected(dayId);
      notifications.show({ message: t('closed', { day, number }) });
    },
  });
  const askClose = ({ day }: NextDay) =>
    confirmAct({
      title: t('closeTitle', { day }),
      consequence: t('closeConsequence'),
      confirmLabel: t('closeConfirm'),
      onConfirm: () => close.sendOrThrow({ day }),
    });
  const late = next === undefined ? 0 : next.behind + Number(next.day < today);
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          state={
            next !== undefined && next.day < today && <Signal tone="amber">{t('waiting', { count: late })}</Signal>
          }
          actions={
            <>
              {person.may('events.read') && (
                <Button variant="default" leftSection={<IconFileCheck size={15} />} onClick={() => setChecking(true)}>
                  {t('check')}
                </Button>
              )}
              {next !== undefined && person.may('days.close') && (
                <ActionBar
                  can={next.can}
                  actions={[
                    {
                      id: 'close',
                      label: t('close', { day: next.day }),
                      look: 'primary',
                      busy: close.pending,
                      onRun: () => askClose(next),
                    },
                  ]}
                />
              )}
            </>
          }
        />
      }
    >
      <ListBody>
        <ListMain>
          <DataTable
            id="days"
            label={t('title')}
            columns={columns}
            rows={list.data?.days}
            rowKey={({ id }) => id}
            selectedKey={chosen?.id}
            onSelect={({ id }) => setSelected(id)}
            error={list.error}
            onRetry={() => void list.refetch()}
            exports={{ list: 'days', title: t('exportTitle') }}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
            fill
          />
        </ListMain>
        {chosen !== undefined ? (
          <ClosedPanel key={chosen.id} closed={chosen} onClose={() => setSelected(undefined)} />
        ) : (
          list.data !== undefined && <NextPanel next={next} />
        )}
      </ListBody>
      {checking && <CheckDrawer onClose={() => setChecking(false)} />}
    </Page>
  );
}

function useColumns(): readonly Column<ClosedDay>[] {
  const { t } = useTranslation('days');
  return useMemo<Column<ClosedDay>[]>(
    () => [
      { id: 'day', header: t('day'), kind: 'date', width: 104, value: ({ day }) => day, fixed: true },
      {
        id: 'state',
        header: t('state'),
        width: 128,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state }) => (
          <StatusBadge tone={state === 'closed' ? 'ok' : 'amber'}>{t(`states.${state}`)}</StatusBadge>
        ),
      },
      { id: 'number', header: t('number'), width: 122, value: ({ number }) => number },
      { id: 'closedAt', header: t('closedAt'), kind: 'datetime', width: 140, value: ({ closedAt }) => closedAt },
      { id: 'closedBy', header: t('closedBy'), kind: 'person', width: 96, value: ({ closedBy }) => closedBy },
      {
        id: 'visits',
        header: t('visits'),
        kind: 'number',
        width: 72,
        value: ({ figures }) => figures.firstVisits + figures.returnVisits,
      },
      {
        id: 'subscriptions',
        header: t('subscriptions'),
        kind: 'number',
        width: 112,
        value: ({ figures }) => figures.subscriptions.count,
      },
      {
        id: 'contracts',
        header: t('contracts'),
        kind: 'number',
        width: 84,
        value: ({ figures }) => figures.contracts.count,
      },
      {
        id: 'received',
        header: t('received'),
        kind: 'money',
        width: 132,
        value: ({ figures }) => figures.receipts.amount,
      },
      { id: 'seq', header: t('seq'), kind: 'number', width: 88, value: ({ seq }) => seq },
      { id: 'head', header: t('head'), width: 150, value: ({ head }) => inGroups(head.slice(0, 12)) },
    ],
    [t],
  );
}
