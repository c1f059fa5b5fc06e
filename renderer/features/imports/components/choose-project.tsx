import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '#renderer/components/file-drop.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { useProjectTemplate } from '../project-template.ts';
import styles from './imports.module.css';

/** What travels to the office at most, in MB of one file, and how many of them. */
const LARGEST_MEGABYTES = 22;
const MOST_FILES = 12;

/** The place for the books of a running project, and the template for those who begin with an empty one. */
export function ChooseProject({ onFiles, failed }: { onFiles: (files: File[]) => Promise<void>; failed: unknown }) {
  const { t } = useTranslation('runningProject');
  const [refusal, setRefusal] = useState<Refusal>();
  const [tooMany, setTooMany] = useState(false);
  const saveTemplate = useProjectTemplate();
  const take = (files: File[]): void => {
    setRefusal(undefined);
    setTooMany(files.length > MOST_FILES);
    if (files.length <= MOST_FILES) onFiles(files).catch(() => setRefusal({ code: 'DEVICE' }));
  };
  const shown = refusal ?? (failed === null ? undefined : refusalOf(failed));
  return (
    <div className={styles.choose}>
      <h2>{t('chooseTitle')}</h2>
      <p>{t('chooseText')}</p>
      <p>{t('chooseTotals')}</p>
      <FileDrop endings={['xlsx', 'xls', 'csv']} maxMegabytes={LARGEST_MEGABYTES} multiple onFiles={take} />
      <div className={styles.moves}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileSpreadsheet size={14} aria-hidden="true" />}
          onClick={saveTemplate}
        >
          {t('template')}
        </Button>
        <span>{t('chooseLimit', { files: MOST_FILES, size: LARGEST_MEGABYTES })}</span>
      </div>
      {tooMany && (
        <p className={styles.refusal} role="alert">
          {t('tooMany', { files: MOST_FILES })}
        </p>
      )}
      {shown && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={shown} />
        </div>
      )}
    </div>
  );
}
