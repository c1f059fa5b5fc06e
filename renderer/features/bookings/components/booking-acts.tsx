import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar, type ActionSpec } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { BookingRow } from '../booking-row.ts';
import { ReceiveBooking } from './receive-booking.tsx';

type BookingAct = 'receive' | 'extend' | 'refund' | 'drop';

/** What can be done with a small booking now; what is refused says why. */
export function BookingActs({ row }: { row: BookingRow }) {
  const { t } = useTranslation('bookings');
  const [receiving, setReceiving] = useState(false);
  const extend = useCommand(act.bookings.extend);
  const refund = useCommand(act.bookings.refund);
  const drop = useCommand(act.bookings.drop);
  const { id: bookingId, version, unit, number, customer } = row;
  const confirm = (name: 'extend' | 'refund' | 'drop', onConfirm: (reason: string) => Promise<unknown>) =>
    confirmAct({
      title: t('confirmTitle', { act: t(`act.${name}`), unit }),
      consequence: t(`consequence.${name}`, { unit, number, customer }),
      confirmLabel: t(`act.${name}`),
      ...(name === 'extend' ? {} : { reason: 'required' as const }),
      onConfirm,
    });
  const runs: Readonly<Record<BookingAct, () => void>> = {
    receive: () => setReceiving(true),
    extend: () => confirm('extend', () => extend.sendOrThrow({ bookingId, version })),
    refund: () => confirm('refund', (reason) => refund.sendOrThrow({ bookingId, version, reason })),
    drop: () => confirm('drop', (reason) => drop.sendOrThrow({ bookingId, version, reason })),
  };
  const actions = (['receive', 'extend', 'refund', 'drop'] as const).map(
    (id): ActionSpec<BookingAct> => ({
      id,
      label: t(`act.${id}`),
      look: id === 'receive' ? 'primary' : 'default',
      onRun: runs[id],
    }),
  );
  return (
    <>
      <ActionBar can={row.can} actions={actions} explain="inline" />
      {receiving && <ReceiveBooking bookingId={bookingId} onClose={() => setReceiving(false)} />}
    </>
  );
}
