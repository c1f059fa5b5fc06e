import { IconFileText } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort } from '#renderer/lib/format.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

/** The papers of the customer's deals. */
export function PapersSection({ papers }: { papers: CustomerDetail['documents'] }) {
  const { t } = useTranslation('customers');
  const { t: documents } = useTranslation('documents');
  const today = useToday();
  return (
    <Section title={t('papers.title')} count={papers.length} flush>
      {papers.length === 0 && <p className={styles.note}>{t('papers.none')}</p>}
      <ul className={styles.lines} aria-label={t('papers.title')}>
        {papers.map((paper) => (
          <li key={paper.id}>
            <IconFileText size={15} stroke={1.6} aria-hidden="true" />
            <Link to={`/contracts/documents/${paper.id}` as string}>
              {documents(`kinds.${paper.kind}`)} {paper.number}
            </Link>
            <span className={styles.dim}>
              {paper.state === 'issued' ? (
                paper.copiesPrinted > 0 ? (
                  t('papers.copies', { count: paper.copiesPrinted })
                ) : (
                  formatDateShort(dayOf(paper.issuedAt), today)
                )
              ) : (
                <StatusBadge tone={paper.state === 'issuing' ? 'amber' : 'plain'}>
                  {documents(`states.${paper.state}`)}
                </StatusBadge>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
