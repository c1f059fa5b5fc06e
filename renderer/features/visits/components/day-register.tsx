import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Section } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatPhone } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import type { visits } from '#shared/api/visits.ts';
import { timeOf } from '#shared/kernel/local-date.ts';

type Entry = z.output<typeof visits.day.output>['rows'][number];

const tones = { call: 'plain', firstVisit: 'ok', returnVisit: 'ink' } as const;

/** Everybody who came or called today, newest first. */
export function DayRegister() {
  const { t } = useTranslation('visits');
  const { t: labels } = useTranslation('labels');
  const navigate = useNavigate();
  const person = usePerson();
  const day = useQuery(ask.visits.day({ day: useToday() }));
  const columns = useMemo<Column<Entry>[]>(
    () => [
      { id: 'at', header: t('day.at'), width: 68, value: ({ at }) => at, cell: ({ at }) => timeOf(at), fixed: true },
      { id: 'name', header: t('day.name'), kind: 'person', width: 110, value: ({ name }) => name, fixed: true },
      {
        id: 'phone',
        header: t('day.phone'),
        width: 120,
        value: ({ phone }) => phone,
        cell: ({ phone }) => formatPhone(phone),
      },
      {
        id: 'kind',
        header: t('day.kind'),
        width: 96,
        value: ({ kind }) => labels(`visitKinds.${kind}`),
        cell: ({ kind }) => <Signal tone={tones[kind]}>{labels(`visitKinds.${kind}`)}</Signal>,
      },
      { id: 'channel', header: t('day.channel'), width: 124, value: ({ channel }) => labels(`channels.${channel}`) },
      { id: 'by', header: t('day.consultant'), kind: 'person', width: 92, value: ({ receivedBy }) => receivedBy },
      { id: 'notes', header: t('day.notes'), value: ({ notes }) => notes },
    ],
    [t, labels],
  );
  const { firstVisit = 0, returnVisit = 0, call = 0 } = day.data?.counts ?? {};
  return (
    <Section
      title={t('day.title')}
      count={day.data?.rows.length}
      aside={
        <>
          <span>{`${t('day.counts', { first: firstVisit, again: returnVisit })} · ${t('day.calls', { count: call })}`}</span>
          {person.may('customers.read') && <Link to={'/reception/customers' as string}>{t('day.all')}</Link>}
        </>
      }
      fill
      flush
    >
      <DataTable
        id="visits-day"
        label={t('day.title')}
        columns={columns}
        rows={day.data?.rows}
        rowKey={({ id }) => id}
        error={day.error}
        onRetry={() => void day.refetch()}
        onOpen={({ customerId, open }) => {
          if (open) void navigate({ to: `/reception/customers/${customerId}` as string });
        }}
        empty={<EmptyState title={t('day.empty')} text={t('day.emptyText')} />}
        fill
      />
    </Section>
  );
}
