import { useTranslation } from 'react-i18next';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { ImportFile } from '../hooks/use-import-file.ts';
import type { Preview } from '../preview-model.ts';
import styles from './imports.module.css';

/** Buildings that are named in the question. */
const NAMED = 6;

/** What the import will do, in words and figures. */
export function ImportConsequence({ summary, file }: { summary: Preview['summary']; file: ImportFile }) {
  const { t } = useTranslation('imports');
  const { newBuildings, newUnits, changedUnits, toBatchUnits, inDealUnits, leftOut } = summary;
  const language = useLanguage();
  const names = joinWords(newBuildings.slice(0, NAMED), language);
  return (
    <div className={styles.confirm}>
      {newUnits > 0 && <p>{t('confirm.adds', { count: newUnits })}</p>}
      {newBuildings.length > 0 && (
        <p>
          {newBuildings.length > NAMED
            ? t('confirm.buildingsMore', { count: newBuildings.length, names })
            : t('confirm.buildings', { names })}
        </p>
      )}
      {changedUnits > 0 && <p>{t('confirm.changes', { count: changedUnits })}</p>}
      {toBatchUnits > 0 && <p>{t('confirm.toBatch', { count: toBatchUnits })}</p>}
      {inDealUnits > 0 && <p>{t('confirm.keeps', { count: inDealUnits })}</p>}
      {leftOut > 0 && <p>{t('confirm.leaves', { count: leftOut })}</p>}
      {file.choices.alsoFiled && <p>{t('confirm.filed')}</p>}
      <p>{t('confirm.undo')}</p>
    </div>
  );
}
