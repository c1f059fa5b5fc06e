import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z as zod } from 'zod';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Figure, Page, PageHeader } from '#renderer/components/page.tsx';
import { Period } from '#renderer/components/period.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatCount, formatPhone } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import type { visits } from '#shared/api/visits.ts';
import { dayOf, isLocalDate, localDate, timeOf } from '#shared/kernel/local-date.ts';
import { maskPhone } from '#shared/kernel/phone.ts';
import styles from './visit-register.module.css';

type Register = zod.output<typeof visits.between.output>;
type Row = Register['rows'][number];

const day = z
  .string()
  .refine(isLocalDate)
  .transform((text) => localDate(text))
  .optional();
const addressSchema = z.object({ from: day, to: day });

/** Who came and who called on some days, with what that comes to; printed for the office, phones hidden. */
export function VisitRegisterScreen() {
  const { t } = useTranslation('visits');
  const navigate = useNavigate();
  const today = useToday();
  const [address, change] = useAddressState(addressSchema);
  const from = address.from ?? today;
  const to = address.to ?? today;
  const register = useQuery(ask.visits.between({ from, to }));
  const columns = useColumns();
  const totals = register.data?.totals;
  return (
    <Page header={<PageHeader title={t('sheet.title')} sub={t('sheet.sub')} />}>
      <Totals totals={totals} />
      <DataTable
        id="visit-register"
        label={t('sheet.title')}
        columns={columns}
        rows={register.data?.rows}
        rowKey={({ id }) => id}
        error={register.error}
        onRetry={() => void register.refetch()}
        onOpen={({ customerId, open }) => {
          if (open) void navigate({ to: `/reception/customers/${customerId}` as string });
        }}
        filters={<Period from={from} to={to} today={today} onChange={(next) => change(next)} />}
        exports={{
          list: 'visits',
          title: t('sheet.file', { from, to }),
          filter: { from, to },
          paper: {
            title: t('sheet.paper', { from, to }),
            totals: totals === undefined ? [] : figuresOf(totals).map(({ id, count }) => t(`sheet.${id}`, { count })),
            note: t('sheet.note'),
          },
        }}
        empty={<EmptyState title={t('sheet.empty')} text={t('sheet.emptyText')} />}
        fill
      />
    </Page>
  );
}

/** The figures of the register in the order in which papers and screen say them. */
function figuresOf({ call, firstVisit, returnVisit, fresh, classA }: Register['totals']) {
  return [
    { id: 'totalCall', label: 'call', count: call },
    { id: 'totalVisit', label: 'visit', count: firstVisit + returnVisit },
    { id: 'totalFirst', label: 'first', count: firstVisit },
    { id: 'totalAgain', label: 'again', count: returnVisit },
    { id: 'totalFresh', label: 'fresh', count: fresh },
    { id: 'totalClassA', label: 'classA', count: classA },
  ] as const;
}

function Totals({ totals }: { totals: Register['totals'] | undefined }) {
  const { t } = useTranslation('visits');
  if (totals === undefined) return <div className={styles.sums} />;
  return (
    <div className={styles.sums}>
      {figuresOf(totals).map(({ label, count }) => (
        <Figure key={label} label={t(`sheet.${label}`)} value={formatCount(count)} />
      ))}
    </div>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('visits');
  const { t: labels } = useTranslation('labels');
  return useMemo(
    () => [
      { id: 'day', header: t('sheet.day'), kind: 'date', width: 92, value: ({ at }) => dayOf(at), fixed: true },
      { id: 'at', header: t('day.at'), width: 58, value: ({ at }) => timeOf(at), fixed: true },
      {
        id: 'left',
        header: t('sheet.left'),
        width: 58,
        value: ({ leftAt }) => (leftAt === null ? null : timeOf(leftAt)),
      },
      { id: 'kind', header: t('day.kind'), width: 64, value: ({ kind }) => labels(`visitKinds.${kind}`) },
      { id: 'name', header: t('day.name'), kind: 'person', width: 84, value: ({ name }) => name },
      {
        id: 'phone',
        header: t('day.phone'),
        width: 112,
        value: ({ phone }) => phone,
        onPaper: ({ phone }) => maskPhone(phone),
        cell: ({ phone }) => formatPhone(phone),
      },
      { id: 'people', header: t('day.people'), kind: 'number', width: 56, value: ({ partySize }) => partySize },
      { id: 'channel', header: t('day.channel'), width: 88, value: ({ channel }) => labels(`channels.${channel}`) },
      { id: 'rating', header: t('sheet.rating'), width: 84, value: ({ rating }) => labels(`ratings.${rating}`) },
      { id: 'intent', header: t('sheet.intent'), width: 150, value: ({ intent }) => intent },
      {
        id: 'fresh',
        header: t('sheet.fresh'),
        width: 52,
        value: ({ fresh }) => (fresh ? t('sheet.isFresh') : null),
      },
      {
        id: 'nextOn',
        header: t('sheet.nextOn'),
        kind: 'date',
        width: 92,
        value: ({ nextFollowUpOn }) => nextFollowUpOn,
      },
      { id: 'by', header: t('day.consultant'), kind: 'person', width: 76, value: ({ receivedBy }) => receivedBy },
      { id: 'notes', header: t('day.notes'), width: 160, value: ({ notes }) => notes },
      {
        id: 'transport',
        header: t('day.transport'),
        hidden: true,
        value: ({ transport }) => (transport === null ? '' : t(`transports.${transport}`)),
      },
      { id: 'referrer', header: t('day.referrer'), kind: 'person', hidden: true, value: ({ referrer }) => referrer },
    ],
    [t, labels],
  );
}
