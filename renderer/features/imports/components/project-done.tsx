import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TakenOver } from '../project-model.ts';
import styles from './imports.module.css';

/** What was taken over, and what comes next. */
export function ProjectDone({ taken, onAgain }: { taken: TakenOver; onAgain: () => void }) {
  const { t } = useTranslation('runningProject');
  const navigate = useNavigate();
  const { customers, subscriptions, contracts, receipts } = taken.figures;
  return (
    <div className={styles.done} role="status">
      <h2>
        <IconCheck size={18} aria-hidden="true" />
        {t('done.title')}
      </h2>
      <p>
        {t('done.text', {
          customers: customers.count,
          subscriptions: subscriptions.count,
          contracts: contracts.count,
          receipts: receipts.count,
        })}
      </p>
      <p>{t('done.next')}</p>
      <div className={styles.moves}>
        <Button onClick={() => void navigate({ to: '/contracts/subscriptions' as string })}>{t('done.toDeals')}</Button>
        <Button variant="default" onClick={() => void navigate({ to: '/money' as string })}>
          {t('done.toMoney')}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t('done.again')}
        </Button>
      </div>
    </div>
  );
}
