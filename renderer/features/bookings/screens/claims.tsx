import { Checkbox, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { ScopeSwitch } from '#renderer/components/scope-switch.tsx';
import { DueSignal, StatusBadge } from '#renderer/components/signal.tsx';
import { Countdown, DateTimeText, Money } from '#renderer/components/values.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import type { units } from '#shared/api/units.ts';
import { liveBookingStates } from '#shared/domain/bookings/states.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { type BookingRow, bookingTones } from '../booking-row.ts';
import { BookingPanel } from '../components/booking-drawer.tsx';

type Claim = z.output<typeof units.claims.output>[number];

const views = ['bookings', 'holds', 'locks'] as const;
const addressSchema = z.object({
  view: z.enum(views).default('bookings').catch('bookings'),
  scope: z.enum(['all', 'mine']).default('all').catch('all'),
  ended: z.boolean().optional().catch(undefined),
  booking: z.int().optional().catch(undefined),
});

const live: readonly string[] = liveBookingStates;

/** What keeps homes now: small bookings, holds and locks, each with what is left of it. */
export function ClaimsScreen() {
  const { t } = useTranslation('bookings');
  const person = usePerson();
  const [address, change] = useAddressState(addressSchema);
  const view = person.may('subscriptions.read') ? address.view : address.view === 'locks' ? 'locks' : 'holds';
  const shown = person.may('subscriptions.read') ? views : (['holds', 'locks'] as const);
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          actions={
            <>
              <ScopeSwitch value={address.scope} onChange={(scope) => change({ scope })} />
              <SegmentedControl
                size="xs"
                aria-label={t('views.label')}
                data={shown.map((one) => ({ value: one, label: t(`views.${one}`) }))}
                value={view}
                onChange={(next) =>
                  change({ view: views.find((one) => one === next) ?? 'bookings', booking: undefined })
                }
              />
            </>
          }
        />
      }
    >
      <ListBody>
        <ListMain>
          {view === 'bookings' ? (
            <Bookings
              scope={address.scope}
              ended={address.ended === true}
              onEnded={(ended) => change({ ended: ended || undefined })}
              onOpen={(booking) => change({ booking })}
            />
          ) : (
            <Claims kind={view === 'holds' ? 'hold' : 'lock'} scope={address.scope} />
          )}
        </ListMain>
        {view === 'bookings' && address.booking !== undefined && (
          <BookingPanel bookingId={address.booking} onClose={() => change({ booking: undefined })} />
        )}
      </ListBody>
    </Page>
  );
}

type BookingsProps = {
  scope: 'all' | 'mine';
  ended: boolean;
  onEnded: (ended: boolean) => void;
  onOpen: (bookingId: number) => void;
};

