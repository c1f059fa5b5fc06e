import { useTranslation } from 'react-i18next';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import styles from './asked-files.module.css';
import { Signal } from './signal.tsx';

type AskedFilesProps = {
  files: readonly { readonly kind: AttachmentKind; readonly asked: number; readonly given: number }[];
};

/** Which files a record asks for, and how many of each are there. */
export function AskedFiles({ files }: AskedFilesProps) {
  const { t } = useTranslation('attachments');
  return (
    <ul className={styles.list}>
      {files.map(({ kind, asked, given }) => (
        <li key={kind}>
          <span>{t(`kinds.${kind}`)}</span>
          <Signal tone={given >= asked ? 'ok' : 'amber'}>{t('given', { given, asked })}</Signal>
        </li>
      ))}
    </ul>
  );
}
