import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DealInvoices } from '#renderer/components/deal-invoices.tsx';
import { HeldMoney } from '#renderer/components/held-money.tsx';
import { Section } from '#renderer/components/page.tsx';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { ExchangeMoney } from './exchange-money.tsx';
import { ReceiptsTable } from './receipts-table.tsx';

/** The money of a deal: its receipts, what can become its deposit, its invoices, and what went back or is kept. */
export function DealMoney({ detail }: { detail: z.output<typeof subscriptions.detail.output> }) {
  const { t } = useTranslation('subscriptions');
  const { row, receipts } = detail;
  const sub = `${row.number} · ${row.unit}`;
  return (
    <Section title={t('receipts')} count={receipts.length} flush>
      <ReceiptsTable receipts={receipts} />
      <ExchangeMoney subscriptionId={row.id} />
      {receipts.length > 0 && (
        <>
          <DealInvoices subscriptionId={row.id} sub={sub} />
          <HeldMoney owner={{ noun: 'subscriptions', id: row.id }} sub={sub} />
        </>
      )}
    </Section>
  );
}
