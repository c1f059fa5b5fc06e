import { useTranslation } from 'react-i18next';
import { type MissingFile, missingBy, type NeededFile } from '#shared/domain/contracts/needed-files.ts';
import type { FileStep, RequirableFile } from '#shared/domain/contracts/required-files.ts';
import styles from './asked-files.module.css';
import { Signal } from './signal.tsx';

type MissingFilesProps = {
  files: readonly NeededFile[];
  step: FileStep;
  /** Goes to where such a scan is attached. */
  onAdd: (kind: RequirableFile) => void;
};

/** Says before a step of a paper which of its files are not there yet, each the way to add it; nothing where all are. */
export function MissingFiles({ files, step, onAdd }: MissingFilesProps) {
  const { t } = useTranslation('attachments');
  const missing = missingBy(step, files);
  if (missing.length === 0) return null;
  return (
    <div role="note" className={styles.missing} aria-label={t('missing')}>
      <p>{t('missing')}</p>
      <ul className={styles.list}>
        {missing.map((one) => (
          <MissingLine key={one.kind} missing={one} onAdd={() => onAdd(one.kind)} />
        ))}
      </ul>
    </div>
  );
}

type FilingFilesProps = {
  files: readonly NeededFile[];
  onClose: () => void;
  onAdd: (kind: RequirableFile) => void;
};

/** The same in a drawer of the filing, which makes way for where a scan is attached. */
export function FilingFiles({ files, onClose, onAdd }: FilingFilesProps) {
  return (
    <MissingFiles
      files={files}
      step="filing"
      onAdd={(kind) => {
        onClose();
        onAdd(kind);
      }}
    />
  );
}

function MissingLine({ missing: { kind, count, lacking }, onAdd }: { missing: MissingFile; onAdd: () => void }) {
  const { t } = useTranslation('attachments');
  const words = t('missingOne', { kind: t(`kinds.${kind}`), count });
  return (
    <li>
      <button type="button" className={styles.add} aria-label={t('addOne', { kind: words })} onClick={onAdd}>
        {words}
      </button>
      {lacking === 'refuses' && <Signal tone="seal">{t('refuses')}</Signal>}
    </li>
  );
}
