import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Loaded } from '#renderer/components/data-states.tsx';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { DateTimeText, Money, Percent } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import { usePlanTitle } from '#renderer/lib/plan-title.ts';
import type { bookings } from '#shared/api/bookings.ts';
import { bookingTones } from '../booking-row.ts';
import { BookingActs } from './booking-acts.tsx';
import styles from './bookings.module.css';

type Detail = z.output<typeof bookings.detail.output>;

/** One small booking beside the list: where it stands, its money, what can be done. */
export function BookingPanel({ bookingId, onClose }: { bookingId: number; onClose: () => void }) {
  const { t } = useTranslation('bookings');
  const detail = useQuery(ask.bookings.detail({ bookingId }));
  const row = detail.data?.row;
  return (
    <SidePanel
      width={372}
      label={row === undefined ? '…' : `${row.number} ${row.unit}`}
      title={row?.number ?? '…'}
      state={row && <StatusBadge tone={bookingTones[row.state]}>{t(`states.${row.state}`)}</StatusBadge>}
      sub={row ? `${row.unit} · ${row.customer}` : '…'}
      onClose={onClose}
    >
      <Loaded query={detail} skeletonRows={10}>
        {(found) => <Body detail={found} />}
      </Loaded>
    </SidePanel>
  );
}

function Body({ detail }: { detail: Detail }) {
  const { t } = useTranslation('bookings');
  const { t: labels } = useTranslation('labels');
  const title = usePlanTitle();
  const { row, receipts, reason, endReason } = detail;
  const waits = row.state === 'asked' || row.state === 'agreed';
  const facts: Fact[] = [
    { label: t('consultant'), value: row.consultant.name },
    { label: t('facts.keptPrice'), value: <Money value={row.listPrice} /> },
    ...(row.planKind === null
      ? []
      : [{ label: t('facts.planKind'), value: title({ ...row, planKind: row.planKind }) }]),
    ...(row.askedPpm === 0 ? [] : [{ label: t('facts.asked'), value: <Percent ppm={row.askedPpm} /> }]),
    ...(reason === '' ? [] : [{ label: t('facts.reason'), value: reason }]),
    { label: t('facts.money'), value: <Money value={row.money} /> },
    { label: t('facts.held'), value: <Money value={row.held} /> },
    { label: t(waits ? 'facts.waitsUntil' : 'facts.expiresAt'), value: <DateTimeText at={row.expiresAt} /> },
    ...(row.extensions > 0
      ? [{ label: t('facts.extensions'), value: t('facts.times', { count: row.extensions }) }]
      : []),
    { label: t('facts.createdAt'), value: <DateTimeText at={row.createdAt} /> },
    ...(detail.openedAt === null ? [] : [{ label: t('facts.openedAt'), value: <DateTimeText at={detail.openedAt} /> }]),
    ...(detail.endedAt === null ? [] : [{ label: t('facts.endedAt'), value: <DateTimeText at={detail.endedAt} /> }]),
    ...(endReason === '' ? [] : [{ label: t('facts.endReason'), value: endReason }]),
  ];
  const note = row.frozen
    ? t('frozenNote')
    : row.state === 'asked'
      ? t('waitsForApproval')
      : row.state === 'expired' && row.held > 0
        ? t('moneyWaits')
        : '';
  return (
    <>
      <PanelBlock>
        <Facts items={facts} />
      </PanelBlock>
      <PanelBlock>
        {note !== '' && <p className={styles.note}>{note}</p>}
        <BookingActs row={row} />
        <p className={styles.links}>
          <Anchor component={Link} to={`/sales/board?unit=${row.unitId}` as string} size="sm">
            {t('openUnit')}
          </Anchor>
          <Anchor component={Link} to={`/reception/customers/${row.customerId}` as string} size="sm">
            {t('openCustomer')}
          </Anchor>
        </p>
      </PanelBlock>
      <PanelBlock>
        <h3 className={styles.heading}>{t('papers')}</h3>
        <SubjectPapers
          noun="bookings"
          subjectId={row.id}
          kinds={['bookingSlip']}
          renews
          allowed={row.state === 'open' || { code: 'BOOKING_NOT_OPEN' }}
        />
      </PanelBlock>
      {receipts.length > 0 && (
        <PanelBlock>
          <h3 className={styles.heading}>{t('receipts')}</h3>
          <Facts
            items={receipts.map((receipt) => ({
              key: receipt.number,
              label: receipt.number,
              value: (
                <>
                  <Money value={receipt.amount} /> {labels(`paymentMethods.${receipt.method}`)} {receipt.cashier}
                </>
              ),
            }))}
          />
        </PanelBlock>
      )}
    </>
  );
}
