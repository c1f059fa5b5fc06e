import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { ScanSet } from '#renderer/components/scan-set.tsx';
import { ask } from '#renderer/lib/office.ts';

/** What came back of a contract through the scanner; nothing while it has no original in force. */
export function SignedScans({ contractId }: { contractId: number }) {
  const { t } = useTranslation('scans');
  const papers = useQuery(ask.documents.ofSubject({ noun: 'contracts', subjectId: contractId }));
  const original = papers.data?.find(
    ({ kind, state, erased }) => kind === 'saleContract' && state === 'issued' && !erased,
  );
  if (original === undefined) return null;
  return (
    <Section title={t('set')}>
      <ScanSet documentId={original.id} />
    </Section>
  );
}
