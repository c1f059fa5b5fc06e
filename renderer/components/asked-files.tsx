import { useTranslation } from 'react-i18next';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import type { Lacking } from '#shared/domain/contracts/required-files.ts';
import styles from './asked-files.module.css';
import { Signal } from './signal.tsx';

type AskedFile = {
  readonly kind: AttachmentKind;
  readonly asked: number;
  readonly given: number;
  readonly lacking?: Lacking;
};

type AskedFilesProps = {
  files: readonly AskedFile[];
  /** Goes to where such a scan is attached, from the lines of what lacks. */
  onAdd?: (kind: AttachmentKind) => void;
};

/** Which files a record asks for, and how many of each are there. */
export function AskedFiles({ files, onAdd }: AskedFilesProps) {
  const { t } = useTranslation('attachments');
  return (
    <ul className={styles.list}>
      {files.map(({ kind, asked, given, lacking }) => {
        const name = t(`kinds.${kind}`);
        const lacks = given < asked;
        const binds = lacks && lacking === 'refuses';
        return (
          <li key={kind}>
            {lacks && onAdd !== undefined ? (
              <button
                type="button"
                className={styles.add}
                aria-label={t('addOne', { kind: name })}
                onClick={() => onAdd(kind)}
              >
                {name}
              </button>
            ) : (
              <span>{name}</span>
            )}
            <span className={styles.marks}>
              {binds && <Signal tone="seal">{t('refuses')}</Signal>}
              <Signal tone={lacks ? (binds ? 'seal' : 'amber') : 'ok'}>{t('given', { given, asked })}</Signal>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
