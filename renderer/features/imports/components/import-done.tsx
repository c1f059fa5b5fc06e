import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { imports } from '#shared/api/imports.ts';
import styles from './imports.module.css';

/** What an import wrote. */
export type Written = z.output<typeof imports.commit.output>;

/** What was written, and what comes next. */
export function ImportDone({ written, onAgain }: { written: Written; onAgain: () => void }) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const { units, newUnits, changedUnits, builtArea, total } = written;
  return (
    <div className={styles.done} role="status">
      <h2>
        <IconCheck size={18} aria-hidden="true" />
        {t('done.title', { count: units })}
      </h2>
      <p>{t('done.text', { newUnits, changedUnits, builtArea, totalFen: total })}</p>
      <p>{t('done.next')}</p>
      <div className={styles.moves}>
        <Button onClick={() => void navigate({ to: '/sales/project' as string })}>{t('done.toProject')}</Button>
        <Button variant="default" onClick={() => void navigate({ to: '/sales/board' as string })}>
          {t('done.toBoard')}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t('done.again')}
        </Button>
      </div>
    </div>
  );
}
