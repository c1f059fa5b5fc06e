import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pagesText } from '#shared/domain/scans/match-page.ts';
import { ask } from '../lib/office.ts';
import { Loaded } from './data-states.tsx';
import styles from './scans.module.css';
import { Signal } from './signal.tsx';
import { TakeScans } from './take-scans.tsx';

/** What came back of a paper: how many of its pages are scanned, which are missing, and the place to bring more. */
export function ScanSet({ documentId }: { documentId: number }) {
  const { t } = useTranslation('scans');
  const navigate = useNavigate();
  const set = useQuery(ask.scans.ofPaper({ documentId }));
  return (
    <Loaded query={set} skeletonRows={1}>
      {({ paper, filed, missing, can }) => (
        <div className={styles.set}>
          <p className={styles.taken}>
            <span>{t('setCount', { filed: filed.length, pages: paper.pages ?? 0 })}</span>
            <SetSignal filed={filed.length} missing={missing} />
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => void navigate({ to: `/contracts/documents/${documentId}/scans` as string })}
            >
              {t('setOpen')}
            </Button>
          </p>
          {can['take'] === true && missing.length > 0 && <TakeScans />}
        </div>
      )}
    </Loaded>
  );
}

/** Whether all pages of a paper are scanned, none, or which are missing. */
export function SetSignal({ filed, missing }: { filed: number; missing: readonly number[] }) {
  const { t } = useTranslation('scans');
  if (missing.length === 0) return <Signal tone="ok">{t('setComplete')}</Signal>;
  if (filed === 0) return <Signal tone="plain">{t('setNone')}</Signal>;
  return <Signal tone="amber">{t('setMissing', { pages: pagesText(missing) })}</Signal>;
}
