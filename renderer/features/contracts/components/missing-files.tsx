import { useTranslation } from 'react-i18next';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { type FileStep, missingBy } from '#shared/domain/contracts/needed-files.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

/** Says before a step of a contract which of its files are not there yet; nothing where all are. */
export function MissingFiles({ files, step }: { files: ContractDetail['files']; step: FileStep }) {
  const { t } = useTranslation('attachments');
  const language = useLanguage();
  const missing = missingBy(step, files);
  if (missing.length === 0) return null;
  const words = missing.map(({ kind, count }) => t('missingOne', { kind: t(`kinds.${kind}`), count }));
  return (
    <p role="note" className={styles.missing}>
      {t('missing', { files: joinWords(words, language) })}
    </p>
  );
}
