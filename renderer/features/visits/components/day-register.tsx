import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Section } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatPhone } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { usedTurn } from '#shared/domain/visits/states.ts';
import { timeOf } from '#shared/kernel/local-date.ts';
import { type Entry, useVisitActs } from '../hooks/use-visit-acts.ts';
import { VisitState } from './visit-state.tsx';

const tones = { call: 'plain', firstVisit: 'ok', returnVisit: 'ink' } as const;

/** Everybody who came or called today, newest first. */
export function DayRegister() {
  const { t } = useTranslation('visits');
  const { t: labels } = useTranslation('labels');
  const navigate = useNavigate();
  const person = usePerson();
  const day = useQuery(ask.visits.day({ day: useToday() }));
  const acts = useVisitActs();
  const writes = person.may('visits.write');
  const rules = person.may('rota.rule');
  const columns = useMemo<Column<Entry>[]>(
    () => [
      { id: 'at', header: t('day.at'), width: 58, value: ({ at }) => at, cell: ({ at }) => timeOf(at), fixed: true },
      { id: 'name', header: t('day.name'), kind: 'person', width: 80, value: ({ name }) => name, fixed: true },
      {
        id: 'phone',
        header: t('day.phone'),
        width: 110,
        value: ({ phone }) => phone,
        cell: ({ phone }) => formatPhone(phone),
      },
      {
        id: 'kind',
        header: t('day.kind'),
        width: 88,
        value: ({ kind }) => labels(`visitKinds.${kind}`),
        cell: ({ kind }) => <Signal tone={tones[kind]}>{labels(`visitKinds.${kind}`)}</Signal>,
      },
      { id: 'channel', header: t('day.channel'), width: 84, value: ({ channel }) => labels(`channels.${channel}`) },
      { id: 'by', header: t('day.consultant'), kind: 'person', width: 72, value: ({ receivedBy }) => receivedBy },
      {
        id: 'now',
        header: t('day.now'),
        width: 112,
        value: ({ kind, at, leftAt }) => (kind === 'call' ? null : (leftAt ?? at)),
        cell: (visit) => <VisitState visit={visit} />,
      },
      {
        id: 'acts',
        header: '',
        width: rules ? 158 : 92,
        cell: (visit) => <Acts visit={visit} acts={acts} writes={writes} rules={rules} />,
      },
      { id: 'people', header: t('day.people'), kind: 'number', hidden: true, value: ({ partySize }) => partySize },
      {
        id: 'transport',
        header: t('day.transport'),
        hidden: true,
        value: ({ transport }) => (transport === null ? '' : t(`transports.${transport}`)),
      },
      { id: 'referrer', header: t('day.referrer'), kind: 'person', hidden: true, value: ({ referrer }) => referrer },
      {
        id: 'turn',
        header: t('day.turn'),
        hidden: true,
        value: ({ turn }) => (turn === null ? '' : t(`day.turns.${turn}`)),
      },
      { id: 'notes', header: t('day.notes'), hidden: true, value: ({ notes }) => notes },
    ],
    [t, labels, acts, writes, rules],
  );
  const { firstVisit = 0, returnVisit = 0, call = 0, here = 0 } = day.data?.counts ?? {};
  return (
    <Section
      title={t('day.title')}
      count={day.data?.rows.length}
      aside={
        <>
          <span>{`${t('day.counts', { first: firstVisit, again: returnVisit })} · ${t('day.calls', { count: call })} · ${t('day.here', { count: here })}`}</span>
          {writes && here > 0 && (
            <Button variant="subtle" size="compact-xs" onClick={() => acts.closeDay(here)}>
              {t('day.close')}
            </Button>
          )}
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

type ActsProps = { visit: Entry; acts: ReturnType<typeof useVisitActs>; writes: boolean; rules: boolean };

/** What may be done with a visit of today: see the group off, take that back, give its turn back. */
function Acts({ visit, acts, writes, rules }: ActsProps) {
  const { t } = useTranslation('visits');
  if (!writes || visit.kind === 'call') return null;
  const { name, leftAt } = visit;
  return (
    <>
      {leftAt === null ? (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('day.leaveOf', { name })}
          onClick={() => acts.seeOff(visit)}
        >
          {t('day.leave')}
        </Button>
      ) : (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('day.stillHereOf', { name })}
          onClick={() => acts.bringBack(visit)}
        >
          {t('day.stillHere')}
        </Button>
      )}
      {rules && usedTurn(visit.turn) && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('day.giveBackOf', { name })}
          onClick={() => acts.giveBack(visit)}
        >
          {t('day.giveBack')}
        </Button>
      )}
    </>
  );
}
