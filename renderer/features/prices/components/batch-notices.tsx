import { useTranslation } from 'react-i18next';
import { BuildingPapers } from '#renderer/components/building-papers.tsx';
import { Section } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import type { WhatIfAnswer } from '../batch-words.ts';
import styles from './prices.module.css';

/** The price notices of the buildings of a batch that was agreed to: what is issued, and the first step to each. */
export function BatchNotices({ buildings }: { buildings: WhatIfAnswer['buildings'] }) {
  const { t } = useTranslation('prices');
  return (
    <Section title={t('notices')} count={buildings.length}>
      {buildings.map(({ id, name, noticeIssued }) => (
        <div key={id} className={styles.noticeOf}>
          <p>
            <b>{name}</b>
            <StatusBadge tone={noticeIssued ? 'ok' : 'amber'}>
              {t(noticeIssued ? 'noticeDone' : 'noticeNone')}
            </StatusBadge>
          </p>
          <BuildingPapers buildingId={id} permitted />
        </div>
      ))}
    </Section>
  );
}
