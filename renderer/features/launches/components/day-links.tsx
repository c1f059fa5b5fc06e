import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './launches.module.css';

/** From a launch to the pages of its day: a desk, the totals, the slips for the hours without the program. At the end of the row of its path. */
export function DayLinks({ launchId }: { launchId: number }) {
  const { t } = useTranslation('launchDay');
  const navigate = useNavigate();
  const pages = [
    ['desk', t('deskTitle')],
    ['totals', t('totalsTitle')],
    ['slips', t('slips.title')],
  ] as const;
  return (
    <div className={styles.dayLinks}>
      {pages.map(([page, label]) => (
        <Button
          key={page}
          variant="subtle"
          size="compact-sm"
          onClick={() => void navigate({ to: `/sales/launches/${launchId}/${page}` as string })}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
