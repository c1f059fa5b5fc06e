import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DocumentKindName, PaperNoun } from '#shared/domain/documents/states.ts';
import { ask } from '../lib/office.ts';
import { Section } from './page.tsx';
import { ScanSet } from './scan-set.tsx';

type SignedScansProps = { noun: PaperNoun; subjectId: number; kind: DocumentKindName };

/** What came back of a signed paper through the scanner, and which of its pages are missing; nothing before it is issued. */
export function SignedScans({ noun, subjectId, kind: of }: SignedScansProps) {
  const { t } = useTranslation('scans');
  const papers = useQuery(ask.documents.ofSubject({ noun, subjectId }));
  const original = papers.data?.find(({ kind, state, erased }) => kind === of && state === 'issued' && !erased);
  if (original === undefined) return null;
  return (
    <Section title={t('set')}>
      <ScanSet documentId={original.id} />
    </Section>
  );
}
