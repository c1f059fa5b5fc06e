import { useTranslation } from 'react-i18next';
import { Attachments } from '#renderer/components/attachments.tsx';
import { Section } from '#renderer/components/page.tsx';
import { attachmentKindsOf } from '#shared/domain/attachments/kinds.ts';

/** Scans in the file of a customer; nothing once the person is anonymous, for the scans went along. */
export function ScansSection({ customerId, anonymous }: { customerId: number; anonymous: boolean }) {
  const { t } = useTranslation('attachments');
  if (anonymous) return null;
  return (
    <Section title={t('scans')}>
      <Attachments noun="customers" subjectId={customerId} kind={attachmentKindsOf.customers} />
    </Section>
  );
}
