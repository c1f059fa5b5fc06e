import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { MoneyLetters } from '#renderer/components/money-letters.tsx';
import { Section } from '#renderer/components/page.tsx';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { DealNotices } from './deal-notices.tsx';

type Row = z.output<typeof subscriptions.detail.output>['row'];

/** What goes out to the buyers of a deal in writing: notices to sign or of the end, and letters about money. */
export function DealLetters({ row }: { row: Row }) {
  const { t } = useTranslation('subscriptions');
  const { t: letters } = useTranslation('letters');
  return (
    <>
      <Section title={t('noticesTitle')}>
        <DealNotices subscriptionId={row.id} />
      </Section>
      <Section title={letters('title')}>
        <MoneyLetters subscriptionId={row.id} sub={`${row.number} · ${row.unit} · ${row.buyers}`} />
      </Section>
    </>
  );
}
