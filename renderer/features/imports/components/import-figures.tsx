import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Figure } from '#renderer/components/page.tsx';
import { formatArea, formatCount, formatMoney } from '#renderer/lib/format.ts';
import type { ImportFile } from '../hooks/use-import-file.ts';
import type { Preview } from '../preview-model.ts';
import styles from './imports.module.css';

/** What the import comes to, and what the person decides about it. */
export function ImportFigures({ file, seen }: { file: ImportFile; seen: Preview }) {
  const { t } = useTranslation('imports');
  const { summary } = seen;
  return (
    <>
      <div className={styles.figures}>
        <Figure
          label={t('figures.newUnits')}
          value={formatCount(summary.newUnits)}
          note={
            summary.newBuildings.length > 0
              ? t('figures.newBuildings', { count: summary.newBuildings.length })
              : t('figures.ofRows', { count: summary.rows })
          }
        />
        <Figure label={t('figures.changed')} value={formatCount(summary.changedUnits)} />
        {summary.toBatchUnits > 0 && <Figure label={t('figures.toBatch')} value={formatCount(summary.toBatchUnits)} />}
        <Figure label={t('figures.same')} value={formatCount(summary.sameUnits)} />
        <Figure label={t('figures.builtArea')} value={formatArea(summary.builtArea)} />
        <Figure label={t('figures.total')} value={formatMoney(summary.total)} />
        <Figure label={t('figures.errors')} value={formatCount(summary.errors)} />
        <Figure label={t('figures.warnings')} value={formatCount(summary.warnings)} />
      </div>
      <div className={styles.options}>
        <Checkbox
          label={t('alsoFiled')}
          checked={file.choices.alsoFiled}
          onChange={(event) => file.change({ alsoFiled: event.currentTarget.checked })}
        />
        {summary.errors > 0 && (
          <Checkbox
            label={t('leaveOut', { count: summary.leftOut })}
            checked={file.leaveOut}
            onChange={(event) => file.setLeaveOut(event.currentTarget.checked)}
          />
        )}
      </div>
    </>
  );
}