function Bookings({ scope, ended, onEnded, onOpen }: BookingsProps) {
  const { t } = useTranslation('bookings');
  const list = useQuery(ask.bookings.list({ scope, open: !ended }));
  const columns = useMemo(
    (): readonly Column<BookingRow>[] => [
      { id: 'number', header: t('number'), width: 112, value: ({ number }) => number, fixed: true },
      { id: 'unit', header: t('unit'), width: 96, value: ({ unit }) => unit },
      { id: 'customer', header: t('customer'), kind: 'person', value: ({ customer }) => customer },
      {
        id: 'consultant',
        header: t('consultant'),
        kind: 'person',
        width: 84,
        value: ({ consultant }) => consultant.name,
      },
      {
        id: 'state',
        header: t('state'),
        width: 130,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state }) => <StatusBadge tone={bookingTones[state]}>{t(`states.${state}`)}</StatusBadge>,
      },
      {
        id: 'listPrice',
        header: t('listPrice'),
        kind: 'money',
        width: 114,
        value: ({ listPrice }) => listPrice,
        cell: ({ listPrice }) => <Money value={listPrice} />,
      },
      {
        id: 'money',
        header: t('money'),
        kind: 'money',
        width: 106,
        value: ({ money }) => money,
        cell: ({ money }) => <Money value={money} />,
      },
      {
        id: 'until',
        header: t('until'),
        kind: 'datetime',
        width: 104,
        value: ({ expiresAt }) => expiresAt,
        cell: ({ expiresAt }) => <DateTimeText at={expiresAt} short />,
      },
      {
        id: 'left',
        header: t('left'),
        width: 92,
        value: ({ expiresAt }) => expiresAt,
        cell: ({ state, expiresAt }) =>
          state === 'open' ? (
            <DueSignal dueOn={dayOf(expiresAt)} soonDays={1} />
          ) : live.includes(state) ? (
            <Countdown expiresAt={expiresAt} />
          ) : null,
      },
    ],
    [t],
  );
  return (
    <DataTable
      id="bookings"
      label={t('views.bookings')}
      columns={columns}
      rows={list.data}
      rowKey={({ id }) => id}
      onOpen={({ id }) => onOpen(id)}
      error={list.error}
      onRetry={() => void list.refetch()}
      filters={
        <Checkbox
          size="xs"
          label={t('ended')}
          checked={ended}
          onChange={(event) => onEnded(event.currentTarget.checked)}
        />
      }
      summary={list.data && t('rows', { count: list.data.length })}
      exports={{ list: 'bookings', title: t('views.bookings'), scope, filter: { ended } }}
      empty={<EmptyState title={t('emptyBookings')} text={t('emptyBookingsText')} />}
      fill
    />
  );
}

function Claims({ kind, scope }: { kind: 'lock' | 'hold'; scope: 'all' | 'mine' }) {
  const { t } = useTranslation('bookings');
  const { t: words } = useTranslation('units');
  const navigate = useNavigate();
  const claims = useQuery(ask.units.claims({}));
  const rows = useMemo(
    () => claims.data?.filter((one) => one.kind === kind && (scope === 'all' || one.mine)),
    [claims.data, kind, scope],
  );
  const columns = useMemo((): readonly Column<Claim>[] => {
    const about: readonly Column<Claim>[] =
      kind === 'lock'
        ? []
        : [
            {
              id: 'purpose',
              header: t('purpose'),
              width: 152,
              value: ({ purpose }) => (purpose === null ? '' : words(`purposes.${purpose}`)),
            },
            {
              id: 'customer',
              header: t('customer'),
              kind: 'person',
              width: 140,
              value: ({ customer }) => customer ?? '',
            },
            { id: 'reason', header: t('reason'), value: ({ reason }) => reason },
          ];
    return [
      { id: 'unit', header: t('unit'), width: 122, value: ({ unit }) => unit, fixed: true },
      { id: 'by', header: t('by'), kind: 'person', width: 112, value: ({ by }) => by },
      ...about,
      {
        id: 'since',
        header: t('since'),
        kind: 'datetime',
        width: 112,
        value: ({ since }) => since,
        cell: ({ since }) => <DateTimeText at={since} short />,
      },
      {
        id: 'until',
        header: t('until'),
        kind: 'datetime',
        width: 112,
        value: ({ until }) => until,
        cell: ({ until }) => <DateTimeText at={until} short />,
      },
      {
        id: 'left',
        header: t('left'),
        width: 112,
        value: ({ until }) => until,
        cell: ({ until }) =>
          kind === 'lock' ? <Countdown expiresAt={until} /> : <DueSignal dueOn={dayOf(until)} soonDays={1} />,
      },
    ];
  }, [t, words, kind]);
  const name = kind === 'lock' ? 'locks' : 'holds';
  return (
    <DataTable
      id={name}
      label={t(`views.${name}`)}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ unitId }) => void navigate({ to: '/sales/board' as string, search: { unit: unitId } as never })}
      error={claims.error}
      onRetry={() => void claims.refetch()}
      summary={rows && t('rows', { count: rows.length })}
      exports={{ list: name, title: t(`views.${name}`), scope }}
      empty={
        <EmptyState
          title={t(kind === 'lock' ? 'emptyLocks' : 'emptyHolds')}
          text={t(kind === 'lock' ? 'emptyLocksText' : 'emptyHoldsText')}
        />
      }
      fill
    />
  );
}
